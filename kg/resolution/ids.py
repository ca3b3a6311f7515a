"""How does a thing get its id from its content, so that neither the order nor the number of articles decides it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from kg.resolution.names import slug

K = TypeVar("K")


def joined_slug(parts: Iterable[str]) -> str:
    """Parts of an id, slugged and joined by hyphens; empty parts are left out."""
    return "-".join(s for s in map(slug, parts) if s)


def distinct(wanted: Mapping[K, str], origin: Mapping[K, tuple[str, int]]) -> dict[K, str]:
    """An id for each thing. wanted: the id its content asks for; origin: article and place where it is first told of.

    Of several that ask for one id the first told of has it; the others get their article's id behind it, then their place.
    """
    rivals: dict[str, list[K]] = defaultdict(list)
    for thing, id in wanted.items():
        rivals[id].append(thing)
    found: dict[K, str] = {}
    taken = set(rivals)
    for id in sorted(rivals):
        first, *others = sorted(rivals[id], key=lambda thing: origin[thing])
        found[first] = id
        for thing in others:
            article, place = origin[thing]
            longer = f"{id}-{slug(article) or 'x'}"
            if longer in taken:
                longer = f"{longer}-{place}"
            while longer in taken:
                longer += "-x"
            taken.add(longer)
            found[thing] = longer
    return found
