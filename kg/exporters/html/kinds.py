"""How does each kind of entity look: its colour by day and by night, its shape, its name in the legend?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """color, dark: on a light and on a dark page, both at least 3 : 1 against it. shape: one of vis-network's.

    Every kind has a shape of its own, because no palette of so many hues survives colour blindness.
    """

    label: str
    plural: str
    color: str
    dark: str
    shape: str


LOOKS: dict[str, Look] = {
    "Person": Look("Person", "People", "#0072B2", "#56B4E9", "dot"),
    "Organization": Look("Organization", "Organizations", "#B8660B", "#E69F00", "square"),
    "Country": Look("Country", "Countries", "#00795A", "#2CC79B", "hexagon"),
    "Place": Look("Place", "Places", "#7A6A00", "#F0E442", "triangle"),
    "System": Look("System", "Systems", "#A8528A", "#DE9CC6", "diamond"),
    "Role": Look("Post", "Posts", "#5F6670", "#AEB6C2", "triangleDown"),
}
_OTHER = ("#C2410C", "#F4845F", "star")


def look(kind: str) -> Look:
    """The look of a kind; one the table does not know is shown under its own name, as a star."""
    return LOOKS.get(kind) or Look(kind, kind, *_OTHER)


def in_order(kinds: set[str]) -> list[str]:
    """Kinds as the legend lists them: the table's order, then the rest by name."""
    known = [kind for kind in LOOKS if kind in kinds]
    return known + sorted(kinds.difference(LOOKS))
