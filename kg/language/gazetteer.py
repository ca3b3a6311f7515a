"""Which names are countries, peoples and places that the lexicon knows? It adds and relabels, but splits no longer name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from kg.language.known import longest_matches
from kg.language.spans import Name, add_longer
from kg.lexicon import Lexicon

PERSONAL = frozenset({"PERSON", "EVENT", "SYSTEM"})


def mark_places(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with the lexicon's places: an equal one is relabelled, a missing one added, the longest match first.

    A form that often means something else ("Georgia", "Chad", "Turkey") keeps the model's label and is not added;
    cities and regions are added only where the tagger sees a proper noun. PERSON stays, unless it is a country.
    """
    found = list(_places(doc, lexicon))
    by_place = {name[:2]: name for name in found}
    kept = [_relabelled(doc, name, by_place.get(name[:2]), lexicon) for name in names]
    sure = [name for name in found if not lexicon.is_ambiguous(_text(doc, name))]
    return _whole_bodies(doc, add_longer(kept, sure), lexicon)


def _whole_bodies(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names in which an organization that is only a demonym and a state's body right behind it are one: "Indian" "Ministry of Defence"."""
    result: list[Name] = []
    for name in names:
        before = result[-1] if result else None
        if before is not None and before.end == name.start and _is_one_body(doc, before, name, lexicon):
            result[-1] = name._replace(start=before.start)
        else:
            result.append(name)
    return result


def _is_one_body(doc: Doc, demonym: Name, body: Name, lexicon: Lexicon) -> bool:
    organizations = demonym.label == body.label == "ORG"
    return (
        organizations and lexicon.country_by_demonym(_text(doc, demonym)) is not None and lexicon.state_body(_text(doc, body)) is not None
    )


def _relabelled(doc: Doc, name: Name, place: Name | None, lexicon: Lexicon) -> Name:
    """The name with the lexicon's label where the two speak of the same words."""
    text = _text(doc, name)
    if place is None or (name.label == "ORG" and place.label == "ORG"):
        return name
    doubtful = lexicon.is_ambiguous(text) or not (lexicon.country_by_name(text) or lexicon.country_by_demonym(text))
    if doubtful and name.label in PERSONAL:
        return name
    if name.label == "ORG" and lexicon.country(text) is None:
        return name
    return place


def _places(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    """Longest matches; a city or region only where the tagger sees a proper noun."""
    for name in longest_matches(doc, lambda text: _label(text, lexicon)):
        if name.label != "PLACE":
            yield name
        elif doc[name.end - 1].pos_ == "PROPN":
            yield name._replace(label="GPE")


@lru_cache(maxsize=1 << 16)
def _label(text: str, lexicon: Lexicon) -> str:
    """GPE for a country or capital, ORG for another seat of government, NORP for a people, PLACE for a city or region."""
    if lexicon.country_by_name(text) or lexicon.country_by_capital(text):
        return "GPE"
    if lexicon.country_by_demonym(text):
        return "NORP"
    if lexicon.country_by_metonym(text):
        return "ORG"
    place = lexicon.place(text)
    if place is None:
        return ""
    return "NORP" if text in place.demonyms else "PLACE"


def _text(doc: Doc, name: Name) -> str:
    return doc[name.start : name.end].text
