"""When does a sentence tell more of a deal, or of its target, that the story has told before?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.chains import singular
from kg.extraction.clauses import clause_of
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import VERBAL
from kg.extraction.goods.goods import Goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, first_conjunct, subtree
from kg.model import Mention

# How many tokens, two or three sentences of usual length, a deal told without its goods may stand from the one it goes on with.
NEAR = 100
# A claim that borrows its goods from another one is less sure than its own words.
BORROWED = 0.8


def recall(draft: Draft, earlier: list[Draft], story: Story) -> None:
    """Fill the goods of a draft whose words point to a deal told before it: a rival's bid, a price, "the shares"."""
    told = [d for d in reversed(earlier) if d.kind != "Delivery" and d.goods and d is not draft]
    if draft.kind == "Delivery" or not told:
        return
    if not draft.goods:
        other = continued(draft, told, story) if not is_bid(draft) else None if names_target(draft, story) else target_of(draft, told)
        if other is not None:
            draft.goods, draft.kind, draft.company_kind = list(other.goods), other.kind, other.company_kind
            draft.confidence = round(draft.confidence * BORROWED, 3)
            if not is_bid(draft):
                draft.buyer = draft.buyer or list(other.buyer)
            if not draft.seller and not other.buyer:
                draft.fill("seller", other.seller)
    elif is_known_goods(draft, story):
        take_named(draft, told)
    else:
        share_goods(draft, told)
        take_up(draft, earlier)


def take_up(draft: Draft, earlier: list[Draft]) -> None:
    """Give "the contract" what was told of "a contract" right before it without its goods ("a $3bn contract. The contract, for")."""
    before = earlier[-1] if earlier else None
    if before is None or not draft.carrier or not is_definite(draft.anchor) or is_definite(before.anchor) or before.goods:
        return
    if before.anchor.lemma_ == draft.anchor.lemma_ and 0 < draft.anchor.i - before.anchor.i <= NEAR and not (draft.value and before.value):
        draft.value, draft.date = draft.value or before.value, draft.date or before.date
        for slot in ("buyer", "seller"):
            if not getattr(draft, slot):
                draft.fill(slot, getattr(before, slot))


def share_goods(draft: Draft, told: list[Draft]) -> None:
    """Take "the deal" between the parties of the one told just before for the same deal, with the goods that either names.

    One of a row ("the third-stage deal") is another, unless the first of the row that is told, for what has one name with
    the goods of the one before ("Skarv launchers", "the KM-90 missile", later "the Skarv KM-90").
    """
    if not draft.carrier or not is_definite(draft.anchor):
        return
    other = next((d for d in told if d.buyer and d.seller), None)
    if other is None or other.status != draft.status or draft.anchor.i - other.anchor.i > NEAR or other.acquisition or draft.acquisition:
        return
    alike = bool({s.chain for s in draft.systems} & {s.chain for s in other.systems})
    if draft.ordinal and (draft.ordinal == "additional" or not alike or any(d.ordinal for d in told)):
        return
    sides = [{m.chain for m in getattr(d, slot)} for slot in ("buyer", "seller") for d in (draft, other)]
    counted = any(g.quantity for g in draft.goods) and any(g.quantity for g in other.goods)
    if sides[0] & sides[1] and sides[2] & sides[3] and not counted and not (draft.value and other.value):
        draft.goods = [*draft.goods, *(g for g in other.goods if g.system and not is_among(g.system, draft.goods))]
        draft.ordinal = other.ordinal = draft.ordinal or other.ordinal


def is_among(system: Mention, goods: list[Goods]) -> bool:
    """Whether a thing is among others told, by a word of its name: "the KM-90" is not, where only "the Skarv" is, even if
    "the Skarv KM-90" stands for both.
    """
    words = set(system.text.lower().split())
    others = [g.system for g in goods if g.system is not None]
    return any(system.chain == other.chain and words & set(other.text.lower().split()) for other in others)


def by_series(draft: Draft, earlier: list[Draft]) -> list[Draft]:
    """Earlier drafts, the last first; for one of a series ("the first-stage deal") those that are of a series go before."""
    last_first = earlier[::-1]
    found = sorted(last_first, key=lambda d: d.kind == "Delivery")
    return sorted(found, key=lambda d: not d.ordinal) if draft.ordinal else found


def is_in_series(draft: Draft, story: Story) -> bool:
    """Whether a deal without parties and goods is one that the deal told before goes on with.

    "The contract builds on a $5bn deal signed in 2022", "The award follows a framework agreement of January".
    """
    if not draft.carrier or draft.goods or draft.buyer or draft.seller or draft.party or not (draft.value or draft.date):
        return False
    verb = first_conjunct(draft.anchor).head
    if verb.lemma_.lower() not in story.words.verb_classes["continue"]:
        return False
    subject = surface_subject(verb)
    return subject is not None and is_definite(subject) and subject.lemma_.lower() in {*story.words.deal_nouns, "award"}


def give_back(draft: Draft, other: Draft) -> None:
    """Fill what the first telling of a deal left open from a later one of the same deal; not from another of its series."""
    if draft.ordinal or not is_definite(draft.anchor) or draft.anchor.i - other.anchor.i > NEAR:
        return
    for slot in ("buyer", "seller"):
        if not getattr(other, slot) and slot not in other.unknown:
            other.fill(slot, getattr(draft, slot))
    if other.announced and draft.date is not None and not draft.announced:
        other.date, other.announced = draft.date, False


def is_bid(draft: Draft) -> bool:
    """Whether the words state an offer for a company that they do not name ("a higher bid from Verano", "pulled its $3bn offer")."""
    open_ = draft.status == "planned" or (draft.status == "cancelled" and draft.anchor.pos_ == "NOUN")
    return draft.kind == "Acquisition" and open_ and bool(draft.buyer)


def names_target(draft: Draft, story: Story) -> bool:
    """Whether a bid has a target of its own, though it was not read ("its offer for the Kestrel filling station chain")."""
    behind = [n for p, n in attached(draft.anchor) if p == "for"]
    return any(story.mention(t) is not None for n in behind for t in subtree(n))


def target_of(draft: Draft, told: list[Draft]) -> Draft | None:
    """The company that a bid is for: the one this bidder went for before, the only one that the story has told a deal of, or else
    that of the deal told right before it.

    Rivals bid for one target; a part of a company is none, nor is the bidder itself.
    """
    mine = {b.chain for b in draft.buyer}
    whole = [d for d in told if d.acquisition and all(s.chain < GENERIC for s in d.systems)]
    same = next((d for d in whole if mine & {b.chain for b in d.buyer}), None)
    last = next((d for d in told if d.acquisition), None)
    known = draft.anchor.pos_ == "NOUN" and child(draft.anchor, "nmod:poss") is not None and not draft.value  # "Verano's offer"
    alone = len({s.chain for d in whole for s in d.systems}) == 1 and not known
    near = last if last in whole and (alone or 0 <= draft.anchor.i - last.anchor.i <= NEAR) else None
    other = same or near
    return None if other is None or mine & {s.chain for s in other.systems} else other


def continued(draft: Draft, told: list[Draft], story: Story) -> Draft | None:
    """The deal that a price ("Verano will pay $3bn") or a definite object ("it will buy the shares from") goes on with.

    It must share the side that acts and leave open, or agree with, what the draft tells anew.
    """
    if draft.anchor.pos_ not in VERBAL or not (is_price(draft) or takes_known(draft.anchor, story)):
        return None
    for other in told:
        near = 0 <= draft.anchor.i - other.anchor.i <= NEAR
        known = "buyer" in draft.unknown and names_nobody(draft.anchor) and bool(other.buyer)
        sold = other.acquisition and bool(other.seller) and not other.buyer and takes_known(draft.anchor, story)
        if near and (same_side(draft, other) or known or sold) and not (draft.value and other.value):
            return other
    return None


def is_price(draft: Draft) -> bool:
    """Whether a verb of paying has the price itself as its object, without another purpose ("paid $250m to settle charges")."""
    verb = draft.anchor
    inside = any(at <= o.idx < at + len(v.text) for o in children(verb, "obj") for at, v in draft.amounts)
    purpose = any(c.tag_ == "VB" for c in children(verb, "xcomp", "advcl"))
    return draft.paid_for and inside and not purpose and child(verb, "iobj") is None


def takes_known(verb: Token, story: Story) -> bool:
    """Whether a verb's object is a part or share of a company that was told before ("the shares", "paid $2bn for the unit")."""
    clause = clause_of(verb)
    paid_for = next((n for p, n in clause.prepositions if p == "for" and n.pos_ == "NOUN"), None)
    obj = paid_for if verb.lemma_ == "pay" and paid_for is not None else clause.object
    if obj is None or not is_definite(obj):
        return False
    nouns = story.words.share_nouns | story.words.unit_nouns | story.words.company_nouns
    return singular(obj.lemma_.lower()) in nouns or singular(obj.lower_) in nouns


def names_nobody(verb: Token) -> bool:
    """Whether the verb's subject is a description of somebody known ("the Danish firm")."""
    subject = clause_of(verb).subject
    return subject is not None and is_definite(subject)


def same_side(draft: Draft, other: Draft) -> bool:
    """Whether the two share a buyer or a seller and contradict each other in neither."""
    shared = False
    for slot in ("buyer", "seller"):
        mine, theirs = ({m.chain for m in getattr(d, slot)} for d in (draft, other))
        shared = shared or bool(mine & theirs)
        if mine and theirs and not mine & theirs:
            return False
    return shared


def is_known_goods(draft: Draft, story: Story) -> bool:
    """Whether all goods are without a name but marked as known ("30 of the aircraft")."""
    return all(g.system is not None and g.system.chain >= GENERIC and is_marked(g.system.start, story) for g in draft.goods)


def is_marked(start: int, story: Story) -> bool:
    """Whether the goods that begin at a character stand behind "the" or "these"."""
    span = story.doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span.start > 0 and story.doc[span.start - 1].lower_ in ("the", "these", "those")


def take_named(draft: Draft, told: list[Draft]) -> None:
    """Give goods that are known the name they have in an earlier deal of the same buyer or seller."""
    for other in told:
        named = [s for s in other.systems if s.kind == "System" and s.chain < GENERIC]
        if len(named) == 1 and len(draft.goods) == 1 and same_side(draft, other) and not other.acquisition:
            draft.goods = [replace(draft.goods[0], system=named[0])]
            return


def settle_options(drafts: list[Draft]) -> None:
    """Let the firm part of an order tell the count of a deal told with its options ("up to 50", then "a firm order for 30")."""
    for draft in drafts:
        for other in drafts:
            if draft.kind == other.kind == "Purchase" and len(draft.goods) == len(other.goods) == 1 and same_side(draft, other):
                most, firm = draft.goods[0].quantity, other.goods[0].quantity
                same = {s.chain for s in draft.systems} == {s.chain for s in other.systems}
                if most and firm and same and most.text.lower().startswith(("up to", "as many as")) and firm.number < most.number:
                    draft.goods = [replace(draft.goods[0], quantity=firm)]
