"""Which goods and sides has a delivery that names none ("deliveries begin in 2027", "the supply will begin in 2030")?"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.deals.taken_up import only_named
from kg.extraction.deals.telling import is_background, tells_all
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.story import Story
from kg.extraction.syntax import children

# A claim that borrows its parties from another one is surer than a guess, less sure than its own words.
BORROWED = 0.8


def refer_delivery(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Give a dated delivery without goods ("deliveries begin in 2027") the goods and sides of its deal, or of the last one told.

    Without one it is of the only system that the story has named.
    """
    if draft.systems or "system" in draft.unknown or not (draft.start or draft.end or draft.timed):
        return
    if earlier and dates(draft, earlier[-1]):
        earlier[-1].start, earlier[-1].end = draft.start, draft.end
        return
    done = draft.status in ("completed", "started") and not draft.start  # what is only planned has not been delivered
    told = [d for d in reversed(earlier) if d.kind != "Delivery" and not (done and d.status == "planned" and not d.moves)]
    told = sorted(told, key=is_background)
    deals = [draft.within] if draft.within is not None and draft.within.systems else told
    deal = next((d for d in deals if d.systems and not d.acquisition and not conflict(draft, d)), None)
    if deal is None:
        bare = draft.anchor.pos_ == "NOUN" and not any(d.systems for d in told) and not any(g.quantity for g in draft.goods)
        named = only_named(draft.anchor, story) if bare else None
        draft.goods = [Goods(named)] if named is not None else draft.goods
        return
    own = next((g.quantity for g in draft.goods if g.quantity), None)
    whole = tells_all(draft) or any(g.whole for g in draft.goods)
    draft.goods = [replace(g, quantity=own or (g.quantity if whole else None)) for g in deal.goods]
    for slot in ("buyer", "seller"):
        if not getattr(draft, slot) and slot not in draft.unknown:
            draft.fill(slot, getattr(deal, slot))
    draft.confidence = round(draft.confidence * BORROWED, 3)


def dates(draft: Draft, before: Draft) -> bool:
    """Whether a delivery without goods only tells when the one promised in the sentence before comes.

    "The rockets will be delivered to Poland. The supply will begin in 2030."
    """
    follows = before.kind == "Delivery" and before.sentence.end == draft.sentence.start and before.status == draft.status == "expected"
    open_yet = bool(before.systems and before.buyer) and not (before.start or before.end)
    bare = draft.anchor.pos_ == "NOUN" and not draft.goods and not (draft.buyer or draft.seller) and not children(draft.anchor, "amod")
    return follows and open_yet and bare


def conflict(draft: Draft, other: Draft) -> bool:
    """Whether the two drafts name different parties on one side."""
    for slot in ("buyer", "seller"):
        mine, theirs = ({m.chain for m in getattr(d, slot)} for d in (draft, other))
        if mine and theirs and not mine & theirs:
            return True
    return False
