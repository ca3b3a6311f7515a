"""Which deliveries does an adjective state ("the ships are due in 2029")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.assertion import denied, is_deferred
from kg.extraction.clauses import attached, surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.verbs import VERB_CONFIDENCE
from kg.extraction.goods.goods import goods
from kg.extraction.story import Story
from kg.extraction.syntax import child


def due_draft(adjective: Token, story: Story) -> Draft | None:
    """The delivery of "the ships are due by 2029": goods of a deal that the story tells, and a date."""
    governs = child(adjective, "xcomp", "advcl") is not None or any(p == "for" for p, _ in attached(adjective))  # "due for delivery"
    if governs or (denied(adjective) and not is_deferred(adjective)) or child(adjective, "cop") is None:
        return None
    subject = surface_subject(adjective)
    offered = goods(subject, story) if subject is not None else []
    if not any(g.system for g in offered):
        return None
    rule = "delivery.due.active"
    return Draft(adjective, "Delivery", "expected", rule, VERB_CONFIDENCE, adjective, goods=offered, moves=True, needs="date")
