"""Which deliveries are stated without a verb ("the ships are due in 2029", "six trainers are on their way from China")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.assertion import denied, is_deferred
from kg.extraction.attachments import attached, pooled
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.slots import fill_slot
from kg.extraction.frames.verbs import VERB_CONFIDENCE
from kg.extraction.goods.goods import goods
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition

# Who stands behind the prepositions of "is on its way".
WAY = {"to": "to", "from": "from"}


def way_draft(noun: Token, story: Story) -> Draft | None:
    """The delivery to come of "six trainers are on their way from China to Bolivia"; goods that only move tell none by themselves."""
    subject = surface_subject(noun)
    told = preposition(noun) == "on" and child(noun, "nmod:poss", "det") is not None and subject is not None
    if not told or subject is None or denied(noun):
        return None
    draft = Draft(noun, "Delivery", "expected", "delivery.way.active", VERB_CONFIDENCE, noun, moves=True, came=True)
    fill_slot(draft, "system", subject, story)
    for function, head in pooled(noun):
        if function in WAY:
            fill_slot(draft, WAY[function], head, story)
    return draft if draft.systems else None


def due_draft(adjective: Token, story: Story) -> Draft | None:
    """The delivery of "the ships are due by 2029", "with the first due in May": goods of a deal that the story tells, and a date."""
    governs = any(c.tag_ == "VB" for c in children(adjective, "xcomp", "advcl"))  # "due to arrive"
    governs = governs or any(p == "for" for p, _ in attached(adjective))  # "due for delivery"
    if governs or (denied(adjective) and not is_deferred(adjective)):
        return None
    subject = surface_subject(adjective) if child(adjective, "cop") is not None else noun_due(adjective)
    offered = goods(subject, story) if subject is not None else []
    if not offered or any(g.is_company for g in offered):
        return None
    rule = "delivery.due.active"
    return Draft(adjective, "Delivery", "expected", rule, VERB_CONFIDENCE, adjective, goods=offered, moves=True, needs="date")


def noun_due(adjective: Token) -> Token | None:
    """The noun that "due" describes from behind, without a verb: "with the first batch due in 2027", "The ships, due by 2029,"."""
    noun, before = adjective.head, adjective.doc[adjective.i - 1] if adjective.i else adjective
    if base(adjective.dep_) == "advcl" and before.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = before  # hung on the verb
    return noun if base(adjective.dep_) in ("acl", "amod", "appos", "advcl") and noun.i < adjective.i and noun.pos_ != "VERB" else None
