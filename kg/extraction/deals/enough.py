"""Is enough said of a draft to state a deal or a delivery?"""

from __future__ import annotations

from kg.extraction.deals.retold import is_bid
from kg.extraction.deals.telling import is_batch, is_bearer, is_further, is_only_named, is_sent, is_sent_off, is_takeover
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.status import DOUBTFUL
from kg.extraction.story import Story
from kg.model import Mention

# Words for goods that say nothing of them but that they were named.
PRONOUNS = frozenset({"it", "them", "they"})
NAMELESS = frozenset({"type", "model"})


def states_a_deal(draft: Draft, story: Story) -> bool:
    """Whether enough is said: goods and a side; money and both sides where the goods are not named.

    A delivery that only names what a deal is for states nothing beside the deal, unless it has a date of its own.
    """
    if (draft.needs in ("buyer", "seller") and not getattr(draft, draft.needs)) or (
        draft.needs == "date" and not (draft.start or draft.end or is_further(draft, story))
    ):
        return False
    if draft.kind == "Delivery" and (draft.status == "cancelled" or (draft.hedge in DOUBTFUL and not (draft.start or draft.end))):
        return False  # "abandoned a plan to take over the jets", "the guns may be passed on to Chad"
    if draft.kind == "Delivery" and draft.acquisition:
        return False  # "the transfer of the centre to the ministry"
    if draft.kind == "Delivery":
        content = draft.within is not None and not (draft.start or draft.end or draft.timed)
        there = draft.lent or is_batch(draft, story) or is_sent(draft)
        leaves = draft.anchor.lemma_.lower() in story.words.verb_classes["depart"]
        moved = draft.moves and not (is_sent_off(draft, story) if leaves else draft.came and there)  # "flies fast" moves nowhere
        untimed = draft.carrier and not (draft.timed and (draft.start or draft.end))  # "the supply of" more is told of than done
        moved = moved or (draft.moves and is_bearer(draft, story))
        if content or moved or untimed or is_takeover(draft, story) or (draft.anchor.pos_ == "NOUN" and is_only_named(draft)):
            return False
        told = bool(draft.start or draft.end or draft.timed or any(g.quantity for g in draft.goods))
        if all(s.chain >= GENERIC for s in draft.systems):
            return bool(draft.systems) and told and (bool(draft.buyer) or comes_to_somebody(draft))
        return bool(draft.buyer) or (bool(draft.seller) and told)
    if (draft.paid_for and not draft.value) or is_forecast(draft) or (draft.total and draft.kind != "Delivery"):
        return False
    if is_bid(draft) and not draft.acquisition and any(g.quantity for g in draft.goods):
        return False  # "an offer from Saab for 12 jets" is one to sell
    if any(s.chain < GENERIC and is_sure(s, draft) for s in draft.systems):
        return bool(draft.buyer or draft.seller or draft.value)
    unnamed = all(s.chain >= GENERIC for s in draft.systems)
    firm = bool(draft.seller) and all(s.kind == "Organization" for s in draft.seller) and draft.rule.endswith(".active")
    sides = firm and draft.anchor.lemma_ == "pay" and bool(draft.buyer and draft.systems)  # "is paying Kestrel $9m for a records system"
    if draft.paid_for and unnamed and not draft.acquisition and not sides and not any(g.quantity for g in draft.goods):
        return False  # "will spend $2bn on weapons" is a budget, "paid Verano $5 million" anything
    if draft.needs == "goods" and (draft.status == "planned" or not draft.buys) and not any(g.quantity for g in draft.goods):
        return False  # "is looking at Airbus planes" is no deal yet, "will make gearboxes for Renault" none of its own
    if draft.systems:  # goods without a name: anybody buys and sells something, so more must be told
        counted = any(g.quantity for g in draft.goods)
        bought = bool(draft.buyer) and bool(draft.seller or draft.value or counted)
        sold = is_sold_by_firm(draft, story) and bool(draft.value or (counted and (draft.buys or not draft.rule.endswith(".active"))))
        return bought or sold or bool(draft.acquisition and draft.seller and draft.value)  # a part of a company, sold for a price
    return bool(draft.buyer and (draft.seller or draft.kind == "Donation") and draft.value)


def comes_to_somebody(draft: Draft) -> bool:
    """Whether counted goods have come from a known party to one without a name: "the lake police received eight boats from Belgium"."""
    told = draft.force is not None or "buyer" in draft.unknown
    counted = any(g.quantity for g in draft.goods)
    return told and counted and bool(draft.seller) and draft.status == "completed" and not (draft.moves or draft.hedge)


def is_sure(system: Mention, draft: Draft) -> bool:
    """Whether goods are named, or words that only stand for a name: "bought the type", "the sale of the company"."""
    if system.named or system.text.lower() in NAMELESS:
        return True
    if draft.acquisition:
        told = system.text.lower() not in PRONOUNS or draft.anchor.lemma_ == "sell" or (is_bid(draft) and draft.anchor.pos_ == "NOUN")
        return told and (draft.anchor.pos_ == "NOUN" or any(b.named for b in draft.buyer))
    return False


def is_sold_by_firm(draft: Draft, story: Story) -> bool:
    """Whether a firm has the order, whoever gave it: "Kestrel won a $2 billion contract for 300 buses", "bought from Kestrel".

    What it counts as sold by itself may be all that it sold ("sold 300 cars in March"). Where a story names systems, goods without a name
    may be one of them, of which it tells elsewhere, unless they were bought by somebody ("The port has bought four cranes from Kestrel").
    """
    of_somebody = draft.buys and "buyer" in draft.unknown and any(g.quantity for g in draft.goods)
    if any(m.kind == "System" for m in story.mentions) and not of_somebody:
        return False
    firms = bool(draft.seller) and all(s.kind == "Organization" and not is_state(s, story) for s in draft.seller)
    return firms and draft.status == "signed" and draft.kind != "Donation" and not (draft.acquisition or draft.paid_for)


def is_forecast(draft: Draft) -> bool:
    """Whether somebody only hopes to sell goods to whoever comes ("expects to sell 500 aircraft over ten years")."""
    sells = draft.kind == "Purchase" and not draft.acquisition and draft.rule.endswith(".active")
    put_up = draft.needs == "seller"  # "put six jets up for sale"
    return sells and draft.status == "planned" and bool(draft.seller) and not (draft.buyer or draft.value or put_up)
