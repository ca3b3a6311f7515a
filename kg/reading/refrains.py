"""Which paragraphs at the edges of its stories does a site repeat: pleas, notes on the paper, background that follow-ups share?

Each stays in one story only. A plea is no fact anyway; a background told in the same words ten times is told once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from hashlib import sha256

from kg.model import Article
from kg.reading.repeats import REPEATED
from kg.reading.story import letters
from kg.reading.strand import Strand, join

FIRST, LAST = 2, 3  # paragraphs at the top and the end that are looked at
STORIES = 5  # different stories of one site with the paragraph; agencies repeat a background in two or three


def refrains(article: Article) -> Iterator[bytes]:
    """Keys of the paragraphs at the edges of an article; none for short ones, and none for a text of one paragraph."""
    paragraphs = article.text.split("\n\n")
    if len(paragraphs) > 1:
        yield from sorted({_key(p) for p in (*paragraphs[:FIRST], *paragraphs[-LAST:]) if len(letters(p)) >= REPEATED})


def without(article: Article, gone: Collection[bytes]) -> Article:
    """The article without the paragraphs at its edges that have one of these keys; one paragraph stays in any case."""
    bounds = list(_bounds(article.text))
    first, last = 0, len(bounds)
    while last - first > 1 and last > len(bounds) - LAST and _key(article.text[slice(*bounds[last - 1])]) in gone:
        last -= 1
    while last - first > 1 and first < FIRST and _key(article.text[slice(*bounds[first])]) in gone:
        first += 1
    if (first, last) == (0, len(bounds)):
        return article
    whole = Strand(article.text, article.segments)
    kept = join((whole.cut(*b) for b in bounds[first:last]), "\n\n")
    return replace(article, text=kept.text, segments=kept.runs)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n\n"):
        yield start, start + len(paragraph)
        start += len(paragraph) + 2


def _key(paragraph: str) -> bytes:
    return sha256(letters(paragraph).encode("utf-8", errors="replace")).digest()[:8]
