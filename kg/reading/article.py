"""How does a page of text become an article: its story, headline, day and publisher?"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading.dateline import Dateline, read_dateline
from kg.reading.dates import find_date
from kg.reading.decoding import Unreadable, load
from kg.reading.furniture import Furniture
from kg.reading.headline import NAME_WORDS, choose, is_site_name
from kg.reading.judgement import Kind, judge
from kg.reading.paragraphs import paragraphs
from kg.reading.published import chosen
from kg.reading.repeats import once
from kg.reading.source import Known
from kg.reading.story import SAID, letters, story
from kg.reading.strand import Strand, join, strands
from kg.reading.trimming import trimmed
from kg.values import Date

log = logging.getLogger("kg.reading")

DATELINE_REACH = 3  # paragraphs of the story among which the dateline stands, a summary may come first
UNKNOWN = Known()
STAMPS_ABOVE = 20  # lines from the top among which a day is that of the story
furniture_of = lru_cache(maxsize=1)(Furniture.of)  # the same words for each of thousands of files
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\n\r]*\r")
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)
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


def read_text(path: Path, lexicon: Lexicon) -> Article:
    """The story in a text file, by the rules for plain-text articles. Raises Unreadable for a file that holds no text or no story."""
    return compose(load(path), path, os.fsencode(path.stem).decode("utf-8", errors="replace"), lexicon)


def compose(
    original: str, path: Path | str, stem: str, lexicon: Lexicon, known: Known = UNKNOWN, headings: Collection[str] = ()
) -> Article:
    """The one story in a text: first line, headline, story amid its page. path: for messages; stem: the id, when known has none.

    known: goes before what the text says; a headline known stands above the story, and is no part of it where it comes again.
    headings: lines that are known to be subheadings, and stay where the story goes on below them.
    Paragraphs are parted by one blank line; every other character stands in the original, at the place its segment
    tells, except a space put in for other white space. Warnings (a bad date, odd characters) go to the log.
    Raises Unreadable for a text without a story.
    """
    return composed(laid_out(original, path, lexicon, known, headings), original, path, stem, lexicon, known)


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


def composed(layout: Layout, original: str, path: Path | str, stem: str, lexicon: Lexicon, known: Known) -> Article:
    """The story of a text that was laid out. Raises Unreadable for one without a story."""
    furniture = furniture_of(lexicon)
    stamped = _stamped(layout.blocks, furniture)
    day = known.published or layout.page.published or stamped or known.last
    kept, dateline = _without_dateline(list(layout.kept), furniture, lexicon, day.year if day else None)
    kept = once(kept)
    if not kept:
        why = "there is a headline, but no story below it" if layout.headline else "there is no story in it, only page furniture"
        raise Unreadable(path, why, "Check that the whole story was saved, in sentences.")
    text = join(kept, "\n\n")
    published, found_in = chosen(path, known, layout.page.published, dateline.published, layout.url, stamped)
    return Article(
        id=known.id or stem,
        text=text.text,
        headline=layout.headline,
        published=published,
        published_from=found_in,
        publisher=layout.publisher or dateline.agency or _site(layout.blocks, max(layout.at, 0), furniture),
        url=layout.url,
        place=dateline.place,
        original=original,
        segments=text.runs,
        author=known.author,
        language=known.language,
    )


def _known_headline(blocks: Sequence[Strand], headline: str) -> int:
    """The index of the first paragraph with the words of a headline, -1 for none."""
    key = letters(headline)
    return next((i for i, p in enumerate(blocks) if letters(p.text) == key), -1)


def _site(blocks: Sequence[Strand], at: int, furniture: Furniture) -> str:
    """The site's name, where it stands on a line of its own above the headline, and is a newspaper's or comes again in a line on rights."""
    above = (p.text for p in blocks[:at] if len(p.text.split()) <= NAME_WORDS and p.text.replace(" ", "").replace(".", "").isalpha())
    names = [name for name in above if judge(name, furniture) is Kind.TITLE]
    rights = " ".join(letters(p.text) for p in blocks[at:] if names and _RIGHTS.search(p.text))
    return next((n for n in names if letters(n) in rights or (n.istitle() and not furniture.papers.isdisjoint(n.casefold().split()))), "")


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
    """The page without its headline, however often it comes, and without lines that are only the site's name."""
    title = letters(headline)
    return [p for p in blocks if p.text != headline and letters(p.text) != title and not is_site_name(p.text, publisher)]


def _apart(blocks: Iterable[Strand], original: str) -> Iterator[bool]:
    """For each paragraph whether an empty line stands before it in the original."""
    end = 0
    for paragraph in blocks:
        yield bool(_EMPTY_LINE.search(original, end, paragraph.offset))
        end = paragraph.runs[-1].original + paragraph.runs[-1].length


def _stamped(blocks: Sequence[Strand], furniture: Furniture) -> Date | None:
    """The day in a byline or time stamp near the top, or in a line that says when the story was published."""
    for i, paragraph in enumerate(blocks):
        text = paragraph.text
        if len(text) > 200 or (i >= STAMPS_ABOVE and not furniture.start.match(text)) or judge(text, furniture) is not Kind.LINE:
            continue
        if found := find_date(text, furniture.months):
            return found
    return None


def _without_dateline(kept: list[Strand], furniture: Furniture, lexicon: Lexicon, year: int | None) -> tuple[list[Strand], Dateline]:
    for i, paragraph in enumerate(kept[:DATELINE_REACH]):
        found = read_dateline(paragraph.text, furniture, lexicon, year)
        if found and found.end < len(paragraph.text):
            lead = paragraph.cut(found.end)
            others = [p for j, p in enumerate(kept) if j != i and letters(p.text) != letters(lead.text)]
            return [*others[:i], lead, *others[i:]] if len(others) == len(kept) - 1 else [lead, *others], found
    return kept, Dateline("", "", None, 0)
