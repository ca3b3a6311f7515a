"""Which country or place does a node name?"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kg.lexicon import Country
from kg.resolution.names import REMEMBERED, Form, joined_initials, tokens
from kg.resolution.nodes import Node, fullest
from kg.resolution.words import Words


def country_of(node: Node, words: Words) -> Country | None:
    """The state that most of a node's names stand for; None where the lexicon knows none of them."""
    votes: Counter[str] = Counter()
    known: dict[str, Country] = {}
    for name, count in node.names:
        if (country := words.country(name)) is not None:
            known[country.code] = country
            votes[country.code] += count
    return known[min(votes, key=lambda code: (-votes[code], code))] if votes else None


@lru_cache(maxsize=REMEMBERED)
def place_form(name: str, words: Words) -> Form:
    """The tokens of a place's name without "the"; initials as one word. Other names and adjectives of known places give their name."""
    place = words.lexicon.place(name)
    if place is not None:
        return tokens(place.name)
    form = joined_initials(tokens(name))
    return form[1:] if len(form) > 1 and form[0] == "the" else form


def country_form(node: Node, words: Words) -> Form:
    """A country's code as its form, so that all its names are one; its name where the code is not known."""
    country = country_of(node, words)
    return (f"={country.code}",) if country is not None else place_form(fullest(node), words)
