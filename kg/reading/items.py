"""Does a text hold several stories, as digests and newsletters do? Each is then an article of its own, so that no fact spans two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading.article import compose, composed
from kg.reading.dateline import read_dateline
from kg.reading.decoding import Unreadable
from kg.reading.furniture import Furniture
from kg.reading.judgement import Kind, judge
from kg.reading.layout import UNKNOWN, Layout, furniture_of, laid_out
from kg.reading.source import Known
from kg.reading.strand import Strand

FEWEST = 2  # items, where a page calls itself a digest or each has its own dateline
FEWEST_APART = 3  # items, where nothing tells but that no two of them have a name or a longer word in common
MOST = 200  # items of one text; more is a list of something else
_NAME = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-Þ][\w'’-]{2,}")
_LONG = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True)
class Item:
    """One of several stories: its title, and what is kept below it."""

    title: str
    start: int
    kept: Sequence[Strand]


def stories(
    original: str, path: Path | str, stem: str, lexicon: Lexicon, known: Known = UNKNOWN, headings: Collection[str] = ()
) -> Iterator[Article]:
    """The story of a text, or each of several; as compose() otherwise.

    The first of several has the id that one would have, and the others a number after it, from 2; their originals are
    their parts of the text.
    """
    layout = laid_out(original, path, lexicon, known, headings)
    found = items(layout, lexicon, headings)
    if not found:
        yield composed(layout, original, path, stem, lexicon, known)
        return
    whole = replace(known, published=known.published or layout.page.published, url=layout.url, publisher=layout.publisher)
    number = 0
    for item, end in zip(found, [*(i.start for i in found[1:]), len(original)], strict=True):
        id = f"{known.id or stem}-{number + 1}" if number else known.id or stem
        try:
            yield compose(original[item.start : end], path, stem, lexicon, replace(whole, id=id, headline=item.title), headings)
        except Unreadable:
            continue
        number += 1
    if not number:
        yield composed(layout, original, path, stem, lexicon, known)


def items(layout: Layout, lexicon: Lexicon, headings: Collection[str] = ()) -> list[Item]:
    """The stories that a text holds, none when it is one story.

    It is several when it calls itself a digest and has titles within, when each has a dateline of its own, or when they
    have nothing in common.
    """
    furniture = furniture_of(lexicon)
    first, titled = _titled(layout, furniture, headings)
    opening = [first] if first.kept and _tells(first) else []
    if not FEWEST <= len(titled) + len(opening) <= MOST or not titled:
        return []
    every = [*opening, *titled]
    senders = [read_dateline(i.kept[0].text, furniture, lexicon, None) for i in every]
    dated = all(senders) and len({d.place for d in senders if d}) >= FEWEST
    above = (layout.headline, *(p.text for p in layout.blocks[: max(layout.at, 0)]))
    if dated or (len(every) >= FEWEST and any(furniture.digests.search(text) for text in above)):
        return every
    return every if len(titled) >= FEWEST_APART and _have_nothing_in_common(every, furniture) else []


def _titled(layout: Layout, furniture: Furniture, headings: Collection[str]) -> tuple[Item, list[Item]]:
    """What is kept before the first title within a text, and what below each title."""
    kept = {p.offset for p in layout.kept}
    found: list[tuple[str, int, list[Strand]]] = [(layout.headline, 0, [])]
    before: Strand | None = None
    top = layout.blocks[layout.at].offset if layout.at >= 0 else 0
    for paragraph in (p for p in layout.below if p.offset >= top):
        is_title = paragraph.text in headings or (paragraph.offset not in kept and judge(paragraph.text, furniture) is Kind.TITLE)
        if paragraph.offset in kept and not is_title:
            if before is not None:
                found.append((before.text, before.offset, []))
            found[-1][2].append(paragraph)
        before = paragraph if is_title else None
    first, *others = (Item(*f) for f in found)
    return first, others


def _tells(item: Item) -> bool:
    """Whether it tells of somebody or something, and is no greeting."""
    return any(_NAME.search(p.text) or any(c.isdigit() for c in p.text) for p in item.kept)


def _have_nothing_in_common(every: Sequence[Item], furniture: Furniture) -> bool:
    """Whether each tells of somebody, and no two of them have a name or a longer word in common."""
    counts: Counter[str] = Counter()
    for item in every:
        text = " ".join((item.title, *(p.text for p in item.kept)))
        words = {w.casefold() for w in _LONG.findall(text)} | {n.casefold() for n in _NAME.findall(text)}
        counts.update(words - furniture.common)
        if not _NAME.search(text):
            return False
    return max(counts.values(), default=0) < FEWEST
