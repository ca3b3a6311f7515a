"""How do the words of a date look as regular expressions, and what number does each stand for?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.language.wording import alternatives
from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of date_words.yml: numbers of months and weekdays (Monday 0) by lower-case form, and alternations of the lists.

    any_of: name of a list in the file to a regular expression for any of its words.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative_days: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    lists: Mapping[str, frozenset[str]]
    any_of: Mapping[str, str]
    month: str
    weekday: str
    weekday_or_short: str

    def month_number(self, form: str) -> int:
        """1 for "January", "Jan" and "JAN."."""
        return self.months[_bare(form)]

    def weekday_number(self, form: str) -> int:
        """0 for "Monday" and "Mon."."""
        return self.weekdays[_bare(form)]


@lru_cache(maxsize=4)
def date_words(lexicon: Lexicon) -> DateWords:
    """The words of dates. Source: ontology/lexicon/date_words.yml."""
    document: dict[str, Any] = lexicon.document("date_words")
    lists = {name: words for name, words in document.items() if isinstance(words, list) and all(isinstance(w, str) for w in words)}
    keyed = {name: list(document[name]) for name in ("relative_days", "seasons")}
    months, weekdays = document["months"], document["weekdays"]
    return DateWords(
        months={_bare(form): number for number, forms in enumerate(months, 1) for form in forms},
        weekdays={_bare(form): number for number, forms in enumerate(weekdays) for form in forms},
        relative_days=document["relative_days"],
        seasons={name: (first, last) for name, (first, last) in document["seasons"].items()},
        lists={name: frozenset(word.casefold() for word in words) for name, words in lists.items()},
        any_of={name: alternatives(words) for name, words in (lists | keyed).items()},
        month=_capitalised(form for forms in months for form in forms),
        weekday=_capitalised(forms[0] for forms in weekdays),
        weekday_or_short=_capitalised(form for forms in weekdays for form in forms),
    )


def _bare(form: str) -> str:
    return form.rstrip(".").casefold()


def _capitalised(forms: Iterable[str]) -> str:
    """Matches "November", "NOVEMBER", "Nov." and "Nov", never "november"; no letter may follow."""
    written = list(forms)
    shortened = {form.rstrip(".") for form in written if form.endswith(".")}
    bases = sorted({form.rstrip(".") for form in written}, key=lambda f: (-len(f), f))
    parts = [rf"(?:{re.escape(b)}|{re.escape(b.upper())}){'[.]?' if b in shortened else ''}" for b in bases]
    return rf"(?-i:(?:{'|'.join(parts)})(?![^\W\d_]))"
