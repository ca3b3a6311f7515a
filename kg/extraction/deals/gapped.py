"""Who does the same by a name and a count or a helping verb alone ("Norway ordered 24 jets, Denmark 19", "as did Latvia")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number
from kg.extraction.parties import PARTY_KINDS, parties
from kg.extraction.status import FUTURE, MODALS
from kg.extraction.story import Story
from kg.extraction.syntax import is_passive
from kg.model import Mention
from kg.values import Date, Quantity

BEFORE = frozenset({",", "and", ";", "while"})
AFTER = frozenset({",", "and", ";", ".", "in"})
HELPERS = MODALS | FUTURE | {"did", "do", "does", "has", "have", "had", "is", "are", "was", "were"}


def with_gapped(drafts: list[Draft], story: Story) -> Iterator[Draft]:
    """The drafts, and one for each name and count behind the goods of a deal that a verb tells: who buys, of a gift who gives."""
    for draft in drafts:
        yield draft
        slot = "seller" if draft.kind == "Donation" else "buyer"
        named = draft.kind in ("Purchase", "Donation") and draft.anchor.pos_ == "VERB" and not is_passive(draft.anchor)
        if named and draft.goods and getattr(draft, slot):
            for party in echoes(draft, story):
                same = replace(draft, goods=[replace(g, quantity=None) for g in draft.goods], value=[], amounts=[], inner=[])
                setattr(same, slot, [party])
                yield same
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


def echoes(draft: Draft, story: Story) -> list[Mention]:
    """Who does the same by "as" and a helping verb behind a deal's verb: "gave Ukraine a battery, as did Germany and Romania"."""
    sent, doc = draft.sentence, story.doc
    for token in doc[draft.anchor.i + 1 : sent.end - 2]:
        if token.lower_ == "as" and token.nbor().lower_ in HELPERS:
            m = next((m for m in story.mentions if m.kind in PARTY_KINDS and doc[token.i + 2] in named_with(m, story)), None)
            return parties(story.span(m).root, story) if m is not None else []
    return []


def named_with(party: Mention, story: Story) -> Span:
    """The name of a party with the article before it."""
    span = story.span(party)
    return story.doc[span.start - 1 : span.end] if span.start and story.doc[span.start - 1].lower_ == "the" else span


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
