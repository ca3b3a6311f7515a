"""What is headline, story and page in a text: how is it laid out?"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from kg.lexicon import Lexicon
from kg.reading.decoding import Unreadable
from kg.reading.furniture import Furniture
from kg.reading.headline import choose, is_site_name
from kg.reading.judgement import judge
from kg.reading.paragraphs import paragraphs
from kg.reading.source import Known
from kg.reading.story import SAID, letters, story
from kg.reading.strand import Strand, strands
from kg.reading.trimming import trimmed
from kg.values import Date

log = logging.getLogger("kg.reading")

UNKNOWN = Known()
furniture_of = lru_cache(maxsize=1)(Furniture.of)  # the same words for each of thousands of files
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\n\r]*\r")
_FIRST_LINE = re.compile(r"^date\s+(?P<day>\S*\d\S*)(?:\s+(?P<source>\S.*))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the first line says, and the lines below it."""

    published: Date | None
    source: str
    lines: list[tuple[Strand, bool]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as it was found to be laid out.

    blocks: all its paragraphs. at: the index of the headline among them, -1 for none. below: those without the headline and
    the site's name. kept: those of the story, before its dateline is cut off.
    """

    page: _Page
    blocks: Sequence[Strand]
    at: int
    headline: str
    url: str
    publisher: str
    below: Sequence[Strand]
    kept: Sequence[Strand]


def laid_out(original: str, path: Path | str, lexicon: Lexicon, known: Known = UNKNOWN, headings: Collection[str] = ()) -> Layout:
    """What is headline, story and page in a text. Raises Unreadable for one without a letter."""
    furniture = furniture_of(lexicon)
    page = _page(path, original)
    if not any(c.isalpha() for line, _ in page.lines for c in line.text):
        raise Unreadable(path, "there are no letters in it", "Check that it is the story's text.")
    blocks = trimmed([p for p in paragraphs(page.lines, furniture.prose) if p.text], furniture)
    url, publisher = _source(page.source)
    url, publisher = known.url or url, known.publisher or publisher or _host(known.url)
    at = _known_headline(blocks, known.headline) if known.headline else choose(blocks, publisher, furniture)
    headline = known.headline or (blocks[at].text if at >= 0 else "")
    below = _below(blocks, headline, publisher)
    kept = story(below, headline, furniture, apart=list(_apart(below, original)), headings=headings)
    if not kept and at >= 0 and not known.headline and judge(headline, furniture) in SAID:
        kept, headline = [blocks[at]], ""
    return Layout(page, blocks, at, headline, url, publisher, below, kept)


def _known_headline(blocks: Sequence[Strand], headline: str) -> int:
    """The index of the first paragraph with the words of a headline, -1 for none."""
    key = letters(headline)
    return next((i for i, p in enumerate(blocks) if letters(p.text) == key), -1)


def _page(path: Path | str, original: str) -> _Page:
    lines = list(strands(original))
    first = next((i for i, (line, _) in enumerate(lines) if line.text), len(lines))
    found = _FIRST_LINE.match(lines[first][0].text) if first < len(lines) else None
    if not found:
        return _Page(None, "", lines)
    published = None
    try:
        published = Date.parse(found["day"], text=found["day"])
    except ValueError:
        log.warning("%s: first line: %r is no date (YYYY-MM-DD); the day is sought in the text", path, found["day"])
    return _Page(published, found["source"] or "", lines[first + 1 :])


def _source(source: str) -> tuple[str, str]:
    """Address and publisher named by the first line's source: a name, a domain or an address."""
    if not source.casefold().startswith(("http://", "https://")):
        return "", source
    address = source.split()[0]
    host = _host(address)
    return (address, host) if host else ("", "")


def _host(address: str) -> str:
    """The site of an address, "" when it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _below(blocks: Sequence[Strand], headline: str, publisher: str) -> list[Strand]:
    """The page without its headline, however often it comes, and without lines that are only the site's name.

    A headline that is the story's first sentence without its full stop leaves that sentence to the story.
    """
    title, sentence = letters(headline), not headline.endswith(".")
    same = [p for p in blocks if letters(p.text) == title]
    told = next((p for p in same if sentence and p.text.endswith(".")), None)
    return [p for p in blocks if p is told or (p not in same and not is_site_name(p.text, publisher))]


def _apart(blocks: Iterable[Strand], original: str) -> Iterator[bool]:
    """For each paragraph whether an empty line stands before it in the original."""
    end = 0
    for paragraph in blocks:
        yield bool(_EMPTY_LINE.search(original, end, paragraph.offset))
        end = paragraph.runs[-1].original + paragraph.runs[-1].length
