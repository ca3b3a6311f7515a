"""What do the claims of one event say, when it is compared with another?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, total_ordering
from typing import TypeVar

from kg.model import Claim, Mention
from kg.resolution.nodes import NodeKey, key_of
from kg.resolution.slots import ABOUT_THE_CLAIM
from kg.values import Date, Money, Quantity

T = TypeVar("T")
Place = tuple[str, int, int, str]


@dataclass(frozen=True)
class World:
    """What is known beside the claims. cluster_of: node to entity; phrases: the words of goods without a name, by cluster;
    classes: what named systems are called beside their names ("tanker"), by cluster. families: variant of a system to its family.

    companies: clusters that are named organizations; state_of: code of a country, or of the one whose body
    an organization is; published: article to ISO date, "" where unknown.
    """

    cluster_of: Mapping[NodeKey, NodeKey]
    phrases: Mapping[NodeKey, str]
    classes: Mapping[NodeKey, frozenset[str]]
    families: Mapping[NodeKey, NodeKey]
    companies: frozenset[NodeKey]
    countries: frozenset[NodeKey]
    state_of: Mapping[NodeKey, str]
    published: Mapping[str, str]

    def lines(self, systems: Iterable[NodeKey]) -> frozenset[NodeKey]:
        """Systems, the families they are variants of, and those of these."""
        found: set[NodeKey] = set()
        for system in systems:
            while system not in found:
                found.add(system)
                system = self.families.get(system, system)
        return frozenset(found)

    def cluster(self, mention: Mention) -> NodeKey | None:
        """The entity of a mention, None where it has none (a pronoun nobody explained)."""
        return self.cluster_of.get(key_of(mention))


@dataclass(frozen=True, eq=False)
class Account:
    """One or several claims taken for one event. place: of its first claim; parties: property to entities.

    told: days on which articles told of it; planned: those on which one told of it as planned, without a date for that.
    """

    place: Place
    claims: tuple[Claim, ...]
    kinds: frozenset[str]
    parties: Mapping[str, frozenset[NodeKey]]
    phrases: frozenset[str]
    classes: frozenset[str]
    money: tuple[Money, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[tuple[str, Date], ...]
    statuses: frozenset[str]
    ordinals: frozenset[str]
    told: tuple[str, ...]
    planned: tuple[str, ...]

    def of(self, property: str) -> frozenset[NodeKey]:
        """Entities in one slot; empty when it is open."""
        return self.parties.get(property, frozenset())

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that tell of it."""
        return frozenset(c.evidence.article for c in self.claims)


def place_of(claim: Claim) -> Place:
    """Where a claim stands, for sorting."""
    return (claim.evidence.article, claim.evidence.start, claim.evidence.end, claim.kind)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """What claims say, to sort those by that stand in one place; spelled out only where the place does not decide."""

    said: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wording) and repr(self.said) == repr(other.said)

    def __lt__(self, other: Wording) -> bool:
        return repr(self.said) < repr(other.said)

    def __hash__(self) -> int:
        return hash(repr(self.said))


def account(claims: Iterable[Claim], world: World) -> Account:
    """All that some claims say of one event."""
    ordered = tuple(sorted(dict.fromkeys(claims), key=lambda c: (place_of(c), Wording(c))))
    parties: dict[str, set[NodeKey]] = {}
    values = [(a.property, a.value) for c in ordered for a in c.arguments]
    for property, value in values:
        if property not in ABOUT_THE_CLAIM and isinstance(value, Mention) and (cluster := world.cluster(value)) is not None:
            parties.setdefault(property, set()).add(cluster)
    return Account(
        place=place_of(ordered[0]),
        claims=ordered,
        kinds=frozenset(c.kind for c in ordered),
        parties={p: frozenset(found) for p, found in parties.items()},
        phrases=frozenset(world.phrases[c] for c in parties.get("system", ()) if c in world.phrases),
        classes=frozenset(word for c in parties.get("system", ()) for word in world.classes.get(c, ())),
        money=_once(v for p, v in values if isinstance(v, Money) and p == "hasValue"),
        quantities=_once(v for p, v in values if isinstance(v, Quantity) and p == "quantity"),
        dates=_dates(ordered),
        statuses=frozenset(v for p, v in values if p == "status" and isinstance(v, str)),
        ordinals=frozenset(v for p, v in values if p == "ordinal" and isinstance(v, str)),
        told=_days(ordered, world),
        planned=_days((c for c in ordered if "planned" in c.values("status") and not c.values("hasDate")), world),
    )


def _days(claims: Iterable[Claim], world: World) -> tuple[str, ...]:
    return tuple(sorted({day for c in claims if (day := world.published.get(c.evidence.article, ""))}))


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _dates(claims: Iterable[Claim]) -> tuple[tuple[str, Date], ...]:
    """Property or, for a deal's date, the status it belongs to, with the date."""
    found: dict[tuple[str, Date], None] = {}
    for claim in claims:
        status = next((v for v in claim.values("status") if isinstance(v, str)), "")
        for argument in claim.arguments:
            if isinstance(argument.value, Date):
                found[(status if argument.property == "hasDate" else argument.property, argument.value)] = None
    return tuple(found)
