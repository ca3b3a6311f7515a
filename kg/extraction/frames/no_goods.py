"""Does a verb tell of something that is no goods: a paper, work, the noun of a delivery, a count of bids, a leave?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.clauses import Clause
from kg.extraction.doers import surface_subject
from kg.extraction.goods.cargo import cargo, loads_of
from kg.extraction.goods.goods import goods, is_goods
from kg.extraction.goods.names import named_system
from kg.extraction.status import status_row
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, preposition
from kg.lexicon import FrameVerb


def is_leave(noun: Token, story: Story) -> bool:
    """Whether a noun is what one gives or gets for a deal, no goods ("gave its consent to the purchase")."""
    row = status_row(noun, story)
    return row is not None and row.speech == "noun" and row.status == "approved"


def is_delivery(noun: Token, story: Story) -> bool:
    """Whether a noun tells a delivery itself ("deliveries", "the first shipment")."""
    row = story.words.deal_nouns.get(noun.lemma_.lower())
    return noun.pos_ == "NOUN" and row is not None and row.kind == "Delivery"


def is_work(clause: Clause, row: FrameVerb, story: Story) -> bool:
    """Whether what goes somewhere is a paper or work on goods: "sent a proposal to buy 12 jets", "the overhaul of the tanks goes to"."""
    moved = {"subject": clause.subject, "object": clause.object}
    for noun in (moved[f] for f, slot in row.roles.items() if slot == "system" and f in moved):
        if noun is None or noun.pos_ != "NOUN" or is_goods(noun, story):
            continue
        told = story.words.deal_nouns.get(noun.lemma_.lower())
        works = any(r.kind == "Contract" for r in story.words.deal_verbs.get(noun.lemma_.lower(), ()))
        paper = told is not None and told.kind not in ("Delivery", "Donation") and named_system(noun, story) is None
        if works or paper:
            return True
    return False


def counts_other(verb: Token, story: Story) -> bool:
    """Whether a bare number behind "with" counts what the clause before it is of: "Bids were solicited, with one received"."""
    number = child(verb, "nsubj") or (verb.head if verb.dep_ == "acl" else None)
    over = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    told = surface_subject(over) if over is not None else None
    if number is None or number.tag_ != "CD" or told is None or told.dep_ != "nsubj:pass" or told.tag_ != "NNS" or is_delivery(told, story):
        return False
    beside = any(c.lower_ == "with" for c in children(verb, "mark", "case")) or preposition(number) == "with"
    return beside and not goods(told, story)


def names_other(clause: Clause, row: FrameVerb) -> bool:
    """Whether what moves is told and no goods ("a delegation arrived", "sent 850 soldiers"), so that it is not what a deal was for."""
    moved = {"subject": clause.subject, "object": clause.object}
    head = next((moved[f] for f, slot in row.roles.items() if slot == "system" and moved.get(f) is not None), None)
    return head is not None and head.pos_ in ("NOUN", "PROPN")


def brings_other(carrier: Token | None, story: Story) -> bool:
    """Whether what came only brought something that is no goods, or goods that nothing counts or names ("a ship carrying grain")."""
    return carrier is not None and bool(loads_of(carrier, story)) and cargo(carrier, story) is None
