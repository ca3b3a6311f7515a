"""Is what the reader keeps of a web page at least as good as what the library it stands on gives?"""

from __future__ import annotations

import re
from collections import Counter

import pytest
import trafilatura

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading import Desk
from kg.reading.door import outcomes
from kg.reading.limits import stream_of
from kg.reading.source import Source
from tests.reading.pages import PAGES

F1_FLOOR = 0.95  # measured 0.99 when the pages were written


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, as the public benchmark of article extraction counts them."""
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[i:] for i in range(4)), strict=False))


def f1(pairs: list[tuple[str, str]]) -> float:
    """Over all pages: of true and kept texts."""
    precisions, recalls = [], []
    for true, kept in pairs:
        a, b = shingles(true), shingles(kept)
        common = (a & b).total()
        precisions.append(common / b.total() if b else 0.0)
        recalls.append(common / a.total())
    p, r = sum(precisions) / len(pairs), sum(recalls) / len(pairs)
    return 2 * p * r / (p + r) if p + r else 0.0


def read_page(html: str, lexicon: Lexicon) -> Article:
    (found,) = outcomes(Source("page.html", "page", ".html", stream_of(html.encode())), Desk(lexicon))
    assert found.article is not None, found.why
    return found.article


@pytest.fixture(scope="module")
def kept(lexicon: Lexicon) -> dict[str, Article]:
    return {name: read_page(html, lexicon) for name, (html, _, _) in PAGES.items()}


def test_the_reader_is_at_least_as_good_as_its_library(kept: dict[str, Article]) -> None:
    library = {
        name: trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False)
        for name, (html, _, _) in PAGES.items()
    }
    ours = f1([(PAGES[name][1], f"{article.text}") for name, article in kept.items()])
    theirs = f1([(PAGES[name][1], library[name] or "") for name in PAGES])
    assert ours >= max(theirs, F1_FLOOR), (ours, theirs)


@pytest.mark.parametrize("name", PAGES)
def test_headline_and_nothing_of_the_page_around(name: str, kept: dict[str, Article]) -> None:
    article = kept[name]
    assert article.headline == PAGES[name][2]
    for furniture in (
        "cookies",
        "rhubarb",
        "mountain passes",
        "newsletter",
        "All rights reserved",
        "Share or",
        "Share this",
        "Reporting by",
        "captain did",
        "long overdue",
    ):
        assert furniture not in article.text
