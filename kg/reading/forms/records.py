"""How does one record of a scraper, a corpus or a news interface become an article?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from kg.model import Article
from kg.reading.article import compose
from kg.reading.decoding import Unreadable
from kg.reading.forms.fields import names_of, record_of, usable_id, value_of
from kg.reading.forms.html import both, story_of
from kg.reading.forms.markup import is_markup, text_of
from kg.reading.forms.mending import mended
from kg.reading.layout import furniture_of
from kg.reading.published import stated_day
from kg.reading.source import Desk, Known, Source

MAP = "Say where it is: --fields text=NAME, or html=NAME for a page."
_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)


def story_of_record(item: Any, source: Source, desk: Desk) -> Article:
    """The story of one record. source: of the record itself, with its number. Raises Unreadable for a record without a text."""
    if not isinstance(item, Mapping):
        raise Unreadable(source.name, f"this is a {type(item).__name__}, not an object with fields", "Each record is one story.")
    record, names = record_of(item), names_of(desk.lexicon)

    def value(field: str) -> Any:
        return value_of(record, field, names, desk.fields)

    text, page = _joined(value("text")), _joined(value("html"))
    if not text.strip() and not page.strip():
        known = ", ".join(list(record)[:12]) or "none"
        raise Unreadable(source.name, f"no field with the text is known among its fields ({known})", MAP)
    if _CUT.search(text[-40:]):
        raise Unreadable(source.name, "its text was cut off by the interface it came from", "Fetch the whole story.")
    inner = replace(source, known=both(known_of_record(value, desk), source.known))
    if not text.strip() or _PAGE.search(text[:2_000]):
        page = page if not text.strip() else text
        if _PAGE.search(page[:2_000]):
            return story_of(page, inner, desk)
        text = page
    body = text_of(text) if is_markup(text) else text
    headline = inner.known.headline
    return compose(mended(f"{headline}\n\n{body}" if headline else body), inner.name, inner.stem, desk.lexicon, inner.known)


def known_of_record(value: Callable[[str], Any], desk: Desk) -> Known:
    """What a record states of its story. value: gives what the record has in a field, None for nothing."""
    url = _line(value("url"))
    return Known(
        id=usable_id(_line(value("id"))),
        headline=text_of(headline) if is_markup(headline := _line(value("headline"))) else headline,
        publisher=_line(value("publisher")),
        url=url if url.lower().startswith(("http://", "https://")) else "",
        author=_line(value("author")),
        language=_line(value("language"))[:2].lower(),
        published=stated_day(value("date"), furniture_of(desk.lexicon).months),
    )


def _joined(value: Any) -> str:
    """A text given as one string or as a list of paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(v for v in value if isinstance(v, str))
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    """A short value as one line; several are parted by commas."""
    if isinstance(value, list):
        return ", ".join(v for v in (_line(e) for e in value[:10] if not isinstance(e, list)) if v)
    return " ".join(str(value)[:2_000].split()) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
