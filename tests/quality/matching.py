"""Is a found slot the wanted one? The comparisons of the sentence scores, on what was wanted as text and what was found as values.

A wanted "a|b" is met by either; with "-" among the alternatives nothing need be found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from kg.lexicon import Lexicon, word_key
from kg.model import Entity
from kg.values import Date, Money, Quantity

Found: TypeAlias = Entity | Date | Money | Quantity | str
SMALL = frozenset(("the", "of", "for", "and", "a", "an", "to", "in", "at"))
PLURAL = re.compile(r"(?<=\w\w)ies$|(?<=[sxz])es$|(?<=[cs]h)es$|(?<=[^sui])s$")
VALUE_TOLERANCE = 0.005  # of the amount, as in score.py of the annotated articles
TITLE_OVERLAP = 0.5  # the least share of a title's words, as there


def same(slot: str, wanted: str, found: Found, lexicon: Lexicon) -> bool:
    """Whether one of the alternatives wanted is what was found."""
    return any(_same(slot, alternative, found, lexicon) for alternative in alternatives(wanted) if alternative != "-")


def alternatives(wanted: str) -> list[str]:
    """The texts any of which will do: "18|1" gives "18" and "1"."""
    return wanted.split("|")


def _same(slot: str, wanted: str, found: Found, lexicon: Lexicon) -> bool:
    if isinstance(found, Entity):
        return same_entity(wanted, found, lexicon)
    if isinstance(found, Date):
        return wanted.startswith(found.iso) or found.iso.startswith(wanted)
    if isinstance(found, Money):
        amount, currency = wanted.split()
        return currency == found.currency and abs(float(found.amount) - float(amount)) <= VALUE_TOLERANCE * float(amount)
    if isinstance(found, Quantity):
        return float(found.number) == float(wanted)
    if slot == "title":
        return same_title(wanted, found)
    return within(words(wanted), words(found)) if slot == "unit" else wanted.replace("-", "") == found.lower()


def same_entity(wanted: str, found: Entity, lexicon: Lexicon) -> bool:
    """Countries by their code, other names where one holds all words of the other ("Thales" and "Thales Group")."""
    country = lexicon.country_by_name(wanted)
    if country or found.code:
        return bool(country) and country.code == found.code
    return any(within(words(wanted), words(name)) for name in found.names)


def same_title(wanted: str, found: str) -> bool:
    """Titles of the same words, or one with all words of the other and not many more."""
    left, right = set(words(wanted)), set(words(found))
    return within(sorted(left), sorted(right)) and len(left & right) / len(left | right) >= TITLE_OVERLAP


def within(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one has all words of the other; a name without words is in none."""
    return bool(left and right) and (set(left) <= set(right) or set(right) <= set(left))


def words(text: str) -> list[str]:
    """The words a name is compared by, each in the singular: "The Dash 8-400s" gives "dash", "8", "400"."""
    key = "".join(c if c.isalnum() else " " for c in word_key(text).replace("'s ", " "))
    return [PLURAL.sub(lambda m: "y" if m[0] == "ies" else "", w) for w in key.split() if w not in SMALL]
