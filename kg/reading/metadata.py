"""What does a web page state about its story in JSON-LD, OpenGraph and other metadata?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree, html

from kg.reading.published import stated_day
from kg.reading.source import Known

STORIES = ("article", "posting", "report")  # endings of the schema.org types of a story, small letters
MOST_NODES = 2_000  # of the JSON-LD of one page; news pages have up to some hundred
LONGEST = 1_000  # characters of one value
_DAYS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date.created",
)  # fmt: skip
_HEADLINES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")


def tree_of(page: str) -> etree._Element | None:
    """The page as a tree, None when there is none in it. Entities are not expanded and nothing is fetched."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    try:
        tree = html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def known_of(tree: etree._Element, months: Mapping[str, int]) -> Known:
    """Headline, day, author, publisher, address and language as the page's metadata state them; JSON-LD goes before meta elements."""
    meta = _meta(tree)
    story = next((n for n in _nodes(tree) if _is_story(n)), {})
    days = (stated_day(v, months) for v in (story.get("datePublished"), *(meta.get(n, "") for n in _DAYS)))
    return Known(
        headline=_text(story.get("headline")) or _headline(tree, _first(meta, _HEADLINES)),
        publisher=_name(story.get("publisher")) or _first(meta, _SITES),
        url=_address(tree, meta, story),
        author=_name(story.get("author")) or next((a for a in (meta.get(n, "") for n in _AUTHORS) if a and "://" not in a), ""),
        language=(tree.get("lang") or meta.get("og:locale") or _text(story.get("inLanguage")))[:2].lower(),
        published=next((d for d in days if d), None),
    )


def updates_of(tree: etree._Element, months: Mapping[str, int]) -> list[tuple[Known, str]]:
    """The posts of a live page, each with what is known of it and its text; none for other pages."""
    posts = (p for n in _nodes(tree) if isinstance(n.get("liveBlogUpdate"), list) for p in n["liveBlogUpdate"] if isinstance(p, Mapping))
    return [
        (
            Known(headline=_text(p.get("headline")), author=_name(p.get("author")), published=stated_day(p.get("datePublished"), months)),
            p["articleBody"],
        )
        for p in posts
        if isinstance(p.get("articleBody"), str) and p["articleBody"].strip()
    ]


def _meta(tree: etree._Element) -> dict[str, str]:
    """Content of meta elements by property, name or itemprop, small letters; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = _clean(element.get("content") or "")
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _headline(tree: etree._Element, stated: str) -> str:
    """The page's only main heading, unless its metadata state another: some sites give that rank to their own name."""
    headings = list(islice(tree.iter("h1"), 2))
    heading = _clean("".join(headings[0].itertext())) if len(headings) == 1 else ""
    fits = not stated or heading.casefold() in stated.casefold() or stated.casefold() in heading.casefold()
    return heading if heading and fits else stated


def _address(tree: etree._Element, meta: Mapping[str, str], story: Mapping[str, Any]) -> str:
    canonical = (e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    stated = (*canonical, meta.get("og:url", ""), _text(story.get("url")))
    return next((a.strip() for a in stated if a.strip().lower().startswith(("http://", "https://"))), "")[:2_000]


def _nodes(tree: etree._Element) -> Iterator[Mapping[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first; broken scripts are passed over."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, Mapping):
            yield node
            waiting.extend(v for v in node.values() if isinstance(v, (Mapping, list)))
        elif isinstance(node, list):
            waiting.extend(node)


def _is_story(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and k.lower().endswith(STORIES) for k in kinds)


def _name(value: Any) -> str:
    """The name of a person or organization given as text, object or list; several are parted by commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(v) for v in value[:10] if not isinstance(v, list))))
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    return "" if "://" in _text(value) else _text(value)


def _text(value: Any) -> str:
    return _clean(value) if isinstance(value, str) else ""


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((meta[n] for n in names if meta.get(n)), "")


def _clean(text: str) -> str:
    return " ".join(text[: 4 * LONGEST].split())[:LONGEST]
