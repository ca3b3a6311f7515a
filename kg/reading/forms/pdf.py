"""How does a PDF with a text layer become an article?"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdf
from pypdf.errors import PyPdfError

from kg.model import Article
from kg.reading.article import compose
from kg.reading.decoding import Unreadable
from kg.reading.forms.html import both
from kg.reading.layout import furniture_of
from kg.reading.limits import content
from kg.reading.published import stated_day
from kg.reading.source import Desk, Known, Source

MOST_PAGES = 100  # a printed news story has one to ten
MOST_CHARACTERS = 1_000_000
EDGE = 2  # lines at the top and bottom of a page among which what comes on most pages is no story
SCANNED = "Have its text recognized (OCR) first, or save the story as text."
_NUMBERS = re.compile(r"\d+")
_BROKEN = re.compile(r"([A-Za-zÀ-ž]+)[-\u00ad]\n([a-zà-ž]+)")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each fault of a file that it can still read


def read_pdf(source: Source, desk: Desk) -> Iterator[Article]:
    """The one story of a PDF. Raises Unreadable for one that is scanned, encrypted, too long or broken."""
    raw = content(source.stream, source.name)
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(source.name, "it is encrypted", "Save it without a password.")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(source.name, f"it has more than {MOST_PAGES} pages", "One file is one story: split it.")
        pages = list(_texts(reader, source))
        stated = reader.metadata.get("/CreationDate") if reader.metadata else None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        RecursionError,
        NotImplementedError,
        AssertionError,
    ) as error:
        raise Unreadable(source.name, f"this PDF is broken ({type(error).__name__}: {str(error)[:100]})", "Save it again.") from None
    if not any(c.isalpha() for page in pages for c in page):
        raise Unreadable(source.name, "there is no text in this PDF, only pictures", SCANNED)
    text = _whole_words("\n\n".join(_without_edges(pages)))
    day = stated_day(str(stated).removeprefix("D:")[:8], furniture_of(desk.lexicon).months) if stated else None
    known = both(source.known, Known(last=day, last_from="file time" if day else "")) if desk.file_times else source.known
    yield compose(text, source.name, source.stem, desk.lexicon, known)


def _texts(reader: pypdf.PdfReader, source: Source) -> Iterator[str]:
    characters = 0
    for page in reader.pages:
        text = page.extract_text()
        characters += len(text)
        if characters > MOST_CHARACTERS:
            raise Unreadable(source.name, f"it has more than {MOST_CHARACTERS:,} characters", "One file is one story: split it.")
        yield text


def _without_edges(pages: Sequence[str]) -> Iterator[str]:
    """The pages without running heads and page numbers: lines at the edges that come on most pages, whatever number is in them."""
    split = [[line.rstrip() for line in page.splitlines()] for page in pages]
    counts = Counter(key for lines in split for key in {_key(line) for line in (*lines[:EDGE], *lines[-EDGE:])})
    for lines in split:
        edges = {*range(EDGE), *range(len(lines) - EDGE, len(lines))}
        yield "\n".join(line for i, line in enumerate(lines) if i not in edges or len(pages) < 2 or counts[_key(line)] * 2 <= len(pages))


def _key(line: str) -> str:
    return _NUMBERS.sub("#", line.strip())


def _whole_words(text: str) -> str:
    """The text with words that a line's end parted made whole; the hyphen stays in names, and where the text has it elsewhere."""

    def joined(found: re.Match[str]) -> str:
        first, second = found.groups()
        keeps = f"{first}-{second}" in text or (first[0].isupper() and f"{first}{second}" not in text)
        return f"{first}-{second}" if keeps else first + second

    return _BROKEN.sub(joined, text)
