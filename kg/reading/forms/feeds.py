"""Which stories does an RSS or Atom file hold?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import feedparser

from kg.model import Article
from kg.reading.article import compose
from kg.reading.decoding import Unreadable
from kg.reading.forms.fields import usable_id
from kg.reading.forms.html import both
from kg.reading.forms.markup import is_markup, text_of
from kg.reading.forms.mending import mended
from kg.reading.layout import furniture_of
from kg.reading.limits import content
from kg.reading.published import stated_day
from kg.reading.source import Desk, Known, Source

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    """The story of each entry, as far as the feed gives it: its content, else its summary. Broken XML gives what can be read."""
    raw = content(source.stream, source.name)
    if _ENTITIES.search(raw):
        raise Unreadable(source.name, "it declares entities of its own, which may swell without end", "No feed needs them; leave it out.")
    try:
        feed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise Unreadable(source.name, f"this feed is broken ({type(error).__name__}: {str(error)[:100]})", "Save it again.") from None
    if not feed.entries:
        raise Unreadable(source.name, "there is no entry of an RSS or Atom feed in it", "Other XML is not read: save the page or its text.")
    site = _line(feed.feed.get("title"))
    language = _line(feed.feed.get("language"))[:2].lower()
    for number, entry in enumerate(feed.entries, 1):
        inner = replace(source, name=f"{source.name}:{number}", stem=f"{source.stem}-{number}")
        try:
            yield _story(entry, replace(inner, known=both(source.known, Known(publisher=site, language=language))), desk)
        except Unreadable as error:
            yield error


def _story(entry: Mapping[str, Any], source: Source, desk: Desk) -> Article:
    contents = [c.get("value") or "" for c in entry.get("content", []) if isinstance(c, Mapping)]
    markup = max((*contents, entry.get("summary") or ""), key=len)
    headline = _line(entry.get("title"))
    headline = text_of(headline) if is_markup(headline) else headline
    link = _line(entry.get("link"))
    months = furniture_of(desk.lexicon).months
    days = (
        stated_day(entry.get(name), months) or _utc_day(entry.get(f"{name}_parsed"), months) for name in ("published", "created", "updated")
    )
    known = Known(
        id=usable_id(_line(entry.get("id"))),
        headline=headline,
        publisher=_line((entry.get("source") or {}).get("title")),
        url=link if link.startswith(("http://", "https://")) else "",
        author=_line(entry.get("author")),
        published=next((d for d in days if d), None),
    )
    body = mended(text_of(markup) if is_markup(markup) else markup)
    if not body.strip():
        raise Unreadable(source.name, "the entry has a headline only", "Save the page that it links to.")
    return compose(f"{headline}\n\n{body}" if headline else body, source.name, source.stem, desk.lexicon, both(known, source.known))


def _utc_day(parsed: Any, months: Mapping[str, int]) -> Any:
    return stated_day("{:04d}-{:02d}-{:02d}".format(*parsed[:3]), months) if parsed else None


def _line(value: Any) -> str:
    return " ".join(value[:2_000].split()) if isinstance(value, str) else ""
