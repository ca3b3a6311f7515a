"""Which systems are variants of which others: F-35C of F-35, Leopard 2A7 of Leopard 2?

They stay two, since what is said of one does not hold for the other, but they are linked. A family that no article names is not
made up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.model import Entity
from kg.resolution.names import Form
from kg.resolution.nodes import NodeKey
from kg.resolution.systems import ROMAN, bare_names, designators, is_mark_of_variant, is_sure, number, plain

LETTERED = re.compile(r"(.*\d)[a-z][a-z0-9]{0,4}")  # the number before the letters of a variant: "f35c", "2a7", "su30mki"
TELLING_NUMBER = 3  # digits by which a family is known without a name beside them: "Type 212", not "2"


class Link(NamedTuple):
    """That one system is a variant of another, by cluster, and the sentence that says why."""

    variant: NodeKey
    family: NodeKey
    reason: str


def variant_links(families: Mapping[NodeKey, NodeKey], entities: Mapping[NodeKey, Entity]) -> list[Link]:
    """A link with its sentence from each variant to its family; sorted."""
    found = []
    for variant, family in sorted(families.items()):
        if variant in entities and family in entities:
            why = f"“{entities[variant].label}” is a variant of “{entities[family].label}”: it has the same designator and more"
            found.append(Link(variant, family, why))
    return found


def families(forms: Mapping[NodeKey, Form]) -> dict[NodeKey, NodeKey]:
    """Each variant to the nearest family that is named, where that is one. forms: of named systems, by cluster.

    A variant has the family's designator and letters behind it ("F-16V"), or a further mark ("PAC-3 MSE", "Gripen E",
    "F-16 Block 70"); the names beside these do not contradict each other.
    """
    numbered: dict[str, list[NodeKey]] = defaultdict(list)
    bare: dict[Form, list[NodeKey]] = defaultdict(list)
    for cluster, form in sorted(forms.items()):
        if number(form):
            numbered[number(form)].append(cluster)
        else:
            bare[form].append(cluster)
    found: dict[NodeKey, NodeKey] = {}
    for cluster, form in sorted(forms.items()):
        by_number = ([c for c in numbered.get(shorter, ()) if _names_agree(forms[c], form)] for shorter in _shorter(designators(form)))
        nearest = next((candidates for candidates in (*by_number, bare.get(_name(form), [])) if candidates), [])
        if len(nearest) == 1:
            found[cluster] = nearest[0]
    return found


def _shorter(marks: Form) -> Iterator[str]:
    """Numbers of what the marks can be a variant of, the longest first: "f16v", "70" gives "f16v" and "f16".

    Two letters side by side are two variants in one breath ("Gripen E/F"), of which none is the family.
    """
    if not marks:
        return
    *before, last = marks
    if before and not ROMAN.fullmatch(last) and len(before[-1]) + len(last) > 2:
        yield plain(tuple(before))
    if lettered := LETTERED.fullmatch(last):
        yield plain((*before, lettered[1]))
    yield from _shorter(tuple(before))


def _names_agree(family: Form, variant: Form) -> bool:
    """Whether the names of one are among those of the other; beside a number that tells little they are the same."""
    ours, theirs = set(bare_names(family)), set(bare_names(variant))
    if any(is_sure(mark) for mark in designators(family)):
        return ours <= theirs or theirs <= ours
    return ours == theirs and (bool(ours) or len(number(family)) >= TELLING_NUMBER)


def _name(form: Form) -> Form:
    """What "Gripen E" is a variant of, () for a form that is not a name with such a mark behind it."""
    return form[:-1] if len(form) > 1 and is_mark_of_variant(form[-1]) and not designators(form[:-1]) else ()
