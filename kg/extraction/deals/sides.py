"""Whom and what does a deal mean that leaves slots open: what does it take from the deals it refers to?"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.extraction.deals.apart import origins_of, split_parties
from kg.extraction.deals.at_goods import seller_at_goods
from kg.extraction.deals.behalf import find_helped
from kg.extraction.deals.by_class import name_bare, name_class, name_some_of
from kg.extraction.deals.dated_beside import date_beside, date_by_end
from kg.extraction.deals.enough import states_a_deal
from kg.extraction.deals.landed import told_once
from kg.extraction.deals.lent import lend
from kg.extraction.deals.makers import contractor_of, makers_of, one_before
from kg.extraction.deals.named_later import name_later
from kg.extraction.deals.of_deal import BORROWED, conflict, refer_delivery
from kg.extraction.deals.offers import turn_offer
from kg.extraction.deals.open_goods import count_contents, find_target, find_whole, is_breakdown, list_contents, mean_the_unit
from kg.extraction.deals.open_sides import find_awarder, find_buyer, find_giver, find_receiver, find_seller
from kg.extraction.deals.part_of import mean_the_part
from kg.extraction.deals.retold import by_series, give_back, is_among, is_in_series, recall, settle_options
from kg.extraction.deals.taken_up import count_all, count_whole, refer_number, take_up
from kg.extraction.deals.together import mean_together
from kg.extraction.deals.whose_story import find_owner
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import children

# How far, in sentences of usual length, the list of goods may stand from the deal.
NEXT_SENTENCES = 2
# Rules by which a sentence only tells what the deal is worth; its status is told elsewhere.
ONLY_VALUE = (".pronoun", ".told")


def settle(drafts: list[Draft], story: Story) -> list[Draft]:
    """Drafts with their sides told apart and open slots lent by the deals they refer to; drafts that state no deal are left out."""
    origins = origins_of(drafts, story)
    for draft in drafts:
        name_later(draft, story)
        find_target(draft, story)
        list_contents(draft, story)
        take_carried(draft)
        turn_offer(draft, story)
        split_parties(draft, origins, story)
    drafts = [d for i, d in enumerate(drafts) if not is_breakdown(d, drafts[:i], story)]
    for i, draft in enumerate(drafts):
        mean_the_part(draft, drafts[:i], story)
        find_whole(draft, drafts, story)
        take_up(draft, drafts[:i], story)
        mean_the_unit(draft, drafts[:i])
        refer(draft, drafts[:i], drafts[i + 1 :], story)
        recall(draft, drafts[:i], story)
        count_contents(draft, story)
        refer_number(draft, drafts[:i], story)
    complete(drafts)
    for draft in drafts:
        name_bare(draft, drafts, story)
        name_some_of(draft, story)
    for draft in drafts:
        name_class(draft, drafts, story)
        mean_together(draft, story)
    settle_options(drafts)
    makers = makers_of(story)
    open_deals = [d for d in drafts if d.kind == "Purchase" and d.buyer and not d.seller]
    contractor = contractor_of(story) if len({s.chain for d in open_deals for s in d.systems}) == 1 else None
    granted = {s.chain for d in drafts if d.kind == "Purchase" and d.status == "approved" for s in d.systems}
    for draft in drafts:
        name_maker(draft, story)
        find_buyer(draft, drafts, story)
        find_awarder(draft, drafts)
        seller_at_goods(draft, story)
        if draft.status != "planned" or not granted & {s.chain for s in draft.systems}:  # what a state gives leave for, it sells
            find_seller(draft, makers, contractor)
    drafts = told_once(drafts, story)
    for draft in drafts:
        lend(draft, drafts, story)
        date_beside(draft, drafts, story)
    for draft in drafts:
        find_owner(draft, drafts, story)
    for draft in drafts:
        date_by_end(draft, drafts)
        find_giver(draft, drafts, makers, story)
        find_helped(draft, story)
        find_receiver(draft, drafts, story)
        count_all(draft, drafts, story)
        count_whole(draft, drafts, story)
    for draft in drafts:
        buyers = {b.chain for b in draft.buyer}
        draft.seller = [s for s in draft.seller if s.chain not in buyers]
        draft.goods = [g for g in draft.goods if not (g.is_company and g.system and g.system.named and g.system.chain in buyers)]
    return [d for d in drafts if states_a_deal(d, story)]


def take_carried(draft: Draft) -> None:
    """Give a deal of known value or date the goods and sides of the delivery that was made under it; another one is left without.

    Who the deal is with gave the goods, unless the delivery tells another giver.
    """
    delivery = draft.carries
    if delivery is None or draft.goods or not (draft.value or draft.date):
        return
    givers = {m.chain for m in delivery.seller}
    partner = draft.party if not givers or any(m.chain in givers for m in draft.party) else []
    draft.party = [m for m in draft.party if m not in partner]
    draft.fill("seller", partner)
    draft.goods = [Goods(s, is_company=False) for s in delivery.systems]
    for slot in ("buyer", "seller"):
        if not getattr(draft, slot):
            draft.fill(slot, getattr(delivery, slot))


def name_maker(draft: Draft, story: Story) -> None:
    """Take the one company that stands before all systems of a draft ("Boeing 737-800") for their maker.

    Where no seller is told, it is that, too, if the story names it elsewhere or a firm buys; states as often buy from a state.
    """
    maker = one_before(draft.systems, story)
    if maker is None:
        return
    draft.fill("maker", [maker])
    sells = is_for_firms(draft, story) or any(m.start != maker.start for m in story.chain(maker.chain))
    if sells and not draft.seller and draft.kind == "Purchase" and "seller" not in draft.unknown:
        draft.fill("seller", [maker])


def is_for_firms(draft: Draft, story: Story) -> bool:
    """Whether the buyers are told, and none is a state."""
    return bool(draft.buyer) and all(b.kind == "Organization" and not is_state(b, story) for b in draft.buyer)


def refer(draft: Draft, earlier: list[Draft], later: list[Draft], story: Story) -> None:
    """Let "the deal", "the contract" with no goods of its own stand for the last deal told before it.

    later: the drafts after it; a delivery that opens the story is that of the only deal among them.
    """
    if draft.kind == "Delivery":
        ahead = [d for d in later if d.kind != "Delivery"]
        refer_delivery(draft, earlier or (ahead if len(ahead) == 1 else []), story)
    if draft.kind == "Delivery" or draft.goods or not refers(draft, story):
        return
    for other in by_series(draft, earlier):
        works = draft.kind == "Purchase" and draft.anchor.lemma_.lower() in story.words.verb_classes["works"]
        if other.acquisition and not draft.company_kind and works:
            continue  # after a takeover, "its first order", "the design contract" is one for goods
        if is_of_companies(draft, story) and other.systems and not other.acquisition:
            continue  # a merger is of no jets
        adds = bool(draft.value or draft.date or draft.buyer or draft.seller)
        further = bool(draft.ordinal) or is_in_series(draft, story)
        if further and draft.anchor.tag_ == "NNS" and not draft.value:
            return  # of what "additional deals" are is not told
        if adds and (other.kind != "Delivery" or is_repeat(draft)) and other.goods and not conflict(draft, other):
            draft.goods = [replace(g, quantity=None) for g in in_all(other, earlier)] if further else list(other.goods)
            if other.kind != "Delivery":
                draft.kind, draft.company_kind = other.kind, other.company_kind
            draft.ordinal = draft.ordinal or ("" if further else other.ordinal)
            draft.status = other.status if draft.rule.endswith(ONLY_VALUE) else draft.status
            for slot in ("buyer", "seller"):
                theirs = getattr(other, slot)
                if not getattr(draft, slot) and (len(theirs) < 2 or not further):  # who else took part in this one is not known
                    setattr(draft, slot, list(theirs))
            draft.confidence = round(draft.confidence * BORROWED, 3)
            give_back(draft, other)
            return


def in_all(deal: Draft, drafts: list[Draft]) -> list[Goods]:
    """The goods of a deal that all others told of any of them have, for another deal of the row; all where that leaves none."""
    mine = {s.chain for s in deal.systems}
    told = [d.goods for d in drafts if d.kind != "Delivery" and mine & {s.chain for s in d.systems}]
    shared = [g for g in deal.goods if g.system is not None and all(is_among(g.system, goods) for goods in told)]
    return shared or deal.goods


def is_of_companies(draft: Draft, story: Story) -> bool:
    """Whether the noun that tells a deal is one for deals in companies ("merger", "bid"), not "letter of offer"."""
    row = story.words.deal_nouns.get(draft.anchor.lemma_.lower())
    return draft.kind == "Acquisition" and row is not None and row.kind == draft.kind


def is_repeat(draft: Draft) -> bool:
    """Whether an order is one more of what has come before ("a follow-on order was placed with Verano")."""
    return draft.ordinal == "additional" and draft.carrier and bool(draft.seller or draft.value)


def complete(drafts: list[Draft]) -> None:
    """Give a deal told with its parties but without goods the goods that one of the next sentences lists ("It includes 40 tanks")."""
    deals = [d for d in drafts if d.kind != "Delivery"]
    for draft, following in pairwise(deals):
        near = 0 <= following.sentence.start - draft.sentence.end <= NEXT_SENTENCES * 40
        bare = following.systems and not (following.buyer or following.seller or following.unknown or following.carrier)
        if not draft.goods and draft.carrier and (draft.buyer or draft.seller) and near and bare:
            draft.goods, following.goods = following.goods, []


def refers(draft: Draft, story: Story) -> bool:
    """Whether the draft's own words point back: "the deal", "a second contract", "It is worth"."""
    if draft.rule.endswith(ONLY_VALUE):
        return bool(draft.value)
    if any(c.lemma_.lower() in story.words.verb_classes["other"] for c in children(draft.anchor, "amod", "compound")):
        return False
    if draft.anchor.pos_ == "NOUN" and is_in_series(draft, story):
        return True
    return draft.anchor.pos_ in ("NOUN", "VERB") and (is_definite(draft.anchor) or bool(draft.ordinal))
