"""Which systems were, are being or will be handed over, to whom and from when to when, as claims?"""

from __future__ import annotations

from kg.extraction.attribution import attributed_to
from kg.extraction.deals.shared import each_with_its_own, shared_out
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.story import Story, arguments
from kg.model import Argument, Claim, Mention


def delivery_claims_of(draft: Draft, story: Story) -> list[Claim]:
    """The draft as claims: one for each receiver and each kind of goods with a count of its own."""
    published = story.article.published
    if draft.status == "started" and draft.start is not None and published is not None and published < draft.start:
        draft.status = "expected"
    found = []
    everybody: list[Mention | None] = [*draft.buyer] or [None]
    own = each_with_its_own(draft.goods, draft.buyer)
    apart = shared_out(own, [(m.start, m) for m in draft.buyer])
    parts = zip(own, apart, strict=True) if own else ((g, everybody) for g in groups(draft.goods))
    for group, receivers in parts:
        for receiver in receivers:
            systems = [g.system for g in group if g.system is not None]
            quantity = next((g.quantity for g in group if g.quantity is not None), None)
            slots = arguments(
                system=systems,
                to=receiver,
                quantity=quantity,
                start=draft.start,
                end=draft.end,
                status=draft.status,
                hedge=draft.hedge or None,
                attributedTo=attributed_to(draft.anchor, story),
            )
            giver = tuple(Argument("from", m) for m in draft.seller)  # "from" is a keyword
            found.append(Claim("Delivery", slots + giver, story.evidence(draft.sentence, draft.rule, draft.confidence)))
    return found


def groups(goods: list[Goods]) -> list[list[Goods]]:
    """Each kind of goods by itself where there are several; deliveries are told per system."""
    return [[g] for g in goods] if len({g.system.chain for g in goods if g.system}) > 1 else [goods]
