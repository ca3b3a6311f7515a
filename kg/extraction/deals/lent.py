"""Which open slots does a further batch, or a delivery, take from the story's other deal on the same system?"""

from __future__ import annotations

from kg.extraction.deals.of_deal import BORROWED, conflict
from kg.extraction.firms import home_of
from kg.extraction.frames.drafts import Draft
from kg.extraction.story import Story


def leave_home(draft: Draft, deals: list[Draft], story: Story) -> None:
    """Let goods that came from the home of the firm that sells them come from the firm ("arrived from Spain")."""
    if draft.moves and all(m.kind == "Country" for m in draft.seller):
        codes = {c.code for m in draft.seller if (c := story.lexicon.country(m.text)) is not None}
        firms = [m for d in deals for m in d.seller if m.kind == "Organization"]
        draft.seller = [m for m in firms if (home := home_of(m, story)) is not None and home.code in codes][:1] or draft.seller


def lend(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Fill the parties of a further batch or a delivery from the story's other deal on the same system."""
    if draft.buyer and draft.seller and not draft.moves:
        return
    needs = draft.kind == "Delivery" or bool(draft.ordinal) or (draft.carrier and not (draft.buyer or draft.seller))
    mine = {s.chain for s in draft.systems}
    if not needs or not mine:
        return
    donors = [
        d for d in drafts if d is not draft and d.kind != "Delivery" and mine & {s.chain for s in d.systems} and (d.buyer or d.seller)
    ]
    leave_home(draft, donors, story)
    done = draft.kind == "Delivery" and draft.status != "expected"  # what has come is not of an order for more
    donors = [d for d in donors if not conflict(draft, d) and not (done and d.ordinal == "additional")]
    if not donors:  # "received four guns in May. Six more arrived in June"
        donors = [d for d in drafts if d is not draft and d.kind == "Delivery" and not d.moves and mine & {s.chain for s in d.systems}]
        donors = [d for d in donors if d.buyer]
        more = any(g.ordinal == "additional" or g.lot or g.picked for g in draft.goods)
        donors = [d for d in donors if more and not conflict(draft, d)]
    if not donors:
        return
    donor = max(donors, key=lambda d: (bool(d.buyer) + bool(d.seller), -abs(d.anchor.i - draft.anchor.i)))
    if any(conflict(d, donor) for d in donors):
        before = [d for d in donors if draft.kind == "Delivery" and d.anchor.i < draft.anchor.i]
        donor = max(before, key=lambda d: d.anchor.i, default=donor)  # of several deals the one told before is meant
        if not before or any(conflict(d, donor) for d in before):
            return
    draft.lent = True
    for slot in ("buyer", "seller"):
        if not getattr(draft, slot) and slot not in draft.unknown:
            told = [{m.chain for m in getattr(d, slot)} for d in donors if getattr(d, slot)]
            sure = [m for m in getattr(donor, slot) if not draft.ordinal or all(m.chain in chains for chains in told)]
            draft.fill(slot, sure)  # who took part in one of a row of deals need not have in another
    draft.confidence = round(draft.confidence * BORROWED, 3)
