"""Who takes a side by the verb or noun over a deal noun ("backed the purchase", "announced the award by Kenya of a contract")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.clauses import clause_of
from kg.extraction.doers import noun_before, noun_over, surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import VERBAL
from kg.extraction.frames.slots import SIDES, company_meant, fill_slot
from kg.extraction.parties import parties
from kg.extraction.status import held, status_row
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, is_passive, preposition
from kg.lexicon import FrameNoun


def fill_from_award(draft: Draft, noun: Token, story: Story) -> None:
    """Fill the sides from the noun for the awarding of a contract: "Verano announced the award by Kenya of a contract for two radars"."""
    award = noun.head
    if base(noun.dep_) != "nmod" or preposition(noun) != "of" or award.lemma_.lower() != "award":
        return
    told = [("buyer", o) for o in children(award, "nmod:poss")] + [({"by": "buyer", "to": "seller"}.get(p), n) for p, n in attached(award)]
    for side, head in told:
        if side is not None:
            draft.fill(side, parties(head, story))
    verb = award.head
    subject = surface_subject(verb) if base(award.dep_) == "obj" and verb.lemma_ in story.words.verb_classes["announce"] else None
    if subject is not None and draft.buyer and not draft.seller:
        draft.fill("seller", parties(subject, story))


def fill_from_above(draft: Draft, noun: Token, row: FrameNoun, story: Story) -> None:
    """Fill the side that acts from the verb over a deal noun: "the Storting backed the purchase", "Poland won approval for the purchase".

    The verb is reached through nouns of status only; one of approval gives a state, for companies approve nothing of others.
    """
    side = row.roles.get("possessive", "buyer")
    verb = acting_verb(noun, story)
    if verb is None or side not in ("buyer", "seller"):
        return
    clause = clause_of(verb)
    for function, head in clause.prepositions:
        slot = row.roles.get(function)
        if slot is None and function == "with" and (clause.object is not None or verb.pos_ == "NOUN"):
            slot = "seller" if side == "buyer" else "buyer"  # "signed a letter of intent with Verano for the purchase"
        if slot in SIDES and not getattr(draft, SIDES[slot]):
            fill_slot(draft, slot, head, story)
    subject = clause.subject
    if subject is not None and not getattr(draft, side) and side not in draft.unknown:
        found = parties(subject, story)
        acts = [p for p in found if draft.status != "approved" or (p.kind == "Country" and not draft.acquisition)]
        draft.fill(side, acts)  # a state that clears the sale of a company sells nothing


def fill_held(draft: Draft, noun: Token, story: Story) -> None:
    """Fill the company whose holders take or refuse a bid: "Verano's shareholders approved the takeover by Kestrel".

    Holders without an owner are those of whom the clause above tells ("Verano's board advised that shareholders accept the bid").
    """
    verb = noun.head
    backed = base(noun.dep_) == "obj" or (base(noun.dep_) == "obl" and preposition(noun) == "for")  # "voted for the sale"
    if verb.pos_ not in VERBAL or not backed or not (draft.company_kind or draft.kind == "Acquisition"):
        return
    over = verb.head if base(verb.dep_) in ("ccomp", "xcomp") else verb
    for clause in (clause_of(verb), clause_of(over)):
        if clause.subject is None or clause.subject.lemma_.lower() not in story.words.board_nouns or is_passive(clause.verb):
            continue
        draft.goods = draft.goods or company_meant(clause.subject, draft, story)
        by = [head for p, head in clause.prepositions if p in ("by", "to")]
        draft.fill("buyer", draft.buyer or [b for head in by for b in parties(head, story)])


def fill_approver(draft: Draft, verb: Token, story: Story) -> None:
    """Make the state that gives its leave for goods to be sold their seller: "Bern gave the green light for 25 tanks to be sold"."""
    leave = noun_before(verb)
    given = leave.head if leave is not None and base(leave.dep_) == "obj" and status_row(leave, story) is not None else None
    subject = surface_subject(given) if given is not None else None
    if subject is not None and draft.status == "approved" and not draft.seller:
        draft.fill("seller", [p for p in parties(subject, story) if p.kind == "Country"])


def acting_verb(noun: Token, story: Story) -> Token | None:
    """The verb of plan, approval or cancellation over a deal noun, reached through nouns of that kind ("signed a letter of intent for")."""
    over = noun_over(noun)
    through = over is not None and over.i != noun.head.i and status_row(over, story) is not None
    token = over if through and over is not None else noun
    while base(token.dep_) in ("nmod", "obl", "obj", "nsubj") and token.head.i != token.i:
        head = token.head
        if child(head, "cop") is not None and child(head, "nsubj") is not None and status_row(head, story) is not None:
            return head  # "Greece is in talks over the purchase of"
        if head.pos_ in VERBAL:
            fits = status_row(head, story) is not None or held(head, story) is not None or through
            alone = is_passive(head) or child(head, "obj") is None  # "the sale of Kestrel was approved", "fell through"
            return head if fits and (base(token.dep_) != "nsubj" or alone) else None
        told = base(head.dep_) in ("obj", "iobj") and preposition(token) == "of" and head.head.pos_ in VERBAL
        if told and status_row(head.head, story) is not None:
            return head.head  # "notified lawmakers of the sale"
        if status_row(head, story) is None and not (head.lemma_.lower() in story.words.deal_nouns and through):
            return None
        token, through = head, True
    return None
