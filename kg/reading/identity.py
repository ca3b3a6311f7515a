"""Which articles are the same, and how are different ones told apart when their files have one name?"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import Article


@dataclass(frozen=True, slots=True)
class Identified:
    """Articles with unique ids, sorted by id, and pairs (id left out, id kept) of articles with the same text."""

    articles: tuple[Article, ...]
    duplicates: tuple[tuple[str, str], ...]


def identify(articles: Iterable[Article]) -> Identified:
    """Leave out repeated texts and make the ids unique; the order of the articles does not matter.

    Of articles with one cleaned text the one with the smallest id stays. Different texts with one id all get
    "-" and the first eight hexadecimal digits of the SHA-256 of their text.
    """
    kept: dict[str, Article] = {}
    duplicates: list[tuple[str, str]] = []
    for article in sorted(articles, key=_order):
        first = kept.setdefault(article.text, article)
        if first is not article:
            duplicates.append((article.id, first.id))
    names = Counter(article.id for article in kept.values())
    unique = (a if names[a.id] == 1 else replace(a, id=f"{a.id}-{_digest(a.text)}") for a in kept.values())
    return Identified(tuple(sorted(unique, key=_order)), tuple(duplicates))


def _order(article: Article) -> tuple[str, ...]:
    date = article.published.iso if article.published else ""
    return (article.id, article.headline, date, article.publisher, article.url, article.text, article.original)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:8]
