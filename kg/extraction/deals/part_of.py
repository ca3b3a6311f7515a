"""Of which deal are goods told to be a part ("They are part of a contract for six aircraft", "The units belong to a batch of eight")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.deals.of_deal import BORROWED, conflict
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods, one_of
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, preposition
from kg.model import Mention


def mean_the_part(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Give a deal told only by what is a part of it these goods, and the sides of what was told of them before.

    "Embraer handed over four A-29 to Paraguay. They are part of an order for six aircraft": Paraguay ordered six A-29 from Embraer.
    """
    part = told_part(draft.anchor) if draft.kind != "Delivery" and draft.carrier else None
    one = one_of(part, story) if part is not None else None
    system = one.system if one is not None else None
    if system is None or draft.acquisition or any(s.chain < GENERIC and s.chain != system.chain for s in draft.systems):
        return
    draft.goods = [replace(g, system=system) for g in draft.goods[:1]] or [Goods(system)]
    before = next((d for d in reversed(earlier) if is_of(d, system) and not conflict(draft, d)), None)
    for slot in ("buyer", "seller"):
        if before is not None and not getattr(draft, slot) and slot not in draft.unknown:
            draft.fill(slot, getattr(before, slot))
    draft.confidence = round(draft.confidence * BORROWED, 3)


def is_of(draft: Draft, system: Mention) -> bool:
    """Whether a draft is of a system alone."""
    return {s.chain for s in draft.systems} == {system.chain}


def told_part(deal: Token) -> Token | None:
    """What is told to be a part of a deal: "They" of "They are part of the contract", of "They belong to an order"."""
    over = deal.head
    if over.lemma_.lower() == "belong" and preposition(deal) == "to":
        return surface_subject(over)
    if over.lower_ != "part" or preposition(deal) != "of":
        return None
    if child(over, "cop") is not None:
        return child(over, "nsubj")
    return over.head if base(over.dep_) == "appos" else None
