"""Which dates does a text state, seen from the day it was published?"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language.covered import Covered
from kg.language.date_arithmetic import resolve_weekday
from kg.language.date_readings import Setting
from kg.language.date_rules import Rule, date_rules
from kg.language.date_words import DateWords, date_words
from kg.language.hedges import hedges
from kg.language.number_words import number_words
from kg.language.tense import Tense, tense_in_text
from kg.language.wording import GAP
from kg.lexicon import Lexicon
from kg.values import Date

__all__ = ["date_mentions", "resolve_weekday"]

EARLIEST, LATEST = 1900, 2100
"""Years that news speaks of in a way this grammar knows."""
NEAR = 250
"""Characters within which "a year later" is counted from the date told before."""


def date_mentions(text: str, published: Date | None, lexicon: Lexicon, *, tense: Tense | None = None) -> Iterator[tuple[int, int, Date]]:
    """Dates in reading order as (start, end, Date), as precise as stated; spans do not overlap.

    published: day of the story; without it only dates that need no such anchor come out. tense: tells whether the clause at a
    span is "past" or "future", by default judged from the words around it. Left out: dates that cannot be told for sure
    ("03/12/2017", "every Friday", "the 1990s", "recently").
    """
    tense = tense or tense_in_text(text, lexicon)
    words, numbers = date_words(lexicon), number_words(lexicon)
    before, told = None, 0  # the last date and where it ends
    for start, end, rule, match in _longest(_candidates(text, lexicon, words)):
        near = before if start - told <= NEAR and "\n" not in text[told:start] else None
        date = rule.read(match, Setting(published, near, tense(start, end), words, numbers))
        if date is None or not EARLIEST <= date.year <= LATEST:
            continue
        before, told = date, end
        left, _, _ = hedges(lexicon).widen(text, start, end)
        approximate = date.approximate or (left < start and date.precision != "day")
        yield start, end, dataclasses.replace(date, text=text[start:end], approximate=approximate)


def _candidates(text: str, lexicon: Lexicon, words: DateWords) -> Iterator[tuple[int, int, Rule, re.Match[str]]]:
    blocked = Covered(len(text), (m.span() for m in _no_dates(lexicon).finditer(text)))
    named_may = _surname(lexicon).search(text) is not None
    for rule in date_rules(lexicon):
        for match in rule.pattern.finditer(text):
            start, end = match.span("date" if "date" in rule.pattern.groupindex else 0)
            month = match.groupdict().get("month") or ""
            if month.casefold() == "may" and rule.name in ("month-cued", "month-part") and named_may:
                continue
            if not blocked.touches(start, end):
                yield start, end, rule, match


def _longest(candidates: Iterator[tuple[int, int, Rule, re.Match[str]]]) -> Iterator[tuple[int, int, Rule, re.Match[str]]]:
    """Candidates that do not overlap, the earlier and then the longer first."""
    done = 0
    for candidate in sorted(candidates, key=lambda c: (c[0], -c[1])):
        if candidate[0] >= done:
            done = candidate[1]
            yield candidate


@lru_cache(maxsize=4)
def _no_dates(lexicon: Lexicon) -> re.Pattern[str]:
    """Names and recurring times with a weekday or month inside."""
    words = date_words(lexicon)
    recurring = rf"(?:{words.any_of['recurring']}){GAP}(?:{words.weekday}|{words.month})"
    return re.compile(rf"(?<!\w)(?:(?-i:{words.any_of['names']})|{recurring}|(?:{words.weekday_or_short})s)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _surname(lexicon: Lexicon) -> re.Pattern[str]:
    """A story where somebody is called May: a capitalised word before it that is no preposition, or a verb of saying after it."""
    cues = date_words(lexicon).any_of["month_cues"]
    parts = date_words(lexicon).any_of["parts"]
    given_name = rf"(?<!\w)(?!(?i:{cues}|{parts}|last|next|this|mid)(?!\w))[A-Z][a-z]+[.]?"
    return re.compile(rf"{given_name}{GAP}May(?!\w)(?!{GAP}[0-9])|(?<!\w)May{GAP}(?:said|told)(?!\w)")
