"""Which numbers does a text write, and where?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.language.number_words import NumberWords, number_words, plain
from kg.language.wording import DASH, GAP, key
from kg.lexicon import Lexicon

MOST_SHARES = 10
"""Numerators of spelled fractions are below this ("two thirds"), so that "a hundred third-party" is none."""

_NEXT_WORD = re.compile(rf"(?:{GAP}|{DASH})(\w+)(?!\w|{DASH}\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. low: the lower end where a range was written ("20 to 30": low 20, value 30), else None.

    share: True for a fraction of something ("two thirds").
    """

    start: int
    end: int
    value: Decimal
    low: Decimal | None = None
    share: bool = False


def number_mentions(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """All numbers of a text in reading order, none overlapping. Ranges and fractions are one number each, and "eight (8)".

    Numbers without a figure ("hundreds of", "several million") are left out, so are those inside names ("S-400", "155mm").
    """
    words = number_words(lexicon)
    waiting: Number | None = None
    for number in _single(text, words):
        if waiting is None:
            waiting = number
        elif _is_range(text, waiting, number):
            waiting = Number(waiting.start, number.end, number.value, low=waiting.value)
        elif _is_repeated(text, waiting, number):
            waiting = Number(waiting.start, number.end + 1, number.value)
        else:
            yield waiting
            waiting = number
    if waiting is not None:
        yield waiting


def parse_number(text: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a text that is one number ("two and a half million", "1,648"); None for anything else."""
    return number_words(lexicon).read(text) if text.strip() else None


def _single(text: str, words: NumberWords) -> Iterator[Number]:
    for match in words.scan.finditer(text):
        if match["figure"] is not None:
            value = words.read(match[0])
            if value is not None:
                yield Number(match.start(), match.end(), value)
        elif match["set"] is not None:
            yield Number(match.start(), match.end(), words.sets[key(match[0]).split()[1]])
        else:
            yield from _runs(text, match.start(), match.end(), words)


def _runs(text: str, start: int, end: int, words: NumberWords) -> Iterator[Number]:
    """The numbers in one run of number words: "four two-seat" holds two of them."""
    spans = [(m.start() + start, m.end() + start) for m in re.finditer(r"\w+", text[start:end])]
    tokens = [key(text[a:b]) for a, b in spans]
    while tokens:
        value, used = words.spell(tokens)
        if value is not None:
            first, last = spans[0][0], spans[used - 1][1]
            share = _share_after(text, last, words) if value < MOST_SHARES else None
            if share is not None:
                yield Number(first, share[1], plain(value / share[0]), share=True)
            else:
                yield Number(first, last, plain(value))
        tokens, spans = tokens[used:], spans[used:]


def _share_after(text: str, end: int, words: NumberWords) -> tuple[Decimal, int] | None:
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return None
    word = key(match[1])
    share = 1 / words.parts[word] if word in words.parts else words.shares.get(word)
    return None if share is None else (share, match.end())


def _is_repeated(text: str, left: Number, right: Number) -> bool:
    """Whether a number stands again in brackets behind its word: "eight (8)"."""
    bracketed = text[left.end : right.start].strip() == "(" and text[right.end : right.end + 1] == ")"
    return bracketed and left.value == right.value and not left.share


def _is_range(text: str, left: Number, right: Number) -> bool:
    between = text[left.end : right.start].strip().casefold()
    if left.low is not None or left.share or right.share or not left.value < right.value or len(between) > 3:
        return False
    before = text[max(0, left.start - 10) : left.start].rstrip().casefold()
    dashes = re.fullmatch(DASH, between) is not None
    return dashes or (between == "to" and not before.endswith("from")) or (between == "and" and before.endswith("between"))
