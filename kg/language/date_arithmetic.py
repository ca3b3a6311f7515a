"""Which day, month or year is meant, seen from the day of publication?"""

from __future__ import annotations

import datetime

from kg.values import Date

WEEK = 7
AHEAD = 2
"""How much farther a date ahead seems than one behind where no tense tells: news speaks more of what was."""
TOLERANCE = 7
"""Days that a date in the past tense may lie after publication: time zones, and stories dated before they were printed."""


def calendar_day(date: Date | None) -> datetime.date | None:
    """The day as a datetime.date; None for no date and for a bare month or year."""
    if date is None or date.month is None or date.day is None:
        return None
    return datetime.date(date.year, date.month, date.day)


def resolve_weekday(weekday: int, published: Date | None, future: bool, *, strict: bool = False) -> Date | None:
    """The last such weekday on or before publication, with future the first on or after it; strict: never that very day.

    weekday: 0 is Monday. None when the day of publication is not known.
    """
    today = calendar_day(published)
    if today is None:
        return None
    distance = (weekday - today.weekday()) % WEEK if future else -((today.weekday() - weekday) % WEEK)
    if strict and distance == 0:
        distance = WEEK if future else -WEEK
    return shift_days(today, distance)


def shift_days(day: datetime.date | None, days: int) -> Date | None:
    """The day so many days later, None where there is none (no day given, or out of the calendar)."""
    if day is None:
        return None
    try:
        moved = day + datetime.timedelta(days=days)
    except OverflowError:
        return None
    return Date(moved.year, moved.month, moved.day)


def shift_months(published: Date | None, months: int) -> Date | None:
    """The month so many months later, None when the month of publication is not known."""
    if published is None or published.month is None:
        return None
    index = published.year * 12 + published.month - 1 + months
    return year_or_none(index // 12, index % 12 + 1)


def year_or_none(year: int, month: int | None = None, day: int | None = None) -> Date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def week(published: Date | None, weeks: int) -> Date | None:
    """The week so many weeks later, Monday to Sunday, as the month it lies in, else the year, else None."""
    today = calendar_day(published)
    if today is None:
        return None
    first = shift_days(today, weeks * WEEK - today.weekday())
    last = shift_days(today, weeks * WEEK - today.weekday() + WEEK - 1)
    if first is None or last is None or first.year != last.year:
        return None
    return Date(first.year, first.month if first.month == last.month else None)


def nearest_month(month: int, published: Date | None, tense: str) -> Date | None:
    """The month of this name that is meant: the last one in the past tense, the coming one in the future, else the
    nearer, where the past counts as half as far.
    """
    if published is None or published.month is None:
        return None
    ahead = (month - published.month) % 12
    behind = (published.month - month) % 12
    future = tense == "future" or (tense == "" and ahead * AHEAD < behind)
    return shift_months(published, ahead if future else -behind)


def nearest_day(month: int, day: int, published: Date | None, tense: str) -> Date | None:
    """The day of this name that is meant: in the past tense the last one, in the future the coming one, else the nearer
    as for months.
    """
    if published is None:
        return None
    today = calendar_day(published)
    if today is None:
        near = nearest_month(month, published, tense)
        return None if near is None else year_or_none(near.year, month, day)
    days = [d for year in (-1, 0, 1) if (d := calendar_day(year_or_none(published.year + year, month, day)))]
    if not days:
        return None
    distances = {(d - today).days: d for d in days}
    wanted = [n for n in distances if (n >= 0 if tense == "future" else n <= TOLERANCE if tense == "past" else True)]
    found = distances[min(wanted or distances, key=lambda n: (n * AHEAD if n > 0 else -n, n))]
    return Date(found.year, found.month, found.day)


def next_weekday_week(weekday: int, published: Date | None, weeks: int) -> Date | None:
    """The weekday of the week so many weeks later ("Friday of next week")."""
    today = calendar_day(published)
    return None if today is None else shift_days(today, weeks * WEEK - today.weekday() + weekday)
