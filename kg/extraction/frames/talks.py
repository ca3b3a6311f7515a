"""What deal are talks about ("merger talks with MCI", "is negotiating with France over howitzers"), and who talks?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.attachments import attached, pooled
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import VERBAL
from kg.extraction.frames.shares import pair_up
from kg.extraction.frames.slots import fill_slot
from kg.extraction.parties import parties
from kg.extraction.status import standing
from kg.extraction.story import Story, rule_prefix
from kg.extraction.syntax import base, child, children, first_conjunct, is_passive, preposition
from kg.lexicon import FrameNoun
from kg.model import Mention

TALKS_CONFIDENCE = 0.8
ABOUT = frozenset({"about", "for", "on", "over"})
MAX_STEPS = 3  # words that may stand between a noun and the talks over it


def is_talks(noun: Token, story: Story) -> bool:
    """Whether a noun that anchors a deal only names talks about one ("talks", "negotiations")."""
    return noun.lemma_.lower() in story.words.verb_classes["talk"] and noun.lemma_.lower() in story.words.deal_nouns


def talks_about(noun: Token, row: FrameNoun, story: Story) -> Token | None:
    """The talks that a noun says the matter of ("merger talks", "held talks with MCI about a merger"), None where it hangs on none."""
    if base(noun.dep_) == "compound":
        return noun.head if noun.head.lemma_.lower() in story.words.verb_classes["talk"] else None
    if row.roles.get("with") != "system" or preposition(noun) not in ABOUT or attached_to_any(noun):
        return None
    near = [t for over in islice(noun.ancestors, MAX_STEPS) for t in (over, *children(over, "obj", "obl", "nsubj"))]
    return next((t for t in near if t.i < noun.i and t.pos_ == "NOUN" and t.lemma_.lower() in story.words.verb_classes["talk"]), None)


def attached_to_any(noun: Token) -> bool:
    """Whether a deal noun names its parties itself ("a merger with MCI")."""
    return any(p in ("of", "with", "between") for p, _ in attached(noun))


def talks_draft(noun: Token, talks: Token, row: FrameNoun, story: Story) -> Draft | None:
    """The planned deal of "merger talks with MCI": what the talks are about names it, the talks' own words fill it."""
    if denied(talks):
        return None
    over = standing(talks, row.kind, "planned", story).status == "cancelled"  # "broke off merger talks"
    status, rule = "cancelled" if over else "planned", f"{rule_prefix(row)}.{row.lemma}.talks"
    draft = Draft(noun, row.kind, status, rule, TALKS_CONFIDENCE, talks, company_kind=row.company_kind)
    for slot, head in functions(talks, {**row.roles, "with": "system", "for": "system"}):
        fill_slot(draft, slot, head, story)
    verb = talking_verb(talks) or talks.head
    if verb.pos_ in VERBAL and base(talks.dep_) in ("obj", "obl"):
        draft.top = verb  # "has won a takeover battle with a bid of"
    subject = surface_subject(verb) if verb.pos_ in VERBAL or verb.i == talks.i else None
    if subject is not None and subject.i != talks.i and not draft.buyer:
        draft.fill("buyer", parties(subject, story))
    if row.roles.get("with") == "system":
        pair_up(draft, noun, story)
    return draft


def functions(noun: Token, roles: Mapping[str, str]) -> Iterator[tuple[str, Token]]:
    """(slot, noun head) of the owner of talks and of what stands behind their prepositions, in the order of the row."""
    for function, slot in roles.items():
        heads = children(noun, "nmod:poss") if function == "possessive" else [n for p, n in pooled(noun) if p == function]
        yield from ((slot, h) for h in heads)


def fill_talkers(draft: Draft, noun: Token, story: Story) -> None:
    """Add who talks, and what stands at the verb over the talks: "Greece opened talks with Italy on", "talks have opened with Italy".

    Whoever is said to talk with somebody mostly wants to buy; goods that one side has ("its missiles") are not for sale.
    """
    over = talking_verb(noun)
    if over is not None:
        subject = surface_subject(over) if over.i != noun.head.i or base(noun.dep_) != "nsubj" else None
        for preposition_, head in attached(over):
            if head.i != noun.i and (preposition_ in ("with", "between") or (preposition_ in ABOUT and not draft.goods)):
                fill_slot(draft, "party" if preposition_ in ("with", "between") else "system", head, story)
        lead_with(draft, parties(subject, story) if subject is not None else [])
    draft.goods = [g for g in draft.goods if g.system is None or not has_owner(g.system, story)]


def lead_with(draft: Draft, first: list[Mention]) -> None:
    """Put who is said to talk before those talked with; one alone is the likely buyer."""
    others = [p for p in draft.party if all(p.chain != f.chain for f in first)]
    draft.party = [*first, *others]
    draft.buys = len(first) == 1


def talking_verb(noun: Token) -> Token | None:
    """The verb whose clause tells of talks: "held talks", "is in talks", "talks have opened"; the noun itself after a copula."""
    first = first_conjunct(noun)
    if first.head.dep_ == "advmod" and preposition(first) == "from":
        return first.head.head  # "walked away from talks"
    if base(first.dep_) == "nmod" and preposition(first) == "of" and child(first.head, "cop") is not None:
        first = first.head  # "is in the final stages of negotiations"
    if child(first, "cop") is not None:
        return first
    label, head = base(first.dep_), first.head
    if head.pos_ not in VERBAL or (label == "obl" and preposition(first) not in ("in", "into")):
        return None
    if label == "obj" and is_passive(head):
        return None
    return head if label in ("obj", "obl", "nsubj") else None


def has_owner(system: Mention, story: Story) -> bool:
    """Whether goods belong to one of those who talk ("talks over its missiles")."""
    token = story.span(system).root
    for noun in (token, token.head):
        owner = child(noun, "nmod:poss") if noun.pos_ in ("NOUN", "PROPN") else None
        if owner is not None and owner.pos_ == "PRON":
            return True
    return False
