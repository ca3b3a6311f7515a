"""What is the value of a number written in figures ("2.5 million", "1,648") or in words ("two and a half", "a dozen")?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.language.wording import DASH, GAP, alternatives, key
from kg.lexicon import Lexicon

JOIN = rf"(?:{GAP}?{DASH}?{GAP}?)"
DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)|\d{1,15})(?:\.\d{1,8})?(?!\d|[.,]\d)"
"""Figures, with commas by thousands or, in India, by lakhs; lengths are bounded so that no text takes long to read."""

_LEAD = re.compile(DIGITS)
BEFORE_FIGURE = rf"(?<![\w$€£¥₩₹₽#.,/])(?<![^\W\d]{DASH})(?<!\w[/:])"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of English, compiled.

    figure, spelled: regular expressions for one number in figures (money_figure: with "m" and "b" too) and in words.
    """

    values: Mapping[str, Decimal]
    magnitudes: Mapping[str, Decimal]
    parts: Mapping[str, Decimal]
    sets: Mapping[str, Decimal]
    shares: Mapping[str, Decimal]
    figure: str
    money_figure: str
    spelled: str
    scan: re.Pattern[str]

    def read(self, text: str) -> Decimal | None:
        """The value of a text that is one number and nothing else; None for all other texts and for "million" alone."""
        text = text.strip()
        if lead := _LEAD.match(text):
            return self._multiplied(Decimal(lead[0].replace(",", "")), key(text[lead.end() :]).split())
        words = key(text).split()
        value, used = self.spell(words)
        return plain(value) if value is not None and used == len(words) else None

    def spell(self, words: list[str]) -> tuple[Decimal | None, int]:
        """The value of the longest number that opens a list of lower-case words, and how many words it takes."""
        if words[:1] == ["half"] or words[:2] in (["a", "half"], ["an", "half"]):
            rest = words[words.index("half") + 1 :]
            article = len(rest) and rest[0] in ("a", "an")
            scale = self.magnitudes.get(rest[article]) if len(rest) > article else None
            taken = words.index("half") + 2 + article
            return (self.parts["half"] * scale, taken) if scale else (None, 1)
        if words[:1] in (["a"], ["an"]):
            if len(words) < 2 or words[1] not in self.magnitudes:
                return None, 1
            value, used = _spelled(["one", *words[1:]], self)
            return value, used
        return _spelled(words, self)

    def _multiplied(self, value: Decimal, words: list[str]) -> Decimal | None:
        for word in words:
            if word not in self.magnitudes:
                return None
            value *= self.magnitudes[word]
        return plain(value)


@lru_cache(maxsize=4)
def number_words(lexicon: Lexicon) -> NumberWords:
    """The number words, compiled. Source: ontology/lexicon/number_words.tsv and magnitudes.tsv."""
    kinds: dict[str, dict[str, Decimal]] = {}
    for row in lexicon.table("number_words"):
        kinds.setdefault(row["kind"], {})[row["word"]] = Decimal(row["value"])
    values = kinds["unit"] | kinds["teen"] | kinds["ten"]
    forms: dict[str, list[str]] = {"word": [], "short": [], "money": []}
    magnitudes = {}
    for row in lexicon.table("magnitudes"):
        for form in row.many("forms"):
            forms[row["kind"]].append(form)
            magnitudes[form] = Decimal(row["value"])
    figure = _figure(forms["word"] + forms["short"])
    spelled = _spelled_pattern([*values, *forms["word"]], list(kinds["part"]))
    return NumberWords(
        values,
        magnitudes,
        kinds["part"],
        kinds["set"],
        kinds["share"],
        figure,
        _figure(forms["word"] + forms["short"] + forms["money"]),
        spelled,
        re.compile(rf"(?P<figure>{BEFORE_FIGURE}{figure})|(?P<spelled>(?<![\w-]){spelled})|(?P<set>{_set_pattern(kinds['set'])})", re.I),
    )


def plain(value: Decimal) -> Decimal:
    """The same number without needless zeros or an exponent: 2500000, not 2.50E+6 or 2500000.0."""
    return Decimal(format(value.normalize(), "f")) if value else Decimal(0)


def _spelled(words: list[str], known: NumberWords) -> tuple[Decimal | None, int]:
    """Read "two hundred and fifty thousand" word by word; stops before the first word that cannot belong."""
    total = current = Decimal(0)
    ceiling: Decimal | None = None
    used = index = 0
    while index < len(words):
        word = words[index]
        if word == "and" and used:
            if part := _part(words[index + 1 :], known):
                current, index = current + part[0], index + 1 + part[1]
                used = index
                continue
            if words[index - 1] not in known.magnitudes or words[index + 1 : index + 2] == ["and"]:
                break
            index += 1
            continue
        if word in known.values and _fits(known.values[word], current, used):
            current += known.values[word]
        elif word in known.magnitudes and current:
            scale = known.magnitudes[word]
            if scale < 1000:
                if current >= 100:
                    break
                current *= scale
            elif ceiling is None or scale < ceiling:
                total, current, ceiling = total + current * scale, Decimal(0), scale
            else:
                break
        elif _multiplies(word, words[used - 1] if used else "", known) and total and not current:
            total *= known.magnitudes[word]
        else:
            break
        index += 1
        used = index
    return (total + current, used) if used else (None, 1)


def _multiplies(word: str, before: str, known: NumberWords) -> bool:
    """Whether one magnitude multiplies another: "two lakh crore", never "one million thousand"."""
    return word in known.magnitudes and known.magnitudes.get(before, known.magnitudes[word]) < known.magnitudes[word]


def _fits(value: Decimal, current: Decimal, used: int) -> bool:
    if not used or current == 0:
        return True
    if value == 0 or current % 1:
        return False
    return current % 100 == 0 if value >= 10 else current % 10 == 0 and current % 100 != 10


def _part(words: list[str], known: NumberWords) -> tuple[Decimal, int] | None:
    """ "a half", "half", "three quarters" after "and"."""
    if words[:2] == ["three", "quarters"]:
        return Decimal("0.75"), 2
    article = words[:1] in (["a"], ["an"])
    name = words[article] if len(words) > article else ""
    return (known.parts[name], 1 + article) if name in known.parts else None


def _figure(magnitudes: list[str]) -> str:
    scale = rf"{JOIN}(?:{alternatives(magnitudes)})(?!\w)"
    return rf"{DIGITS}(?:(?:{scale}){{1,2}}|(?!\w))"


def _spelled_pattern(words: list[str], parts: list[str]) -> str:
    word, join = rf"(?:{alternatives(words)})(?!\w)", rf"(?:{GAP}{{1,2}}|{DASH})"
    half = rf"(?:half{join}an?|an?{join}half|an?|half){join}"
    more = rf"{join}and{join}(?:an?{join})?(?:three{join}quarters|{alternatives(parts)})(?!\w)|{join}(?:and{join})?{word}"
    return rf"(?:{half})?{word}(?:{more}){{0,15}}+"


def _set_pattern(sets: Mapping[str, Decimal]) -> str:
    return rf"(?<![\w-])a{GAP}(?:{alternatives(list(sets))})(?={GAP}(?:more{GAP})?of(?!\w))"
