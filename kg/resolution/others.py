"""Are two accounts of a fact that is no deal, delivery or role one event: the same things in all slots, at one time?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from kg.resolution.accounts import Account
from kg.resolution.amounts import years_touch
from kg.resolution.judging import Finding


def by_party(a: Account) -> Iterable[Hashable]:
    """Only accounts of one kind that share an entity are compared."""
    return sorted({(kind, party) for kind in a.kinds for parties in a.parties.values() for party in parties}, key=repr)


def same_parties(a: Account, b: Account) -> Finding | None:
    """Every slot that both fill has an entity in common, and there are two such slots, or neither fills another."""
    shared = {p for p in a.parties if a.of(p) & b.of(p)}
    both = {p for p in a.parties if p in b.parties}
    if not shared or shared != both or (len(shared) < 2 and a.parties.keys() != b.parties.keys()):
        return None
    return Finding(1.0, f"same {' and '.join(sorted(shared))}")


def different_party(a: Account, b: Account) -> Finding | None:
    """A veto: a slot that both fill has different entities."""
    for property in sorted(a.parties.keys() & b.parties.keys()):
        if not a.of(property) & b.of(property):
            return Finding(1.0, f"different {property}")
    return None


def different_date(a: Account, b: Account) -> Finding | None:
    """A veto: both are dated, and no two of the dates can be one."""
    if a.dates and b.dates and not any(years_touch(x, y) for _, x in a.dates for _, y in b.dates):
        return Finding(1.0, f"different dates ({min(d.iso for _, d in a.dates)} / {min(d.iso for _, d in b.dates)})")
    return None
