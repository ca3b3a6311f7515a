"""Is what the reader keeps of web pages as good as what the library it stands on gives?

python -m tests.reading.measure_pages [FOLDER] [--worst N]

FOLDER is laid out like the public article-extraction-benchmark: ground-truth.json, and a page html/NAME.html.gz or html/NAME.html
for each NAME in it. Without one, our own pages are measured. Counted as that benchmark counts: runs of four words, each page alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from kg import lexicon as words
from kg.lexicon import Lexicon
from kg.reading import Desk
from kg.reading.decoding import Unreadable
from kg.reading.forms.html import read_html
from kg.reading.limits import stream_of
from kg.reading.source import Source
from tests.reading.fresh_pages import FRESH_PAGES
from tests.reading.pages import PAGES

RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the text of its story as a person marked it."""

    name: str
    html: bytes
    true: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over pages, and the F1 of the two."""

    f1: float
    precision: float
    recall: float


def own() -> Iterator[Page]:
    """The pages of these tests."""
    for name, (html, true, _) in {**PAGES, **FRESH_PAGES}.items():
        yield Page(name, html.encode(), true)


def in_folder(folder: Path) -> Iterator[Page]:
    """The pages of a folder. Raises OSError or ValueError for one that is laid out otherwise."""
    for name, row in sorted(json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items()):
        packed = folder / "html" / f"{name}.html.gz"
        html = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / "html" / f"{name}.html").read_bytes()
        yield Page(name, html, row.get("articleBody", ""))


def by_reader(page: Page, lexicon: Lexicon) -> str:
    """What the reader keeps of a page, "" when it refuses it."""
    try:
        source = Source(page.name, page.name, ".html", stream_of(page.html))
        return "\n\n".join(a.text for a in read_html(source, Desk(lexicon)))
    except Unreadable:
        return ""


def by_library(page: Page) -> str:
    """What the library gives with the settings under which the reader uses it."""
    return trafilatura.extract(page.html, favor_precision=True, include_comments=False, include_tables=False) or ""


def parts(true: str, kept: str) -> tuple[float, float, float]:
    """How much of both texts together is in both, only in what was kept, and only in what is true."""
    a, b = _runs(true), _runs(kept)
    whole = (a | b).total()
    return ((a & b).total() / whole, (b - a).total() / whole, (a - b).total() / whole) if whole else (0.0, 0.0, 0.0)


def quality(pairs: list[tuple[str, str]]) -> Quality:
    """Of pairs of true and kept texts."""
    found = [parts(true, kept) for true, kept in pairs]
    precisions = [both / (both + more) for both, more, _ in found if both + more]
    recalls = [both / (both + less) for both, _, less in found if both + less]
    p, r = sum(precisions) / max(len(precisions), 1), sum(recalls) / max(len(recalls), 1)
    return Quality(2 * p * r / (p + r) if p + r else 0.0, p, r)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    found = re.findall(r"\w+", text)
    return Counter(tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1)) if found)


def main() -> int:
    """Print both; exit code 1 when the reader's F1 is below the library's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N pages on which the reader falls furthest behind")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    lexicon = words.load()
    try:
        pages = list(in_folder(given.folder) if given.folder else own())
    except (OSError, ValueError, AttributeError) as error:
        parser.error(f"{given.folder} is not laid out so: {error}")
    ours = [(page.true, by_reader(page, lexicon)) for page in pages]
    theirs = [(page.true, by_library(page)) for page in pages]
    print(f"{len(pages)} pages           F1  precision  recall")
    for name, pairs in (("reader", ours), ("library", theirs)):
        q = quality(pairs)
        print(f"{name:<15}{q.f1:7.3f}{q.precision:11.3f}{q.recall:8.3f}")
    behind = sorted((quality([a]).f1 - quality([b]).f1, page.name) for page, a, b in zip(pages, ours, theirs, strict=True))
    for difference, name in behind[: given.worst]:
        print(f"{difference:+.3f} {name}")
    return 1 if quality(ours).f1 < quality(theirs).f1 else 0


if __name__ == "__main__":
    sys.exit(main())
