"""Which deals does a story state: who buys what from whom, how many, for how much, when, and how far is it?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.extraction.attribution import attributed_to
from kg.extraction.deals.behind import deals_behind
from kg.extraction.deals.deliveries import delivery_claims_of
from kg.extraction.deals.gapped import with_gapped
from kg.extraction.deals.gapped_offers import with_gapped_offers
from kg.extraction.deals.handed import handed_over, is_supplied
from kg.extraction.deals.intent import keep_open, keep_unsold, settle_choices, settle_papers
from kg.extraction.deals.makers import one_before
from kg.extraction.deals.receivers import apart, share_dates
from kg.extraction.deals.respective import with_respective
from kg.extraction.deals.rows import closed, tell_rows
from kg.extraction.deals.shared import days_apart, each_with_its_own, of_all, parted, shared_out, sold_by
from kg.extraction.deals.sides import ONLY_VALUE, settle
from kg.extraction.deals.special import special_draft
from kg.extraction.deals.timing import time_deliveries
from kg.extraction.deals.undone import undo
from kg.extraction.frames.amounts import place_values
from kg.extraction.frames.anchors import drafts
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.joining import joined
from kg.extraction.goods.goods import Goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story, arguments
from kg.extraction.syntax import preposition
from kg.model import Claim, Mention
from kg.values import Date


def deal_claims(story: Story) -> Iterator[Claim]:
    """Claims of deals and of deliveries, the two told by the same sentences and helping each other to their parties."""
    found = apart(joined(drafts(story, special_draft), story), story)
    time_deliveries(found, story)
    tell_rows(found, story)
    place_values(found, story)
    share_dates(found, story)
    found = list(with_gapped(list(with_respective(closed(found, story), story)), story))
    found = list(with_gapped_offers(found, story))
    settled = settle(found, story)
    keep_open(settled, story)
    keep_unsold(settled, story)
    settle_choices(settled, story)
    settle_papers(settled, story)
    undo(settled, story)
    deals = [d for d in settled if not is_supplied(d)]
    for draft in [*deals, *handed_over(settled, story), *deals_behind(settled, story)]:
        yield from delivery_claims_of(draft, story) if draft.kind == "Delivery" else deal_claims_of(draft, story)


def deal_claims_of(draft: Draft, story: Story) -> list[Claim]:
    """The draft as claims: one, or one per kind of goods where each has its own count, or per buyer ("orders from Kenya and Chad")."""
    groups = [[g] for g in draft.goods] if bought_apart(draft) else each_with_its_own(draft.goods, draft.buyer) or split_goods(draft.goods)
    kind = (draft.company_kind or draft.kind) if draft.acquisition else draft.kind
    if kind == "Acquisition" and draft.anchor.pos_ == "NOUN" and draft.systems and not draft.acquisition:
        kind = "Purchase"  # "a proposal by Embraer for the C-390"
    sellers = sold_by(groups, draft.seller)
    buyers = shared_out(groups, [(m.start, m) for m in draft.buyer])
    days = days_apart(groups, dates_of(draft, story)) or [[draft.date] if draft.date else [] for _ in groups]
    values = [draft.value] if len(groups) == 1 else shared_out(groups, draft.amounts) or parted(groups, draft.amounts)
    whole = of_all(groups, draft.amounts) if not any(values) and not draft.rule.endswith(ONLY_VALUE) else []
    values = [whole for _ in groups] if whole else values or [[] for _ in groups]
    found = []
    each = [[b] for b in draft.buyer] if buys_apart(draft, story) and not buyers else [draft.buyer]
    rivals = [[s] for s in draft.seller] if sells_apart(draft, story) and len(groups) == 1 else [[]]
    parts = zip(groups, sellers, values, buyers or [[] for _ in groups], days, strict=True)
    for (group, sold, value, own, day), shared, rival in product(parts, each, rivals):
        buyer, seller = own or shared, rival or sold
        systems = [g.system for g in group if g.system is not None]
        slots = arguments(
            buyer=buyer,
            seller=seller,
            maker=draft.maker or one_before(systems, story),
            system=systems,
            quantity=next((g.quantity for g in group if g.quantity is not None), None),
            hasValue=value,
            hasDate=next(iter(day), None),
            status=draft.status,
            ordinal=next((g.ordinal for g in group if g.ordinal), draft.ordinal) or None,
            hedge=draft.hedge or None,
            attributedTo=attributed_to(draft.anchor, story),
        )
        found.append(Claim(kind, slots, story.evidence(draft.sentence, draft.rule, draft.confidence)))
    return found


def dates_of(draft: Draft, story: Story) -> list[tuple[int, Date]]:
    """(offset, date) of what a draft's sentence dates, where one of them is that of the deal."""
    spans = [s for s in story.doc.spans.get("dates", ()) if draft.sentence.start <= s.start < draft.sentence.end]
    told = [(s.start_char, s._.value) for s in spans if isinstance(s._.value, Date)]
    return told if any(date == draft.date for _, date in told) else []


def buys_apart(draft: Draft, story: Story) -> bool:
    """Whether several buyers have a deal each: "orders from Kenya and Chad", "Kenya and Chad each bought", "both are eyeing the K2"."""
    plural = draft.carrier and draft.anchor.tag_ == "NNS"
    each = not any(g.quantity for g in draft.goods) and any(is_told_by(b, story) for b in draft.buyer[1:])
    wish = draft.needs == "goods" and draft.status == "planned" and not any(g.quantity for g in draft.goods)
    return len(draft.buyer) > 1 and (plural or wish or each or says_each(draft) or sells_to_several(draft, story))


def bought_apart(draft: Draft) -> bool:
    """Whether several deals are told in one, for each named system its own ("signed deals to buy K2 tanks and K9 howitzers")."""
    plural = draft.anchor.tag_ == "NNS" and draft.kind == "Purchase" and not draft.value
    return plural and len(draft.systems) > 1 and all(s.chain < GENERIC for s in draft.systems) and not any(g.quantity for g in draft.goods)


def is_told_by(party: Mention, story: Story) -> bool:
    """Whether a "by" of its own stands before a further party: "ordered by Sweden and by Brazil"."""
    root = story.span(party).root
    return root.dep_ == "conj" and preposition(root) == "by"


def sells_to_several(draft: Draft, story: Story) -> bool:
    """Whether uncounted goods were sold to several states ("has sold its carrier to Chad and Niger"), not some to all together."""
    states = all(b.kind == "Country" for b in draft.buyer)
    sold = draft.anchor.lemma_.lower() in story.words.verb_classes["sell"]
    return states and sold and draft.kind == "Purchase" and not any(g.quantity for g in draft.goods)


def sells_apart(draft: Draft, story: Story) -> bool:
    """Whether several sellers have a deal each: "Kenya and Chad each offered two jets", "Saab and Dassault compete for a contract"."""
    vie = draft.top.lemma_.lower() in story.words.verb_classes["vie"]
    return len(draft.seller) > 1 and len(draft.buyer) < 2 and (vie or says_each(draft) or is_each(draft, story))


def says_each(draft: Draft) -> bool:
    """Whether "each" stands at the draft's verb."""
    return any(c.lower_ == "each" for head in (draft.anchor, draft.top) for c in head.children)


def is_each(draft: Draft, story: Story) -> bool:
    """Whether "each" stands right behind the goods: "12 jets each from Oman and Chad"."""
    ends = [story.span(g.system).end for g in draft.goods if g.system is not None]
    return any(t.lower_ == "each" for end in ends for t in story.doc[end : end + 2])


def split_goods(goods: list[Goods]) -> list[list[Goods]]:
    """Goods that each have a count of their own, or are one of a name beside them, are deals of their own; otherwise all stay together."""
    counted = [g for g in goods if g.quantity is not None and g.system is not None]
    alone = [g for g in goods if g.quantity is None and g.single and g.system is not None and g.system.chain < GENERIC]
    if len(goods) < 2 or not counted or len(counted) + len(alone) < len(goods):
        return [goods]
    return [[g] for g in goods]
