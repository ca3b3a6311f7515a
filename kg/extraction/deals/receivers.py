"""Who gets which part when, where one verb tells of several ("20 tanks to Hungary and 12 to Romania", "two in 2026, four in 2027")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.shares import number_of
from kg.extraction.goods.goods import Goods
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import children, conjuncts, preposition, subtree
from kg.model import Mention

RECEIVES = frozenset({"to", "for"})
# What ends a row: "the first in 2027 and the last in 2031" are all of them.
ENDS = frozenset({"last", "final"})


def apart(drafts: list[Draft], story: Story) -> list[Draft]:
    """The drafts with a delivery of its own for each further receiver that has a count or a date of its own."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        if draft.kind != "Delivery" or not draft.goods or any(g.system is not None for g in draft.goods[1:]):
            continue
        draft.goods = draft.goods[:1]  # the counts behind it are of the same goods
        if draft.anchor.pos_ == "VERB":
            found += further(draft, story)
        found += later_parts(draft, story)
    return found


def later_parts(draft: Draft, story: Story) -> list[Draft]:
    """The deliveries of further parts to the same receivers, each with a date of its own: "30 in 2026 and another 40 in 2027"."""
    first, found, behind = draft.goods[0], [], parts_behind(draft, story)
    if first.picked and len(behind) == 1 and behind[0].lower_ in ENDS:
        draft.goods = [replace(first, quantity=None, picked=False, partial=False, whole=True)]
        return []
    for c in behind:
        more = counted(c, first, story)
        if more is None and c.lower_ in story.words.row_words and first.quantity is not None and first.quantity.number == 1:
            more = replace(first, quantity=replace(first.quantity, text=c.text))
        if more is None and c.lower_ in story.words.verb_classes["rest"]:
            more = replace(first, quantity=None)
        if more is not None:
            found.append(copy(draft, c, draft.buyer, [more]))
            givers = [m for n in children(c, "orphan", "nmod", "obl") if preposition(n) == "from" for m in parties(n, story)]
            found[-1].seller = givers or found[-1].seller
    if is_sum(draft, found) and all(
        d.i > found[0].top.i for d in dates_below(draft.anchor, story)
    ):  # "five ships, two in 2027 and three in 2029"
        draft.goods, draft.top = found[0].goods, found[0].top
        return found[1:]
    return found


def is_sum(whole: Draft, parts: list[Draft]) -> bool:
    """Whether the counts of parts make up the count before them."""
    counts = [d.goods[0].quantity.number if d.goods[0].quantity is not None else None for d in (whole, *parts)]
    return len(parts) > 1 and None not in counts and counts[0] == sum(c for c in counts[1:] if c is not None)


def parts_behind(draft: Draft, story: Story) -> list[Token]:
    """The dated words coordinated with a delivery, its goods or its verb, in reading order ("Six will come in May, eight in 2027")."""
    own = [draft.anchor, *noun_of(draft, story)]
    heads = {t.i: t for t in [*own, *children(draft.anchor, "obj", "nsubj", "obl")]}
    heads.update({a.i: a for t in own for a in t.ancestors if a.tag_ == "CD" and a.i > draft.anchor.i})
    over = draft.anchor.head if draft.anchor.dep_ == "xcomp" else draft.anchor  # "are due to arrive in May, eight in 2027"
    beside = [c for t in [*heads.values(), over] for c in [*conjuncts(t), *children(t, "parataxis")]]
    behind = {c.i: c for c in beside if c.i > draft.anchor.i and c.i not in heads}
    told = [c for _, c in sorted(behind.items()) if c.pos_ != "VERB" and has_date(c, story)]
    told = [c for c in told if preposition(c) in ("", "by")]  # not "after an order for five in 2021 and for three in 2023"
    return [c for c in told if not receivers_of(c)]


def receivers_of(count: Token) -> list[Token]:
    """Who gets a count by the words behind it, which the parser may hang on the verb: "two to Kenya"."""
    told = [noun for p, noun in attached(count) if p in RECEIVES]
    behind = [t.head for t in count.doc[count.i + 1 : count.i + 2] if t.lower_ in RECEIVES and t.dep_ == "case"]
    return told or (behind if count.tag_ == "CD" else [])


def has_date(token: Token, story: Story) -> bool:
    """Whether a date stands right below a word."""
    return bool(dates_below(token, story))


def dates_below(token: Token, story: Story) -> list[Token]:
    """The adjuncts right below a word that a date stands in ("in 2027", "by the end of May")."""
    dates = {t.i for span in story.doc.spans.get("dates", ()) for t in span}
    return [c for c in children(token, "orphan", "obl", "nmod") if any(t.i in dates for t in subtree(c, stop=frozenset({"conj"})))]


def further(draft: Draft, story: Story) -> list[Draft]:
    """The deliveries to those who are told behind the first receiver; a list of counts behind the goods tells the first one too."""
    listed = [c for g in noun_of(draft, story) for c in children(g, "appos") if counted(c, draft.goods[0], story)]
    if listed and not draft.buyer:
        counts = [*conjuncts(listed[0]), *(n for _, r in attached(listed[0]) for n in conjuncts(r))]
        shares = [s for c in counts if (s := share(c, draft, story)) is not None]
        if len(shares) > 1:
            draft.buyer, draft.goods = shares[0].buyer, shares[0].goods
            return shares[1:]
    beside = [c for p, n in attached(draft.anchor) if p in RECEIVES for c in conjuncts(n) if c.i != n.i]
    apart = [s for c in beside if len(draft.buyer) > 1 and (s := dated(c, draft, story)) is not None]
    own = {b.chain for s in apart for b in s.buyer}
    draft.buyer = [b for b in draft.buyer if b.chain not in own]
    listed = [c for g in noun_of(draft, story) for c in children(g, "conj")]
    told = [s for c in listed if draft.buyer and (s := share(c, draft, story))]
    theirs = {b.chain for s in told for b in s.buyer}
    draft.buyer = [b for b in draft.buyer if b.chain not in theirs] or draft.buyer  # "four boats to Chad in May and two to Kenya in June"
    behind = [s for c in children(draft.anchor, "conj") if draft.buyer and (s := share(c, draft, story) or dated(c, draft, story))]
    return apart + told + behind


def noun_of(draft: Draft, story: Story) -> list[Token]:
    """The noun of a draft's goods, [] for none."""
    system = draft.goods[0].system
    return [story.span(system).root] if system is not None else []


def counted(token: Token, first: Goods, story: Story) -> Goods | None:
    """More goods of the first kind by a bare count that has a receiver ("12 to Romania")."""
    number = number_of(token, story)
    return replace(first, quantity=replace(number, unit=first.quantity.unit if first.quantity else "")) if number is not None else None


def share(token: Token, draft: Draft, story: Story) -> Draft | None:
    """The delivery of a count with a receiver of its own, None for others."""
    more = counted(token, draft.goods[0], story)
    names = [p for noun in receivers_of(token) for p in parties(noun, story)]
    return copy(draft, token, names, [more]) if more is not None and names else None


def dated(token: Token, draft: Draft, story: Story) -> Draft | None:
    """The delivery to a further receiver that has a date of its own ("to Chad from 2026 and to Kenya from 2027")."""
    names = parties(token, story) if preposition(token) in RECEIVES and has_date(token, story) else []
    return copy(draft, token, names, draft.goods) if names else None


def copy(draft: Draft, top: Token, receivers: list[Mention], goods: list[Goods]) -> Draft:
    """The same delivery to others, told at another word."""
    return replace(draft, top=top, buyer=list(receivers), seller=list(draft.seller), goods=list(goods), inner=[], beside=draft)


def share_dates(drafts: list[Draft], story: Story) -> None:
    """Give receivers without a date of their own the one that is told once ("20 to Hungary and 12 to Romania by December")."""
    for draft in drafts:
        first = draft.beside
        if first is not None and not (draft.start or draft.end or has_date(draft.top, story)):
            draft.start, draft.end, draft.status = first.start, first.end, first.status
        elif first is not None and not (first.start or first.end):
            first.start, first.end, first.status = draft.start, draft.end, draft.status
