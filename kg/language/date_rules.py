"""Which phrases are dates, and what does each mean, seen from the day of publication?

One rule is a pattern and a reading. Patterns ignore case, except for the names of months and weekdays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.language import date_readings as read
from kg.language.date_readings import Reading
from kg.language.date_words import DateWords, date_words
from kg.language.number_words import NumberWords, number_words
from kg.language.wording import DASH, GAP
from kg.lexicon import Lexicon

YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)(?![0-9\w%]|[.,][0-9])"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9\w%]|[.,:][0-9])"
START = r"(?<![\w$€£¥₹])(?<![0-9][.,/])(?<!\w[-/])"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of date phrase. name: stable. The date is the group "date" where the pattern has one, else the whole match."""

    name: str
    pattern: re.Pattern[str]
    read: Reading


@lru_cache(maxsize=4)
def date_rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """All rules. Source of the words: ontology/lexicon/date_words.yml."""
    words = date_words(lexicon)
    table = {
        **_absolute(words),
        **_named(words),
        **_relative(words, number_words(lexicon)),
        **_told(words, number_words(lexicon)),
        **_years(words),
    }
    return tuple(Rule(name, re.compile(pattern, re.IGNORECASE), read) for name, (pattern, read) in table.items())


def _absolute(w: DateWords) -> dict[str, tuple[str, Reading]]:
    """Dates that name their day or month."""
    weekday = rf"(?:(?:(?:last|next|this){GAP})?{w.weekday_or_short},?{GAP}(?:\(|the{GAP})?)?"
    other_day = rf"(?:(?:{GAP}?{DASH}{GAP}?|{GAP}(?:and|to){GAP}){DAY})?"
    year = rf"(?:,?{GAP}(?P<year>{YEAR})|{GAP}(?P<step>last|this|next){GAP}year(?!\w))?"
    part = rf"(?:{_part(w)})?"
    return {
        "iso": (rf"{START}(?P<y>[12][0-9]{{3}})([-/])(?P<m>[01][0-9])\2(?P<d>[0-3][0-9])(?![0-9/]|-[0-9])", read.read_numeric),
        "numeric": (rf"{START}(?P<a>[0-3]?[0-9])([-/.])(?P<b>[0-3]?[0-9])\2(?P<y>[12][0-9]{{3}})(?![\w/]|[-.][0-9])", read.read_day_first),
        "day-month": (rf"{START}{weekday}(?P<day>{DAY}){other_day}{GAP}(?:of{GAP})?(?P<month>{w.month}){year}", read.read_day),
        "month-day": (rf"{START}{weekday}(?P<month>{w.month}){GAP}(?:the{GAP})?(?P<day>{DAY}){other_day}{year}", read.read_day),
        "day-short-month": (rf"{START}(?P<day>{DAY}){DASH}(?P<month>{w.month}){DASH}(?P<year>{YEAR})", read.read_day),
        "month-year": (
            rf"{START}{part}(?P<month>{w.month}),?{GAP}(?:of{GAP})?(?:(?P<year>{YEAR})|(?P<step>last|this|next){GAP}year(?!\w))",
            read.read_month,
        ),
        "month-to-month-year": (
            rf"{START}(?P<date>(?P<month>{w.month}))(?={GAP}?(?:{DASH}|to|and|until|or|through){GAP}?{w.month}{GAP}(?P<year>{YEAR}))",
            read.read_month,
        ),
    }


def _named(w: DateWords) -> dict[str, tuple[str, Reading]]:
    """Months and weekdays without a year or a day."""
    part = rf"(?:{_part(w)})"
    daytime = rf"(?:{GAP}(?:morning|afternoon|evening|night)(?!\w))?"
    step = rf"(?P<step>last|this|next)(?:{GAP}(?:past|coming))?{GAP}"
    owner = _owner(w)
    joint = rf"{GAP}(?:and|to|or|until|through){GAP}|{DASH}"
    to_month = rf"(?=(?:{joint})"
    return {
        "month-cued": (rf"(?<![\w-])(?:{w.any_of['month_cues']}){GAP}(?P<date>{part}?(?P<month>{w.month}))(?!{GAP}[0-9])", read.read_month),
        "month-part": (rf"(?<![\w-])(?P<date>{part}(?P<month>{w.month}))(?!{GAP}[0-9])", read.read_month),
        "month-step": (rf"(?<![\w-])(?P<date>{step}(?P<month>{w.month}))(?!{GAP}[0-9])", read.read_month),
        "month-modifier": (
            rf"{owner}{GAP}(?P<date>(?P<month>{w.month}))(?={GAP}(?-i:[a-z]{{2}}))",
            read.read_month,
        ),
        "month-first": (rf"(?<![\w-])(?P<date>(?P<month>{w.month})){to_month}{w.month}(?!{GAP}[0-9]))", read.read_month),
        "month-second": (rf"(?<![\w-]){w.month}(?:{joint})(?P<date>(?P<month>{w.month}))(?!{GAP}[0-9])", read.read_month),
        "weekday": (
            rf"(?<![\w-])(?:(?P<step>last|next|this)(?:{GAP}(?:past|coming))?{GAP})?(?P<weekday>{w.weekday}){daytime}"
            rf"(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week(?!\w))?",
            read.read_weekday,
        ),
    }


def _relative(w: DateWords, numbers: NumberWords) -> dict[str, tuple[str, Reading]]:
    """Dates that count from the day of publication."""
    part = rf"(?:{_part(w)})?"
    season = rf"(?:{w.any_of['seasons']})"
    count = rf"(?P<count>{numbers.figure}|{numbers.spelled}|an?|a{GAP}couple{GAP}of)"
    unit = r"(?P<unit>day|week|month|year|decade)s?"
    return {
        "relative-day": (rf"(?<![\w-])(?P<words>{w.any_of['relative_days']})(?!\w)", read.read_relative_day),
        "step": (
            rf"(?<![\w-])(?<!the )(?P<date>{part}(?P<step>last|this|next)(?:{GAP}(?:past|coming))?{GAP}(?:calendar{GAP})?"
            rf"(?P<unit>week|weekend|month|year|quarter|{season}))(?!\w)",
            read.read_step,
        ),
        "season-cued": (
            rf"(?<![\w-])(?:{w.any_of['season_cues']}){GAP}(?:the{GAP})?(?:(?:early|late|end{GAP}of|start{GAP}of){GAP}(?:the{GAP})?)?(?P<date>(?P<season>{season}))(?!\w|{GAP}of{GAP}|,?{GAP}[0-9])",
            read.read_season,
        ),
        "end-of-unit": (
            rf"(?<![\w-])(?:(?P<part>end|close|beginning|start){GAP}of{GAP}the{GAP}(?P<unit>month|year)|before{GAP}the{GAP}year{GAP}is{GAP}out|year{DASH}end)(?!\w)",
            read.read_end,
        ),
        "ago": (
            rf"(?<![\w-]){count}(?:{GAP}|{DASH}){unit}(?:{GAP}(?P<side>ago|from{GAP}now)|['’]?s?['’]?{GAP}(?P<ahead>time))(?!\w)",
            read.read_ago,
        ),
        "fraction-step": (
            rf"(?<![\w-])(?:{w.any_of['fractions']}){GAP}(?:half|quarter){GAP}(?:of{GAP}(?:the{GAP}year(?!{GAP}(?:before|after|to|end))|(?P<of>last|this|next){GAP}year)|(?P<step>last|this|next){GAP}year)(?!\w)",
            read.read_step_year,
        ),
    }


def _told(w: DateWords, numbers: NumberWords) -> dict[str, tuple[str, Reading]]:
    """Dates that count from the date told right before."""
    count = rf"(?P<count>{numbers.figure}|{numbers.spelled}|an?)"
    unit = r"(?P<unit>day|week|month|year|decade)s?"
    stop = rf"(?={GAP}?[.,;:)]|\s*\Z)"
    which = rf"(?:the{GAP})?(?P<which>same|following|previous)|that(?:{GAP}same)?"
    season = rf"(?:{w.any_of['seasons']})"
    return {
        "later": (
            rf"(?<![\w-]){count}(?:{GAP}|{DASH}){unit}{GAP}(?P<side>later|afterwards?|earlier|previously|(?:after|before){stop})(?!\w|{GAP}than(?!\w))",
            read.read_later,
        ),
        "month-of-told-year": (
            rf"(?<![\w-])(?P<month>{w.month}),?{GAP}(?:of{GAP})?(?:{which}){GAP}(?P<unit>year)(?!\w)",
            read.read_same,
        ),
        "told-month": (
            rf"(?<![\w-])(?P<date>(?:the{GAP}(?P<which>following)|that){GAP}(?P<month>{w.month}))(?!{GAP}[0-9])(?!\w)",
            read.read_same,
        ),
        "told-unit": (
            rf"(?<![\w-])(?P<date>the{GAP}(?P<which>same|following|previous){GAP}(?P<unit>day|month|year|{season})|that{GAP}(?:same{GAP})?(?P<own>day|month|year))(?!\w)",
            read.read_same,
        ),
        "unit-after": (rf"(?<![\w-])the{GAP}(?P<unit>day|month|year){GAP}(?P<which>after|before){stop}", read.read_same),
    }


def _owner(w: DateWords) -> str:
    """An article or "'s" before a month or year that modifies a noun."""
    return rf"(?:(?<![\w-])(?:{w.any_of['determiners']})|(?<=\w)['’]s)"


def _part(w: DateWords) -> str:
    """ "late ", "mid-", "the end of ", "early in " before a month, a year or "next year"."""
    parts, ends = w.any_of["parts"], w.any_of["ends"]
    return rf"(?P<part>(?:{parts})(?:{GAP}(?:(?:in|of){GAP})?|{DASH})|(?:{ends})(?:{GAP}of{GAP}|{DASH}))"


def _years(w: DateWords) -> dict[str, tuple[str, Reading]]:
    """Years, and the halves, quarters and seasons of years."""
    part = rf"{_part(w)}"
    owner = _owner(w)
    nouns = rf"(?:{w.any_of['counted']}|[^\W\d_]{{3,20}}s)(?!\w)"
    year = rf"(?P<year>{YEAR})"
    after_year = "|".join(rf"(?<=[12][0-9]{{3}}{joint})" for joint in (", ", "-", "–", " - ", " – ", " and ", " or ", " to ", ", and "))
    return {
        "fraction-year": (
            rf"(?<![\w-])(?P<date>(?:{w.any_of['fractions']}|final|last){GAP}(?:few{GAP})?(?:{w.any_of['fraction_units']}){GAP}(?:of{GAP})?"
            rf"(?:fiscal{GAP})?{year})",
            read.read_year,
        ),
        "quarter-year": (rf"(?<![\w-])(?:[QH][1-4]|[1-4][QH])(?:{GAP}(?:of{GAP})?|{DASH})?{year}", read.read_year),
        "quarter-short-year": (r"(?<![\w-])(?:[QH][1-4]|[1-4][QH])['’]?(?P<short>[2-4][0-9])(?![\w-])", read.read_year),
        "season-year": (rf"(?<![\w-])(?:{part})?(?:{w.any_of['seasons']}),?{GAP}(?:of{GAP})?{year}", read.read_year),
        "part-year": (rf"(?<![\w-]){part}(?:the{GAP})?(?:year{GAP})?{year}", read.read_year),
        "fiscal": (
            rf"(?<![\w-])(?:fiscal|financial|calendar|budget)(?:{GAP}|{DASH})(?:years?{GAP})?{year}|(?<!\w)FY{GAP}?{DASH}?{GAP}?"
            rf"(?P<short>(?:20)?[0-9]{{2}})(?!\w|[.,][0-9])",
            read.read_year,
        ),
        "split-year": (rf"{START}{year}(?:{DASH}|/)[0-9]{{2}}(?![0-9\w]|[-/][0-9])", read.read_year),
        "year-cued": (
            rf"(?<![\w-])(?P<cue>{w.any_of['year_cues']}){GAP}(?:the{GAP})?(?:years?{GAP})?(?P<date>{year})(?!{DASH}[^\W\d])(?P<count>{GAP}{nouns})?",
            read.read_cued_year,
        ),
        "year-listed": (rf"(?:{after_year})(?P<date>{year})(?!{DASH}[^\W\d])(?P<count>{GAP}{nouns})?", read.read_cued_year),
        "year-first": (rf"{START}(?P<date>{year})(?={GAP}?{DASH}{GAP}?{YEAR}|{GAP}(?:and|or|to|until|through){GAP}{YEAR})", read.read_year),
        "year-modifier": (
            rf"{owner}{GAP}(?P<date>{year})(?={GAP}[^\W\d_]{{2,}})(?P<count>{GAP}{nouns})?",
            read.read_cued_year,
        ),
        "year-bracketed": (rf"[(\[](?P<date>{year})(?=[)\]])", read.read_year),
    }
