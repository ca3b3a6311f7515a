"""Which entities does somebody know for certain, by which names and under which identifiers?

known_ids.tsv is shipped and tells identifiers of countries and places; known_entities.tsv is the user's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from anyascii import anyascii

from kg.lexicon.files import LexiconError, Row
from kg.lexicon.rows import Country, Place, SystemName, word_key

KINDS = ("Country", "Organization", "Person", "Place", "System")
COLUMNS = ("name", "kind", "names", "country", "ids")
# What an identifier of each scheme looks like; an IRI is taken as it is.
SCHEMES = {"geonames": r"[1-9]\d*", "lei": r"[A-Z0-9]{18}\d\d", "wikidata": r"Q[1-9]\d*"}
IRI = re.compile(r"(?:https?://|urn:)[^\s<>\"{}\\^`]+")


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A row of known_entities.tsv. country: ISO code, "" where not given. ids: "wikidata:Q95", "lei:...", or IRIs."""

    name: str
    kind: str
    names: tuple[str, ...] = ()
    country: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Known:
    """What is known. entities: the user's, sorted by kind and name. ids: kind and folded plain name to identifiers, of both tables."""

    entities: tuple[KnownEntity, ...]
    ids: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def of(cls, entities: Iterable[Row], ids: Iterable[Row], country: Callable[[str], Country | None]) -> Known:
        """Read both tables. country: the state of a code. Raises LexiconError for a row that is wrong or a name with two meanings."""
        by_name: dict[tuple[str, str], KnownEntity] = {}
        shipped = {(row["kind"], known_key(row["name"])): _shipped(row) for row in ids}
        known = []
        for row in entities:
            entity = _entity(row, country)
            known.append(entity)
            for name in (entity.name, *entity.names):
                other = by_name.setdefault((entity.kind, known_key(name)), entity)
                if other is not entity:
                    raise LexiconError(f"{row.where}: {name!r} already names {other.name!r}; a name can stand for one {entity.kind} only")
            key = (entity.kind, known_key(entity.name))
            shipped[key] = tuple(dict.fromkeys((*shipped.get(key, ()), *entity.ids)))
        return cls(tuple(sorted(known, key=lambda e: (e.kind, e.name))), shipped)

    def ids_of(self, kind: str, name: str) -> tuple[str, ...]:
        """The identifiers of what has this plain name, () where none are known."""
        return self.ids.get((kind, known_key(name)), ())

    def places(self) -> tuple[Place, ...]:
        """The user's places that say in which country they lie."""
        return tuple(Place(e.name, "city", e.country, e.names) for e in self.entities if e.kind == "Place" and e.country)

    def systems(self) -> tuple[SystemName, ...]:
        """The user's systems; what class and make they are of is told in systems.tsv only."""
        return tuple(
            SystemName(e.name, e.names, "system", "", (e.country,) if e.country else ()) for e in self.entities if e.kind == "System"
        )


def known_key(name: str) -> str:
    """The form in which names of known entities are compared."""
    return word_key(anyascii(name).replace(".", "")).removeprefix("the ")


def _entity(row: Row, country: Callable[[str], Country | None]) -> KnownEntity:
    """A row of the user's table."""
    if tuple(row) != COLUMNS:
        raise LexiconError(f"{row.where}: the columns of known_entities.tsv are {', '.join(COLUMNS)}, not {', '.join(row)}")
    kind, code = row.choice("kind", KINDS), row["country"]
    if not known_key(row["name"]):
        raise LexiconError(f"{row.where}: name is empty; it must be the plain name of the entity")
    if code and country(code) is None:
        raise LexiconError(f"{row.where}: country is {code!r}; allowed: codes of countries.tsv such as DE, or an empty cell")
    if kind == "Place" and not code:
        raise LexiconError(f"{row.where}: country is empty; a place needs the code of the country it lies in, such as DE")
    if kind == "Country":
        state = country(code)
        if state is None or row["name"] != state.name or row["names"]:
            raise LexiconError(f"{row.where}: a country is called as in countries.tsv, has its code, and its other names stand there")
    for id in row.many("ids"):
        scheme, _, value = id.partition(":")
        if not IRI.fullmatch(id) and not re.fullmatch(SCHEMES.get(scheme, "(?!)"), value):
            raise LexiconError(
                f"{row.where}: ids has {id!r}; allowed: wikidata:Q95, geonames:298795, lei: and 20 signs, https://..., urn:..."
            )
        if scheme == "lei" and not _is_lei(value):
            raise LexiconError(f"{row.where}: ids has {id!r}, whose check digits are wrong")
    return KnownEntity(row["name"], kind, row.many("names"), code, row.many("ids"))


def _shipped(row: Row) -> tuple[str, ...]:
    """The identifiers of a row of known_ids.tsv."""
    return tuple(f"{scheme}:{row[scheme]}" for scheme in ("wikidata", "geonames") if row[scheme])


def _is_lei(code: str) -> bool:
    """Whether the check digits of a legal entity identifier are right (ISO 17442, by ISO 7064 MOD 97-10)."""
    return int("".join(str(int(sign, 36)) for sign in code)) % 97 == 1
