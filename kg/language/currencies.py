"""Which currency does a sign or a noun stand for, also where several countries share it ("kroner", "pesos")?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.language.wording import key
from kg.lexicon import Lexicon, Row

_NAME = re.compile(r"(?=\b([A-Z][\w.-]*\w(?: [A-Z][\w.-]*\w){0,2}))")  # at each word with a capital, with two more behind it

BARE = "$"
_BARE = re.compile(r"(?<![\w.$])\$ ?\d")
_OFFICE = re.compile(  # "Defence Minister Jane Doe", with the capitals before it and a country behind the name
    r"((?:[A-Z][\w.&-]*(?:['’]s?)? (?:and )?)*)(?:[a-z]+ )?(?:[Pp]rime )?[Mm]inister (?=[A-Z])"
    r"(?:[A-Z][\w.-]+ ){1,3}(?:of ([A-Z]\w+(?: [A-Z]\w+)?))?"
)
_FIGURES = re.compile(r"\b(?:figures|amounts|prices|values|sums)\b[^.\n]{0,30} in (\w+(?: \w+)?) dollars", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Currency:
    """What a form of a currency means.

    code: ISO 4217, "" where only the story can tell. also: what else it may be. guard: how large the number must be written for
    the form to count: "", "large" (thousands by commas or a magnitude) or "magnitude". not_before: words that must not follow.
    leads: it stands only before a number, being mostly something else ("four P-8A").
    """

    code: str
    also: tuple[str, ...]
    guard: str
    not_before: frozenset[str]
    leads: bool

    @classmethod
    def of(cls, row: Row) -> Currency:
        """The meaning of a row of currencies.tsv."""
        guard = row.choice("guard", ("", "large", "magnitude"))
        leads = row["place"] == "before" and guard != ""
        return cls(row["code"], row.many("also"), guard, frozenset(row["not_before"].split()), leads)


@lru_cache(maxsize=4)
def currencies(lexicon: Lexicon) -> tuple[Mapping[str, Currency], Mapping[str, Currency]]:
    """Signs and codes as written, and nouns by lower-case form. Source: ontology/lexicon/currencies.tsv."""
    signs: dict[str, Currency] = {}
    names: dict[str, Currency] = {}
    for row in lexicon.table("currencies"):
        after = row.choice("place", ("after", "before", "both")) == "after"
        for form in row.many("forms"):
            if after:
                names[key(form)] = Currency.of(row)
            else:
                signs[form] = Currency.of(row)
    return signs, names


def currency_code(currency: Currency, text: str, place: int, lexicon: Lexicon) -> str:
    """The ISO 4217 code of a currency at a place of a text, "" where it cannot be told.

    A shared noun is that of the nearest country of those that use it, named anywhere in the text; without one its default.
    The first two letters of a code are its country's ISO 3166 code.
    """
    if currency is currencies(lexicon)[0][BARE]:
        return bare_dollar(text, lexicon)
    if not currency.also:
        return currency.code
    codes = {code[:2]: code for code in (*currency.also, currency.code) if code}
    near = [(abs(at - place), code) for at, country in _countries(text, lexicon) if (code := codes.get(country))]
    return min(near)[1] if near else currency.code


@lru_cache(maxsize=4)
def bare_dollar(text: str, lexicon: Lexicon) -> str:
    """The code of "$" in a text: what it says itself ("all figures in Canadian dollars"), else the American one.

    Where "US$" tells that one apart and no other dollar is, "$" is that of the country with a dollar which the text names most. Where
    no dollar is told apart, it is that of the country at home in which the text is written.
    """
    signs, names = currencies(lexicon)
    dollars = {c.code[:2]: c.code for n, c in names.items() if n.endswith("dollars") and c.code and not c.also}
    told = _FIGURES.search(text)
    if told is not None and (named := names.get(key(f"{told[1]} dollars"))) is not None:
        return named.code
    others = [(form, c.code) for form, c in signs.items() if len(form) > 1 and "$" in form and form in text and c.code in dollars.values()]
    prefixed = {code for form, code in others if re.search(rf"(?<![\w.]){re.escape(form)}", text)}
    if not prefixed:
        return home_dollar(text, signs[BARE], lexicon)
    if prefixed != {signs[BARE].code} or not _BARE.search(text):
        return signs[BARE].code
    named_most = Counter(dollars[c] for _, c in _countries(text, lexicon) if c in dollars and dollars[c] not in prefixed)
    return max(named_most, key=lambda code: (named_most[code], code), default=signs[BARE].code)


def home_dollar(text: str, bare: Currency, lexicon: Lexicon) -> str:
    """The code of "$" in a text that has no other dollars: that of the country which it names most, if it calls the ministers of that
    country by their post alone, as its own press does ("Defence Minister Jane Doe said Canada pays"), else the American one.
    """
    most = Counter(country for _, country in _countries(text, lexicon)).most_common(1)
    code = next((c for c in bare.also if most and c[:2] == most[0][0]), "")
    if not code:
        return bare.code
    offices = [{c for _, c in _countries(f"{m[1]}, {m[2] or ''}", lexicon)} for m in _OFFICE.finditer(text)]
    return code if set() in offices and not any(code[:2] in countries for countries in offices) else bare.code


@lru_cache(maxsize=4)
def _countries(text: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """Where a text names which countries, by name, demonym or capital."""
    found: list[tuple[int, str]] = []
    end = 0
    for match in _NAME.finditer(text):
        words = match[1].split(" ")
        names = [" ".join(words[:count]) for count in range(len(words), 0, -1)] if match.start() >= end else []
        name, country = next(((n, c) for n in names if (c := lexicon.country(n))), ("", None))
        if country is not None:
            found.append((match.start(), country.code))
            end = match.start() + len(name)
    return tuple(found)
