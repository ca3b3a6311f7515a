"""Who does the same by a name and a count alone, where the verb is not said again ("Norway ordered 24 jets, Denmark 19 and Latvia six")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number
from kg.extraction.parties import PARTY_KINDS
from kg.extraction.story import Story
from kg.extraction.syntax import is_passive
from kg.model import Mention
from kg.values import Date, Quantity

BEFORE = frozenset({",", "and", ";", "while"})
AFTER = frozenset({",", "and", ";", ".", "in"})


def with_gapped(drafts: list[Draft], story: Story) -> Iterator[Draft]:
    """The drafts, and one for each name and count behind the goods of a deal that a verb tells: who buys, of a gift who gives."""
    for draft in drafts:
        yield draft
        slot = "seller" if draft.kind == "Donation" else "buyer"
        named = draft.kind in ("Purchase", "Donation") and draft.anchor.pos_ == "VERB" and not is_passive(draft.anchor)
        told = [g for g in draft.goods if g.system is not None and g.quantity is not None]
        parts = list(gaps(draft, story)) if named and told and getattr(draft, slot) else []
        if not parts:
            continue
        chains, places = {m.chain for m, _ in parts}, {m.end + 1 for m, _ in parts}
        draft.buyer = [m for m in draft.buyer if m.chain not in chains]
        draft.seller = [m for m in draft.seller if m.chain not in chains]
        draft.goods = [g for g in draft.goods if g.at not in places]
        for party, count in parts:
            goods = [replace(told[0], quantity=replace(count, unit=told[0].quantity.unit if told[0].quantity else ""))]
            other = replace(draft, goods=goods, value=[], amounts=[], inner=[], date=own_date(party, story) or draft.date)
            setattr(other, slot, [party])
            yield other


def gaps(draft: Draft, story: Story) -> Iterator[tuple[Mention, Quantity]]:
    """Each name behind a draft's verb that stands between "," or "and" and a bare count: "Denmark 19"."""
    sent, doc = draft.sentence, story.doc
    own = {m.chain for m in (draft.seller if draft.kind == "Donation" else draft.buyer[:1])}
    for m in story.mentions:
        if m.chain in own or not draft.anchor.idx < m.start < sent.end_char or m.kind not in PARTY_KINDS:
            continue
        span = story.span(m)
        if span.end + 1 >= len(doc) or doc[span.start - 1].lower_ not in BEFORE or doc[span.end + 1].lower_ not in AFTER:
            continue
        count = bare_number(doc[span.end], story)
        if count is not None:
            yield m, count


def own_date(party: Mention, story: Story) -> Date | None:
    """The date behind a name and its count: "Denmark 19 in June"."""
    count = story.span(party).end
    told = [s._.value for s in story.doc.spans.get("dates", ()) if count < s.start <= count + 2]
    return next((date for date in told if isinstance(date, Date)), None)
