"""Who gets or gives which part, where one verb tells of several: "90 buses from Verano and 30 from Kestrel", "Orion and Verano merge"?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.clauses import Clause
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number
from kg.extraction.goods.goods import MORE, Goods, goods
from kg.extraction.parties import PARTY_KINDS, parties
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, conjuncts
from kg.model import Mention
from kg.values import Quantity

# How many characters a noun may stand behind the name before it ("the A-B tie-up").
NEXT = 5
# How many words behind a count its own date or side may stand ("four of the ships from").
NEAR = 6


def add_further(draft: Draft, clause: Clause, roles: Mapping[str, str], story: Story) -> None:
    """Add the counts behind the goods of a verb that have a side or a date of their own, and the sides of all of them.

    "bought 90 buses from Verano and 30 from Kestrel", "ordered six in 2008 and another six in 2010".
    """
    told = [g for g in draft.goods if g.system is not None] or draft.goods[:1]
    if not told or any(g.quantity is None for g in told):
        return
    first = told[0]
    if split_whole(draft, first, roles, story):
        return
    for token in further(clause):
        one = counted(token, first, story)
        sides = [(side, n) for p, n in attached(token) if (side := side_of(p, draft, roles)) in ("buyer", "seller")]
        named = [(slot, names) for slot, n in sides[:1] if getattr(draft, slot) and (names := parties(n, story))]
        if not sides and token.tag_ == "CD":  # "and 220 from Boeing", where "from" hangs on the verb
            beside = [(slot, side_behind(token, p, story)) for p, slot in roles.items() if slot in ("buyer", "seller")]
            named = [(slot, [m]) for slot, m in beside if m is not None and getattr(draft, slot)][:1]
        known = one is not None and any(g.start == one.start and g.quantity == one.quantity for g in told)
        dated = draft.kind != "Delivery" and is_told_apart(token, first, story)
        if one is None or not (named or known or dated):
            continue
        draft.goods = told = told if known else [*told, one]
        for slot, names in named:
            draft.fill(slot, names)


def side_of(preposition: str, draft: Draft, roles: Mapping[str, str]) -> str:
    """The side behind a preposition; where "from" told who sells of the first goods, it does so of the others."""
    return "seller" if preposition == "from" and draft.seller and not draft.buyer else roles.get(preposition, "")


def is_told_apart(number: Token, first: Goods, story: Story) -> bool:
    """Whether a bare number has a date of its own, as the goods before it have: "six in 2008 and another six in 2010"."""
    dates = [span for span in story.doc.spans.get("dates", ()) if span.sent == number.sent]
    own = any(t.i > number.i and t.i < number.i + NEAR and any(d.start <= t.i < d.end for d in dates) for t in number.subtree)
    before = first.system is not None and any(d.start < number.i for d in dates)
    return own and before and number_of(number, story) is not None


def split_whole(draft: Draft, whole: Goods, roles: Mapping[str, str], story: Story) -> bool:
    """Put counts that make up the whole, each with a side of its own, in its place: "ordered 111 jets, 68 from Boeing and 43 from Airbus".

    Whether there were such.
    """
    total = whole.quantity.number if whole.quantity is not None else Decimal(0)
    at = story.span(whole.system).root if whole.system is not None else draft.anchor
    for function, slot in roles.items():
        if slot not in ("buyer", "seller") or draft.kind == "Delivery":
            continue
        parts = [(n, m) for t in draft.sentence if t.i > at.i and (n := bare_number(t, story)) and (m := side_behind(t, function, story))]
        if len(parts) > 1 and sum(n.number for n, _ in parts) == total:
            unit = whole.quantity.unit if whole.quantity is not None else ""
            draft.goods = [replace(whole, quantity=replace(n, unit=unit), at=m.start - len(function) - 1) for n, m in parts]
            setattr(draft, slot, [m for _, m in parts])
            return True
    return False


def side_behind(number: Token, function: str, story: Story) -> Mention | None:
    """The party behind a preposition that follows a count at once, or what it counts ("43 from Airbus", "68 of them from Boeing")."""
    for t in number.doc[number.i + 1 : number.i + NEAR]:
        if t.lower_ == function and t.i + 1 < len(number.doc):
            named = (story.mention(x) for x in number.doc[t.i + 1 : t.i + NEAR])
            return next((m for m in named if m is not None and m.kind in PARTY_KINDS), None)
        if t.is_punct or t.pos_ in ("VERB", "AUX", "CCONJ", "NUM"):
            return None
    return None


def further(clause: Clause) -> list[Token]:
    """The counts coordinated with a verb, its object or what stands behind a preposition of it, in reading order."""
    heads = [clause.verb, *([clause.object] if clause.object is not None else []), *(n for _, n in clause.prepositions)]
    found = {c.i: c for h in heads for c in conjuncts(h) if c is not h and c.i > clause.verb.i}
    return [c for _, c in sorted(found.items()) if c.tag_ == "CD" or children(c, "nummod")]


def counted(token: Token, first: Goods, story: Story) -> Goods | None:
    """The goods of one further count: those that it names, or more of the first kind ("and 30 from Kestrel", "and 12 more to Chad")."""
    number = number_of(token, story)
    if number is not None:
        return replace(first, quantity=replace(number, unit=first.quantity.unit if first.quantity else ""), at=token.idx)
    named = [g for g in goods(token, story) if g.quantity is not None and g.system is not None and not g.is_company]
    return named[0] if named else None


def number_of(token: Token, story: Story) -> Quantity | None:
    """The count that a bare number or "more" tells: "and 30 from Kestrel", "and two more in 2024"."""
    told = children(token, "nummod") if token.lower_ in MORE else [token]
    return next((n for t in told if (n := bare_number(t, story)) is not None), None)


def merging(clause: Clause, roles: Mapping[str, str], story: Story) -> Clause:
    """The clause with the first of two that merge on the side that acts and the other as what it merges with ("Orion and Verano merge")."""
    both = clause.object if roles.get("object") == "buyer" else clause.subject  # "plans to merge Orion with Verano"
    if both is None or roles.get("with") != "system" or any(p == "with" for p, _ in clause.prepositions):
        return clause
    first = child(both, "appos", "flat") if both.tag_ == "NNS" else both  # "the firms Orion and Verano"
    others = [t for t in conjuncts(first) if t is not first and parties(t, story)] if first is not None else []
    if not others or (clause.object is not None and both is not clause.object):
        return clause
    return replace(clause, prepositions=(*clause.prepositions, ("with", others[0])))


def pair_up(draft: Draft, noun: Token, story: Story) -> None:
    """Put the first of two that merge on the side that acts: "the merger of A and B", "A and B agreed a merger", "the A-B merger"."""
    if not draft.goods and not draft.buyer:
        draft.goods = hyphened(noun, story)
    if len(draft.goods) > 1 and not draft.buyer:
        draft.buyer, draft.goods = [g.system for g in draft.goods[:1] if g.system is not None], draft.goods[1:]
    sides = draft.buyer if len(draft.buyer) == 2 else draft.party
    if not draft.goods and len(sides) == 2 and all(m.kind == "Organization" for m in sides):
        draft.goods, draft.buyer, draft.party = [Goods(sides[1], is_company=True)], [sides[0]], []
    if draft.goods and draft.buyer:
        draft.party = []  # who announces a merger of others sells nothing


def hyphened(noun: Token, story: Story) -> list[Goods]:
    """The two companies whose names a dash joins right before a noun ("the Hanil Steel-Namyang Metals merger")."""
    before = [m for m in story.mentions if m.kind == "Organization" and m.end < noun.idx and noun.idx - m.end <= NEXT][-2:]
    last = before[-1] if before else None
    first = next((m for m in story.mentions if last is not None and m.kind == "Organization" and m.end == last.start - 1), None)
    if first is None or last is None or story.article.text[first.end] not in "-–—/":
        return []
    return [Goods(first, is_company=True), Goods(last, is_company=True)]
