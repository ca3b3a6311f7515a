"""When was a story published, by the best evidence that there is?

In this order: what metadata, a record or a mail's header states; the first line of a plain text; the dateline; the address; a byline
or time stamp on the page; the day on which a crawler fetched it or, only when asked for, the time of its file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate
from pathlib import Path
from urllib.parse import urlsplit

from kg.reading.dates import find_date
from kg.reading.source import Known
from kg.values import Date

log = logging.getLogger("kg.reading")

UNSET = (1970, 1, 1)  # the day that programs write where they know none
FIRST_YEAR = 1950  # no story that was published by a computer is older
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_EPOCH = re.compile(r"\s*\d{9,13}(?:\.\d+)?\s*$")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")


def chosen(
    path: Path | str, known: Known, first_line: Date | None, dateline: Date | None, url: str, stamped: Date | None
) -> tuple[Date | None, str]:
    """The day of publication and where it was found, by the order of this module; None and "" when nothing tells it."""
    evidence = (
        (known.published, "metadata"),
        (first_line, "first line"),
        (dateline, "dateline"),
        (day_in_url(url), "url"),
        (stamped, "text"),
        (known.last, known.last_from),
    )
    for date, where in evidence:
        if date:
            return date, where
    level = logging.WARNING if isinstance(path, Path) else logging.INFO  # a line for each of thousands of records tells nothing
    log.log(level, '%s: no publication date found; days such as "on Friday" stay open', path)
    return None, ""


def day_in_url(url: str) -> Date | None:
    """The day that an address has in its path ("/2019/11/27/", "/20191127")."""
    try:
        found = _IN_PATH.search(urlsplit(url).path)
    except ValueError:
        return None
    return _sound(int(found[1]), int(found[2]), int(found[3]), found.group()) if found else None


def stated_day(value: object, months: Mapping[str, int]) -> Date | None:
    """The day that a field for the date states, as its writer's clock had it: ISO 8601, a mail's date, seconds since 1970, or words.

    None for what names no day, two possible days ("03/04/2019"), or the day that stands for none (1970-01-01).
    """
    text = str(value).strip()[:100] if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    if found := _ISO.match(text):
        return _sound(int(found[1]), int(found[2]), int(found[3]), text)
    if _EPOCH.match(text):
        seconds = float(text)
        moment = datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
        return _sound(moment.year, moment.month, moment.day, text)
    try:
        mail = parsedate(text) if "," in text else None
    except (ValueError, TypeError, IndexError):
        mail = None
    if mail:
        return _sound(*mail[:3], text)
    words = find_date(text, months)
    return _sound(words.year, words.month or 0, words.day or 0, text) if words else None


def _sound(year: int, month: int, day: int, text: str) -> Date | None:
    if year < FIRST_YEAR or (year, month, day) == UNSET:
        return None
    try:
        return Date(year, month, day, text=text)
    except ValueError:
        return None
