"""Which day does a byline, a dateline or a first line name?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.values import Date

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d?)[-/](\d\d?)(?!\d)")
_NUMBERS = re.compile(r"(?<![\d.])(\d\d?)([/.])(\d\d?)\2((?:19|20)\d\d)(?!\.?\d)")


def dates_pattern(months: Mapping[str, int]) -> str:
    """A pattern for a day in words, the year optional; groups d1, m1 or m2, d2, then y."""
    names = "|".join(sorted(map(re.escape, months), key=lambda m: (-len(m), m)))
    day = r"\d\d?(?:st|nd|rd|th)?"
    return rf"(?:(?P<d1>{day})\s+(?:of\s+)?(?P<m1>{names})\b\.?|\b(?P<m2>{names})\b\.?\s+(?P<d2>{day})\b)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"


def find_date(text: str, months: Mapping[str, int], year: int | None = None) -> Date | None:
    """The first full day named in a text; year: taken for a day without one. None when there is none, or it cannot be.

    Months are words of the given table, small letters. "03/04/2019" names no day, since two readings are possible.
    """
    for found in re.finditer(dates_pattern(months), text, re.IGNORECASE):
        date = from_match(found, months, year)
        if date:
            return date
    if iso := _ISO.search(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), iso.group())
    if numbers := _NUMBERS.search(text):
        first, second = int(numbers[1]), int(numbers[3])
        if numbers[2] == "." or first > 12 or first == second:
            return _day(int(numbers[4]), second, first, numbers.group())
        if second > 12:
            return _day(int(numbers[4]), first, second, numbers.group())
    return None


def from_match(found: re.Match[str], months: Mapping[str, int], year: int | None) -> Date | None:
    """The day that a match of dates_pattern names, None without a year or when no such day exists."""
    stated = int(found["y"]) if found["y"] else year
    month = months[(found["m1"] or found["m2"]).casefold()]
    day = re.sub(r"\D", "", found["d1"] or found["d2"])
    return _day(stated, month, int(day), found.group()) if stated else None


def _day(year: int, month: int, day: int, text: str) -> Date | None:
    try:
        return Date(year, month, day, text=text)
    except ValueError:
        return None
