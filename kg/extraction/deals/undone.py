"""Which deals does a later part of their own sentence undo ("signed for 45 carriers in 2022 and withdrew before the year was out")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import clause_of
from kg.extraction.frames.drafts import Draft
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.status import FUTURE, MODALS, status_row
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, children, first_conjunct, preposition
from kg.values import Date

UNDONE = frozenset({"signed", "planned", "approved"})
# By these words a clause goes on with what was told before it.
BESIDE = frozenset({"appos", "parataxis"})  # "planned to buy jets, an arrangement it dropped"
IT = frozenset({"it", "that", "this", "which", "both"})


def undo(drafts: list[Draft], story: Story) -> None:
    """Make cancelled what its sentence goes on to tell as cancelled, and goods offered that were turned down."""
    for draft in drafts:
        if draft.kind == "Delivery" or draft.status not in UNDONE:
            continue
        refused = draft.top.lemma_.lower() in story.words.verb_classes["refuse"] and not draft.acquisition and draft.status == "planned"
        ends = [verb for verb in draft.sentence if verb.i > draft.anchor.i and undoes(verb, draft, story)]
        if refused or ends:
            draft.status = "cancelled"
            draft.date = next((d for verb in ends if (d := date_at(verb, draft.sentence, story)) is not None), draft.date)


def date_at(verb: Token, sent: Span, story: Story) -> Date | None:
    """The date right below the verb that undoes a deal, on which it came to its end."""
    published = story.article.published
    for span, value in story.values("dates", sent):
        if isinstance(value, Date) and span.root.head.i == verb.i and preposition(span.root) in ("", "in", "on"):
            return value if published is None or value <= published or value.covers(published) else None
    return None


def undoes(verb: Token, draft: Draft, story: Story) -> bool:
    """Whether a verb behind a deal tells that this one came to an end, not that something else did."""
    row = status_row(verb, story) if verb.pos_ == "VERB" and verb not in draft.heads else None
    if row is None or row.status != "cancelled" or denied(verb) or auxiliaries(verb) & (MODALS | FUTURE) or verb.tag_ == "VB":
        return False
    clause = clause_of(verb)
    thing = clause.object
    if thing is not None:
        told = thing.lower_ in IT or ((is_definite(thing) or thing.dep_ in BESIDE) and names_deal(thing, story))
        return told and (first_conjunct(verb) in draft.heads or clause.subject is None or buys(clause.subject, draft, story))
    subject = clause.subject
    # "signed and withdrew", not "orders six A220s, scraps Embraer deal", where the parser hangs the object elsewhere
    goes_on = verb.dep_ == "conj" and first_conjunct(verb) in draft.heads and not is_followed_by_object(verb)
    plain = subject is not None and is_definite(subject) and not children(subject, "compound", "amod", "acl")  # no "support agreement"
    return goes_on or (subject is not None and subject.i > draft.anchor.i and plain and names_deal(subject, story))


def is_followed_by_object(verb: Token) -> bool:
    """Whether the noun phrase right behind a verb is an object, of whichever verb."""
    behind = next(iter(verb.doc[verb.i + 1 : verb.i + 2]), verb)
    return any(t.dep_ == "obj" and t.i > verb.i and t.left_edge.i == behind.i for t in (behind, *behind.ancestors))


def names_deal(noun: Token, story: Story) -> bool:
    """Whether a noun may stand for a deal: "the contract", "that plan"."""
    row = story.words.deal_nouns.get(noun.lemma_.lower())
    return noun.lemma_.lower() in story.words.verb_classes["plan"] or (row is not None and row.kind != "Delivery")


def buys(noun: Token, draft: Draft, story: Story) -> bool:
    """Whether a subject is who buys in a deal, or sells."""
    sides = {m.chain for m in [*draft.buyer, *draft.seller]}
    return any(m.chain in sides for m in parties(noun, story))
