"""What does each kind of date phrase mean, seen from the day of publication?"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kg.language.date_arithmetic import (
    calendar_day,
    nearest_day,
    nearest_month,
    next_weekday_week,
    resolve_weekday,
    shift_days,
    shift_months,
    week,
    year_or_none,
)
from kg.language.date_words import DateWords
from kg.language.number_words import NumberWords
from kg.language.wording import key
from kg.values import Date

STEPS = {"last": -1, "this": 0, "next": 1}
MOST_AGO = 2000
"""Counts above this before "ago" are no dates."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reading may look at besides the match: publication, the date told right before, the tense of the clause, the words.

    tense: "past", "future", "" where nothing tells.
    """

    published: Date | None
    before: Date | None
    tense: str
    words: DateWords
    numbers: NumberWords


Reading: TypeAlias = Callable[[re.Match[str], Setting], Date | None]


def read_numeric(m: re.Match[str], s: Setting) -> Date | None:
    """2017-12-03."""
    return year_or_none(int(m["y"]), int(m["m"]), int(m["d"]))


def read_day_first(m: re.Match[str], s: Setting) -> Date | None:
    """Day and month in figures: only where no other order makes a date, or where points show the European order."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["y"])
    if m[2] == "." or a == b or a > 12:
        return year_or_none(year, b, a)
    return year_or_none(year, a, b) if b > 12 else None


def read_day(m: re.Match[str], s: Setting) -> Date | None:
    """A day and month by name, with or without a year."""
    month, day = s.words.month_number(m["month"]), int(re.sub(r"\D", "", m["day"]))
    groups = m.groupdict()
    if groups["year"]:
        return year_or_none(int(groups["year"]), month, day)
    if groups.get("step"):
        return None if s.published is None else year_or_none(s.published.year + STEPS[key(m["step"])], month, day)
    return nearest_day(month, day, s.published, s.tense)


def read_month(m: re.Match[str], s: Setting) -> Date | None:
    """A month by name, with or without a year."""
    month, groups = s.words.month_number(m["month"]), m.groupdict()
    step = key(groups.get("step") or "")
    if groups.get("year"):
        date = year_or_none(int(m["year"]), month)
    elif "year" in groups and step:
        date = None if s.published is None else year_or_none(s.published.year + STEPS[step], month)
    elif step in ("last", "next"):
        date = nearest_month(month, shift_months(s.published, STEPS[step]), "past" if step == "last" else "future")
    else:
        date = nearest_month(month, s.published, s.tense)
    return _softened(date, groups.get("part"), s)


def read_weekday(m: re.Match[str], s: Setting) -> Date | None:
    """A weekday: the last one, in the future tense the next one."""
    weekday = s.words.weekday_number(m["weekday"])
    if m["week"]:
        return next_weekday_week(weekday, s.published, STEPS[key(m["week"])])
    step = key(m["step"] or "")
    future = step == "next" or (step != "last" and s.tense == "future")
    return resolve_weekday(weekday, s.published, future, strict=step in ("last", "next"))


def read_relative_day(m: re.Match[str], s: Setting) -> Date | None:
    """yesterday, today, tomorrow."""
    return shift_days(calendar_day(s.published), s.words.relative_days[key(m["words"])])


def read_step(m: re.Match[str], s: Setting) -> Date | None:
    """The last, this or the next week, month, year or season."""
    step, unit = STEPS[key(m["step"])], key(m["unit"])
    if unit in ("week", "weekend"):
        return week(s.published, step)
    if unit == "month":
        return _softened(shift_months(s.published, step), m["part"], s)
    if unit in s.words.seasons:
        return _season(s.words.seasons[unit], step, s.published)
    if unit == "quarter" or s.published is None:
        return None
    return _softened(year_or_none(s.published.year + step), m["part"] if step else "", s)


def read_season(m: re.Match[str], s: Setting) -> Date | None:
    """A season without a year, by the tense: "in the spring" of what year."""
    months, tense = s.words.seasons[key(m["season"])], s.tense
    if s.published is None or s.published.month is None or months[0] > months[1]:
        return None
    if tense == "future":
        return year_or_none(s.published.year + (months[1] < s.published.month))
    return year_or_none(s.published.year - (months[0] > s.published.month)) if tense == "past" else None


def _season(months: tuple[int, int], step: int, published: Date | None) -> Date | None:
    """The year of a season; None for a winter, which lies in two years."""
    first, last = months
    if published is None or published.month is None or first > last:
        return None
    passed = last < published.month if step < 0 else first <= published.month
    return year_or_none(published.year + (step + passed if step < 0 else step * passed))


def read_step_year(m: re.Match[str], s: Setting) -> Date | None:
    """The year of "the first half of next year", "the second half of the year"."""
    step = m["of"] or m["step"]
    return None if s.published is None else year_or_none(s.published.year + (STEPS[key(step)] if step else 0))


def read_end(m: re.Match[str], s: Setting) -> Date | None:
    """ "the end of the year", "the end of the month"."""
    if s.published is None:
        return None
    return shift_months(s.published, 0) if m["unit"] and key(m["unit"]) == "month" else year_or_none(s.published.year)


def read_ago(m: re.Match[str], s: Setting) -> Date | None:
    """ "two years ago" as a year, "three months ago" as a month, "five days ago" as a day."""
    counted = key(m["count"])
    number = 1 if counted in ("a", "an") else 2 if "couple" in counted else s.numbers.read(counted)
    if number is None or s.published is None or number > MOST_AGO or number % 1:
        return None
    step = int(number) * (-1 if key(m["side"] or "") == "ago" else 1)
    unit = key(m["unit"])
    if unit == "day":
        return shift_days(calendar_day(s.published), step)
    if unit == "week":
        day = shift_days(calendar_day(s.published), 7 * step)
        return None if day is None else Date(day.year, day.month)
    if unit == "month":
        return shift_months(s.published, step)
    return year_or_none(s.published.year + step * (10 if unit == "decade" else 1))


def read_later(m: re.Match[str], s: Setting) -> Date | None:
    """ "two years later", "a month before": counted from the date told right before, as precise as it is."""
    counted, unit = key(m["count"]), key(m["unit"])
    number = 1 if counted in ("a", "an") else s.numbers.read(counted)
    if number is None or s.before is None or number > MOST_AGO or number % 1:
        return None
    step = int(number) * (-1 if key(m["side"]) in ("earlier", "before", "previously") else 1)
    if unit in ("day", "week"):
        day = shift_days(calendar_day(s.before), step * (1 if unit == "day" else 7))
        return day if day is None or unit == "day" else Date(day.year, day.month)
    if unit == "month":
        return shift_months(s.before, step)
    return year_or_none(s.before.year + step * (10 if unit == "decade" else 1))


def read_same(m: re.Match[str], s: Setting) -> Date | None:
    """ "the same year", "that month", "the following year", "that November", "March of the following year"."""
    if s.before is None:
        return None
    groups = {name: key(value) for name, value in m.groupdict().items() if value}
    following = groups.get("which", "") in ("following", "after")
    step = following - (groups.get("which", "") in ("previous", "before"))
    if "month" in groups and "unit" not in groups and following:
        month = s.words.month_number(groups["month"])
        return year_or_none(s.before.year + (s.before.month is None or month <= s.before.month), month)
    if "month" in groups:
        return year_or_none(s.before.year + step, s.words.month_number(groups["month"]))
    unit = groups.get("unit") or groups["own"]
    if unit in s.words.seasons:
        first, last = s.words.seasons[unit]
        ahead = following and (s.before.month is None or first <= s.before.month)
        behind = step < 0 and (s.before.month is None or s.before.month <= last)
        return None if first > last else year_or_none(s.before.year + ahead - behind)
    if unit == "day":
        return shift_days(calendar_day(s.before), step)
    return shift_months(s.before, step) if unit == "month" else year_or_none(s.before.year + step)


def read_year(m: re.Match[str], s: Setting) -> Date | None:
    """A year, also of a half, quarter, season or budget."""
    groups = m.groupdict()
    year = groups.get("year") or "20" + groups["short"][-2:]
    return _softened(year_or_none(int(year)), groups.get("part"), s)


def read_cued_year(m: re.Match[str], s: Setting) -> Date | None:
    """A year after a preposition, unless what follows shows that it is a count ("about 2000 soldiers")."""
    cue = key(m.groupdict().get("cue") or "")
    round_number = int(m["year"]) % 100 == 0
    if m["count"] and (round_number or cue in s.words.lists["weak_year_cues"]):
        return None
    date = year_or_none(int(m["year"]))
    approximate = cue in s.words.lists["approximate_cues"]
    return dataclasses.replace(date, approximate=True) if date and approximate else date


def _softened(date: Date | None, part: str | None, s: Setting) -> Date | None:
    """The date, approximate where only a part of it was named ("late 2018", "mid-July")."""
    return dataclasses.replace(date, approximate=True) if date and part else date
