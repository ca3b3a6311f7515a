"""Which node is an entity that the user's table of known entities lists?"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kg.lexicon import KnownEntity
from kg.resolution.judging import Finding
from kg.resolution.names import Form
from kg.resolution.nodes import Node, fullest
from kg.resolution.organizations import plain_form
from kg.resolution.people import person_form
from kg.resolution.places import place_form
from kg.resolution.profiles import Profile
from kg.resolution.systems import system_form
from kg.resolution.words import Words


def known_entity(node: Node, words: Words) -> KnownEntity | None:
    """The known entity that a node's fullest name stands for, without honorific, post or "Inc" if need be.

    None for a mere description, and where another of its names stands for another entity: a wrong link is worse than none.
    """
    if not node.named:
        return None
    found = words.known(node.kind, fullest(node))
    others = {words.known(node.kind, name) for name, _ in node.names} - {None, found}
    return found if found is not None and not others else None


def known_form(entity: KnownEntity, words: Words) -> Form:
    """The one form of an entity under all its names.

    It gets a mark where the form alone would say too little: a person called by one word, which joins nothing alone, and two
    entities whose names differ in "Inc" or "Dr" only.
    """
    form = _form(entity, words)
    alone = entity.kind == "Person" and len(form) == 1
    return (*form, f"~{entity.name}") if alone or (entity.kind, form) in _shared(words) else form


def _form(entity: KnownEntity, words: Words) -> Form:
    match entity.kind:
        case "Person":
            return person_form(entity.name, words)
        case "Organization":
            return plain_form(entity.name, words)
        case "System":
            return system_form(entity.name, words)
        case _:
            return place_form(entity.name, words)


@lru_cache(maxsize=4)
def _shared(words: Words) -> frozenset[tuple[str, Form]]:
    """The kinds and forms that several known entities have."""
    counts = Counter((e.kind, _form(e, words)) for e in words.lexicon.known.entities)
    return frozenset(key for key, count in counts.items() if count > 1)


def known_apart(a: Profile, b: Profile) -> Finding | None:
    """A veto: the user's table has them as two entities."""
    ours, theirs = sorted(a.known), sorted(b.known)
    if not ours or not theirs or ours == theirs:
        return None
    return Finding(1.0, f"known as two: “{', '.join(ours)}” / “{', '.join(theirs)}”")
