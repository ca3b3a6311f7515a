"""Which country does a word stand for, which place does it name?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from kg.lexicon.rows import Country, Place, word_key

SHORT = 3  # names of so few letters are read with their case: "US" is a country, "us" is not, "Oman" may be "OMAN"


@dataclass(frozen=True, eq=False)
class Geography:
    """Countries and places with their look-ups. forms: "names", "demonyms", "capitals", "metonyms" to key to country."""

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    by_code: Mapping[str, Country]
    forms: Mapping[str, Mapping[str, Country]]
    places_by_name: Mapping[str, Place]
    ambiguous: frozenset[str]

    @classmethod
    def of(cls, countries: Iterable[Country], places: Iterable[Place]) -> Geography:
        """Index countries and places; where two places share a name, the one given first has it."""
        countries, places = tuple(countries), tuple(places)
        forms: dict[str, dict[str, Country]] = {"names": {}, "demonyms": {}, "capitals": {}, "metonyms": {}}
        for country in countries:
            forms["names"][place_key(country.name)] = country
            for column, index in forms.items():
                for name in getattr(country, column):
                    index.setdefault(place_key(name), country)
        by_name: dict[str, Place] = {}
        for part in ("name", "names", "demonyms"):
            for place in places:
                names: tuple[str, ...] = (place.name,) if part == "name" else getattr(place, part)
                for name in names:
                    by_name.setdefault(place_key(name), place)
        return cls(
            countries=countries,
            places=places,
            by_code={c.code: c for c in countries},
            forms=forms,
            places_by_name=by_name,
            ambiguous=frozenset(place_key(form) for c in countries for form in c.ambiguous)
            | frozenset(place_key(p.name) for p in places if p.ambiguous),
        )

    def find(self, column: str, name: str) -> Country | None:
        """The country with this form in one column, None when there is none or the text has no capital letter ("turkey")."""
        return self.forms[column].get(place_key(name)) if _is_proper(name) else None

    def country(self, name: str) -> Country | None:
        """The country with this form in any column; a name comes before a demonym, then capital, then metonym."""
        key = place_key(name) if _is_proper(name) else ""
        return next((found for forms in self.forms.values() if (found := forms.get(key))), None)

    def place(self, name: str) -> Place | None:
        """The region, territory or city of this name."""
        return self.places_by_name.get(place_key(name)) if _is_proper(name) else None

    def is_ambiguous(self, name: str) -> bool:
        """Whether the form is marked as often meaning something else."""
        return place_key(name) in self.ambiguous


def _is_proper(name: str) -> bool:
    return name != name.lower()


@lru_cache(maxsize=1 << 16)
def place_key(name: str) -> str:
    """Comparison form of a geographical name: no leading "the", no dots, no accents, lower case unless very short."""
    plain = anyascii(name.replace(".", "").replace("’", "'")).strip()
    if plain[:4].lower() == "the ":
        plain = plain[4:].lstrip()
    return plain if len(plain) <= SHORT else word_key(plain)
