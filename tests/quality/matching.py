"""Is a found slot the wanted one? The comparisons of the sentence scores, on what was wanted as text and what was found as values.

A wanted "a|b" is met by either; with "-" among the alternatives nothing need be found.
"""

from __future__ import annotations

from typing import TypeAlias

from kg.lexicon import Lexicon
from kg.model import Entity
from kg.training.matching import same_title, within, words
from kg.values import Date, Money, Quantity

Found: TypeAlias = Entity | Date | Money | Quantity | str
VALUE_TOLERANCE = 0.005  # of the amount, as in score.py of the annotated articles


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
