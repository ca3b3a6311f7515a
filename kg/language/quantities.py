"""How many of what does a text speak of: "four S-400 batteries", "a second regiment", "33 percent of the shares"?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.language.covered import Covered
from kg.language.hedges import hedges
from kg.language.noun_phrases import NounPhrase, PhraseWords, is_designation, is_name, noun_phrase
from kg.language.numbers import Number, number_mentions
from kg.language.wording import DASH, GAP, alternatives, key
from kg.lexicon import Lexicon
from kg.values import Quantity

STAKE_REACH = 40
"""Characters before a percentage in which "a stake of" is looked for."""
NO_COUNT = frozenset({"group", "measure", "other", "share", "time"})
"""Kinds of units.tsv that say a number counts no things."""


_OF = re.compile(rf"{GAP}of(?!\w)")
_JOINED = re.compile(rf"{DASH}\w")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The special units, compiled. kinds: kind of each unit by its written form. percent, stake: patterns around a percentage."""

    kinds: Mapping[str, str]
    phrase: PhraseWords
    ordinals: frozenset[str]
    another: frozenset[str]
    percent: re.Pattern[str]
    stake_after: re.Pattern[str]
    stake_before: re.Pattern[str]


@lru_cache(maxsize=4)
def unit_words(lexicon: Lexicon) -> UnitWords:
    """The units that are special. Source: ontology/lexicon/units.tsv and the ordinals of number_words.tsv."""
    kinds = {key(form): row["kind"] for row in lexicon.table("units") for form in row.many("forms")}
    shares = alternatives([form for form, kind in kinds.items() if kind == "share"])
    stakes = alternatives([form for form, kind in kinds.items() if kind == "stake"])
    return UnitWords(
        kinds=kinds,
        phrase=PhraseWords(
            skipped=frozenset(form for form, kind in kinds.items() if kind in ("more", "pass")),
            invariable=frozenset(form for form, kind in kinds.items() if kind == "invariable"),
        ),
        ordinals=frozenset(row["word"] for row in lexicon.table("number_words") if row["kind"] == "ordinal"),
        another=frozenset(form for form, kind in kinds.items() if kind == "more"),
        percent=re.compile(rf"(?:{GAP}|{DASH})?(?:{shares})(?!\w)", re.IGNORECASE),
        stake_after=re.compile(rf"(?:{GAP}|{DASH})(?:[^\W\d][\w'’-]*{GAP}){{0,2}}?(?:{stakes})(?!\w)|{GAP}(?=of(?!\w))", re.IGNORECASE),
        stake_before=re.compile(
            rf"(?<!\w)(?:{stakes}){GAP}(?:[^\W\d]+{GAP}){{0,3}}(?:of|to|from|at|by){GAP}(?:[^\s.;]+{GAP}){{0,3}}\Z", re.I
        ),
    )


def quantity_mentions(doc: Doc, lexicon: Lexicon, *, taken: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int, Quantity]]:
    """Counts of things in reading order as (start, end, Quantity), from number to head noun; spans do not overlap.

    taken: character spans of dates and money, whose numbers count nothing. The unit is the head with its compound nouns,
    singular; "" where only a name was counted ("32 F-35s"). Left out: ages, measures and durations, votes and seats,
    percentages other than of a company or a whole, numbers that belong to a name ("Leopard 2 tanks").
    """
    text, words = doc.text, unit_words(lexicon)  # Doc.text is put together anew each time
    busy = Covered(len(text), taken)
    found: list[tuple[int, int, Quantity]] = []
    for number in number_mentions(text, lexicon):
        if not busy.touches(number.start, number.end):
            found += _counted(doc, text, number, words, lexicon)
    found += _single_things(doc, text, words, busy)
    done = 0
    for start, end, quantity in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= done:
            done = end
            yield start, end, quantity


def _counted(doc: Doc, text: str, number: Number, words: UnitWords, lexicon: Lexicon) -> list[tuple[int, int, Quantity]]:
    if percent := words.percent.match(text, number.end):
        return _percentage(text, number, percent.end(), words, lexicon)
    partial = number.value == 1 and _OF.match(text, number.end)
    if number.share or number.value % 1 or number.value == 0 or partial or _is_joined(text, number.end):
        return []
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or _in_name(doc, span.start, number, lexicon):
        return []
    one = number.value == 1
    if one and span.start and words.kinds.get(doc[span.start - 1].lower_) == "group":
        return []  # "number one priority"
    phrase = noun_phrase(doc, span.end, words.phrase, many=not one)
    if phrase is None or not _is_countable(phrase, words) or not (phrase.singular if one else phrase.plural):
        return []
    end = number.end if phrase.numbered and _OF.match(text, number.end) else phrase.end
    return [_quantity(text, number.start, end, number.value, phrase.unit, number.low is not None, lexicon)]


def _is_countable(phrase: NounPhrase, words: UnitWords) -> bool:
    """Whether the phrase names things that a deal may be about, not metres, years or votes."""
    head = phrase.unit.split(" ")[-1]
    special = words.kinds.get(head, "") in NO_COUNT or words.kinds.get(phrase.first, "") in ("measure", "time")
    return not special and not (phrase.owns and not phrase.unit)


def _percentage(text: str, number: Number, end: int, words: UnitWords, lexicon: Lexicon) -> list[tuple[int, int, Quantity]]:
    after = words.stake_after.match(text, end)
    before = words.stake_before.search(text[max(0, number.start - STAKE_REACH) : number.start])
    if after is None and before is None:
        return []
    last = after.end() if after and after[0].strip() else end
    return [_quantity(text, number.start, last, number.value, "percent", number.low is not None, lexicon)]


def _quantity(text: str, start: int, end: int, value: Decimal, unit: str, between: bool, lexicon: Lexicon) -> tuple[int, int, Quantity]:
    left, right, hedged = hedges(lexicon).widen(text, start, end)
    right = end if not text[end:right].strip() else right
    return left, right, Quantity(value, unit, hedged or between, text[left:right])


def _is_joined(text: str, end: int) -> bool:
    """Whether a hyphen ties the number to a word: "two-year", "24-strong"."""
    return _JOINED.match(text, end) is not None


def _in_name(doc: Doc, index: int, number: Number, lexicon: Lexicon) -> bool:
    """Whether the number belongs to the name before it ("Leopard 2 tanks", "Type 31"), not so in "sold India 36 jets"."""
    token = doc[index]
    if index == 0 or not token.text[0].isdigit():
        return False
    previous = doc[index - 1]
    if not previous.whitespace_ or not is_name(previous):
        return False
    if token.ent_iob_ == "I":
        return True
    if previous.ent_type_ in ("GPE", "NORP", "PERSON", "LOC"):
        return False
    return lexicon.country(previous.text) is None and "," not in token.text


def _single_things(doc: Doc, text: str, words: UnitWords, busy: Covered) -> Iterator[tuple[int, int, Quantity]]:
    """ "a second regiment", "its third submarine", "another battery", "the first of five frigates": one of a thing."""
    for token in doc:
        if not _opens_single(token, words) or busy.touches(token.idx, token.idx + len(token)):
            continue
        start = token.idx if token.text == "another" else token.nbor(-1).idx
        first, end = token.i + 1, 0
        if _is_ordinal_of(token, words):
            first, end = _after_of(doc, first), token.idx + len(token)
        phrase = noun_phrase(doc, first, words.phrase, many=bool(end)) if first < len(doc) and doc[first].tag_ != "CD" else None
        if phrase is None or not (phrase.unit or phrase.designated) or not _is_countable(phrase, words):
            continue
        if phrase.plural if end else phrase.singular:
            end = end or phrase.end
            yield start, end, Quantity(Decimal(1), phrase.unit, text=text[start:end])


def _opens_single(token: Token, words: UnitWords) -> bool:
    """Whether a token with the article before it opens a phrase for one thing."""
    if token.text == "another":
        return True
    article = token.nbor(-1).lower_ if token.i else ""
    if article in ("a", "an"):
        fraction = token.text in words.ordinals and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"
        return not fraction and (token.text in words.ordinals or token.text in words.another)
    return article in ("the", "its", "their", "his", "our") and token.text in words.ordinals


def _is_ordinal_of(token: Token, words: UnitWords) -> bool:
    return token.text in words.ordinals and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of"


def _after_of(doc: Doc, index: int) -> int:
    """The token after "of", its article and its number: "of the five frigates"."""
    index += 1
    while index < len(doc) and (doc[index].tag_ in ("DT", "PRP$") or (doc[index].tag_ == "CD" and not is_designation(doc[index]))):
        index += 1
    return index
