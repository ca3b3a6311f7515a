"""Which goods of an earlier deal does a delivery take up ("Norway ordered four frigates ... The ships are due by 2029")?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number, is_of_whole, quantity_of
from kg.extraction.goods.goods import is_goods
from kg.extraction.goods.unnamed import GENERIC, generic_system
from kg.extraction.references import covers, is_definite, is_one_of, recent
from kg.extraction.story import Story
from kg.extraction.syntax import base, children
from kg.model import Mention
from kg.values import Quantity

# A claim on goods told elsewhere is surer than a guess, less sure than its own words.
BORROWED = 0.8
NEAR = 30  # words of other sentences between a number and the goods that it counts
NEW = frozenset({"new"})
# Words by which a delivery tells of a part of what was ordered.
PART = frozenset({"remaining", "latest", "next", "first", "last", "final", "sister", "other"})


def take_up(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Let "the ships" of a delivery stand for the frigates of the last deal that tells such goods without a name."""
    if draft.kind != "Delivery" or len(draft.goods) != 1:
        return
    mean_the_bought(draft, earlier, story)
    system = draft.goods[0].system
    if draft.goods[0].lot or is_counted_lot(draft, story):
        unbundle(draft, earlier)
        return
    if system is None or system.chain < GENERIC or not is_definite(head_of(system, story)):
        return
    noun = singular(head_of(system, story).lower_)
    for deal in reversed(earlier):
        told = deal.goods[0].system if deal.kind != "Delivery" and len(deal.goods) == 1 and not deal.acquisition else None
        if told is None or told.chain < GENERIC:
            continue
        if told.chain == system.chain or covers(noun, {singular(head_of(told, story).lower_)}, story):
            draft.goods = [replace(draft.goods[0], system=replace(system, chain=told.chain))]
            return


def mean_the_bought(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Let "the jets" of a delivery be those of the only deal told before that fits, not others that were named last and that nobody buys.

    "Romania will buy 12 F-16s to replace its MiG-21s. The jets are to arrive in 2016."
    """
    system = draft.goods[0].system
    if system is None or system.named or system.chain >= GENERIC or system.kind != "System":
        return
    deals = [d for d in earlier if d.kind != "Delivery" and not d.acquisition and d.status != "cancelled"]
    bought = {s.chain: s for d in deals for s in d.systems if s.chain < GENERIC}
    head = head_of(system, story)
    fitting = [s for s in bought.values() if is_one_of(s, singular(head.lower_), story)]
    apart = any(c.lower_ not in story.words.row_words | NEW for c in children(head, "amod"))  # "the leased jets"
    if system.chain not in bought and len(fitting) == 1 and not apart:
        draft.goods = [replace(draft.goods[0], system=replace(system, chain=fitting[0].chain))]


def is_counted_lot(draft: Draft, story: Story) -> bool:
    """Whether a delivery counts units of goods that it does not name ("delivery of eight batteries")."""
    system = draft.goods[0].system
    if system is None or system.chain < GENERIC or draft.goods[0].quantity is None:
        return False
    noun = story.span(system).root
    lots = story.words.verb_classes["lot"]
    return len(story.span(system)) == 1 and bool({singular(noun.lower_), noun.lemma_.lower()} & lots)


def unbundle(draft: Draft, earlier: list[Draft]) -> None:
    """Let "the first squadron", "a second batch" be of the goods told before; one of those that were counted so ("two batteries")."""
    told = told_before(draft, earlier) or only_goods(earlier)
    if told is None:
        return
    bundled = draft.goods[0]
    counts = [g.quantity for d in earlier for g in d.goods if g.system is not None and g.system.chain == told.chain and g.quantity]
    one = any(singular(q.unit.lower()) == bundled.lot for q in counts if q.unit)
    one = one or bundled.lot == ""
    quantity = (bundled.quantity or Quantity(Decimal(1), unit=bundled.lot, text=bundled.lot)) if one else None
    draft.goods = [replace(bundled, system=told, quantity=quantity)]


def only_goods(earlier: list[Draft]) -> Mention | None:
    """The goods of all deals told before, None where they have several kinds."""
    found = {s.chain: s for d in earlier if d.kind != "Delivery" and not d.acquisition for s in d.systems}
    return next(iter(found.values())) if len(found) == 1 else None


def only_named(token: Token, story: Story) -> Mention | None:
    """The only system that a story names before a token, None for several."""
    found = {m.chain: m for m in story.mentions if m.kind == "System" and m.start < token.idx}
    return next(iter(found.values())) if len(found) == 1 and next(iter(found)) < GENERIC else None


def refer_number(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Let a bare number ("two are to be delivered in May", "has ordered 27 more") or "the last of 52" count what was told just before.

    A delivery takes up goods without a name too: "ordered 28 trains; the first arrived".
    """
    unnamed = draft.kind == "Delivery" and len(draft.goods) == 1
    counted = bool(draft.goods) and all(g.quantity for g in draft.goods)
    if draft.systems or draft.acquisition or draft.carrier or not (counted or unnamed):
        return
    system = recent(draft.anchor, story, frozenset({"System"}), subjects_first=False, reach=1)
    system = system or told_before(draft, earlier)
    if system is None and unnamed:
        system = only_goods(earlier) or only_named(draft.anchor, story)
    if system is not None:
        here = draft.anchor.idx, draft.anchor.idx + len(draft.anchor)
        told = story.make(*here, "System", system.chain, named=False) if system.chain < GENERIC else system
        draft.goods = [replace(g, system=told) for g in draft.goods]
    elif (goods := goods_before(draft.anchor, story)) is not None:
        draft.goods = [replace(g, system=goods) for g in draft.goods]
    if draft.systems:
        draft.confidence = round(draft.confidence * BORROWED, 3)


def goods_before(token: Token, story: Story) -> Mention | None:
    """The only goods without a name that the words before a token tell of ("Egypt wanted submarines. It bought four"), None for several."""
    before = [s for s in story.doc.sents if s.start <= token.i][-2:]
    nouns = [t for s in before for t in s if t.i < token.i and t.pos_ == "NOUN" and base(t.dep_) != "compound" and is_goods(t, story)]
    return generic_system(nouns[-1], story) if nouns and len({singular(t.lower_) for t in nouns}) == 1 else None


def told_before(draft: Draft, earlier: list[Draft]) -> Mention | None:
    """The goods of the fact told just before a delivery, where it tells of one kind only."""
    for other in reversed(earlier):
        if draft.sentence.start - other.sentence.end > NEAR:
            return None
        if other.systems:
            only = other.systems[0] if len(other.systems) == 1 and not other.acquisition else None
            return only
    return None


def count_all(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give a delivery of "the ships", all of them, the number that the only deal of the story tells of them."""
    if draft.kind != "Delivery" or len(draft.goods) != 1 or (draft.status == "started" and not draft.goods[0].whole):
        return
    system, told = draft.goods[0].system, draft.goods[0]
    if system is None or told.quantity is not None or told.partial or not (told.whole or is_whole(head_of(system, story))):
        return
    mine = {b.chain for b in draft.buyer}
    deals = [d for d in drafts if d.kind != "Delivery" and d.status != "cancelled"]
    for own in (deals, [d for d in deals if mine & {b.chain for b in d.buyer}]):  # of several deals those of the receiver
        counted = [g.quantity for d in own for g in d.goods if g.quantity is not None and is_of(g.system, system)]
        if len({q.number for q in counted}) == 1:
            draft.goods = [replace(draft.goods[0], quantity=counted[0])]
            return


def count_whole(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give the only signed deal of some goods the whole that its deliveries are counted of: "eight of the 36 jets were handed over"."""
    if draft.kind != "Purchase" or draft.status != "signed" or len(draft.goods) != 1 or draft.goods[0].quantity is not None:
        return
    system = draft.goods[0].system
    if system is None or system.chain >= GENERIC or any(d is not draft and d.kind != "Delivery" and is_told_of(d, system) for d in drafts):
        return
    parts = [d for d in drafts if d.kind == "Delivery" and is_told_of(d, system)]
    numbers = [t for d in parts for t in d.sentence if t.tag_ == "CD" and t.head in (d.anchor, *d.heads) and is_of_whole(t)]
    wholes = [q for t in numbers for n in children(t, "nmod") if (q := quantity_of(n, story) or bare_number(n, story)) is not None]
    if len({q.number for q in wholes}) == 1:
        draft.goods = [replace(draft.goods[0], quantity=wholes[0])]


def is_told_of(draft: Draft, system: Mention) -> bool:
    """Whether goods are among those of a draft."""
    return any(is_of(s, system) for s in draft.systems)


def is_of(system: Mention | None, other: Mention) -> bool:
    """Whether goods are the same as others."""
    return system is not None and system.chain == other.chain


def is_whole(noun: Token) -> bool:
    """Whether a noun is definite and plural and nothing says that it means a part ("the ships", not "the first ships")."""
    if noun.lower_ in ("they", "them"):
        return True
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("aircraft", "craft")
    return plural and is_definite(noun) and not any(c.lower_ in PART for c in children(noun, "amod", "compound"))


def head_of(system: Mention, story: Story) -> Token:
    """The noun of a goods phrase: its own head, or the noun that a name stands before ("the K9 guns")."""
    root = story.span(system).root
    return root.head if root.dep_ in ("compound", "amod", "nmod:desc") and root.head.pos_ in ("NOUN", "PROPN") else root
