"""Which value does a fact show when its claims differ, and which does it show beside it?

The rule: what most claims say; then the more certain claim; then the more precise value; then the newest article; then the smallest text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from kg.model import Argument, Claim, Mention, Ref, Value
from kg.resolution.deals import comparable, same_amount, same_number, years_touch
from kg.values import Date, Money, Quantity

V = TypeVar("V", Money, Date, Quantity, str)
Said = tuple[Value, Claim]

ABOUT_THE_CLAIM = frozenset({"ordinal", "hedge", "attributedTo"})  # slots that say how a claim was made, not what happened
# Of several statuses in one article the first in this list is shown: for deals the last step they took, for roles the most special.
STATUS_ORDER = (
    "cancelled", "delivered", "signed", "approved", "planned",
    "completed", "started", "expected",
    "deceasedInOffice", "acting", "elect", "appointed", "former", "current",
)  # fmt: skip


def merged_arguments(claims: Sequence[Claim], link: Callable[[Mention], Ref | None], published: Mapping[str, str]) -> tuple[Argument, ...]:
    """The slots of a fact: all entities of a slot, one amount for each currency, one value of everything else; sorted."""
    status = preferred_status(claims, published)
    found: list[Argument] = [Argument("status", status)] if status else []
    properties = sorted({a.property for c in claims for a in c.arguments} - ABOUT_THE_CLAIM - {"status"})
    for property in properties:
        said = [(a.value, c) for c in claims for a in c.arguments if a.property == property]
        if property == "hasDate" and status:
            said = [(v, c) for v, c in said if status in c.values("status")] or said
        found.extend(Argument(property, value) for value in _shown(said, link, published))
    return tuple(sorted(found, key=lambda a: (a.property, repr(a.value))))


def _shown(said: Sequence[Said], link: Callable[[Mention], Ref | None], published: Mapping[str, str]) -> Iterable[Value]:
    refs = {v if isinstance(v, Ref) else link(v) for v, _ in said if isinstance(v, (Mention, Ref))}
    yield from sorted((r for r in refs if r is not None), key=lambda r: r.id)
    money = [(v, c) for v, c in said if isinstance(v, Money)]
    for currency in sorted({m.currency for m, _ in money}):
        yield preferred([(m, c) for m, c in money if m.currency == currency], same_amount, published)
    dates = [(v, c) for v, c in said if isinstance(v, Date)]
    if dates:
        yield preferred(dates, years_touch, published)
    counts = [(v, c) for v, c in said if isinstance(v, Quantity)]
    if counts:
        yield preferred(counts, lambda a, b: comparable(a, b) and same_number(a, b), published)
    texts = [(v, c) for v, c in said if isinstance(v, str)]
    if texts and not refs:
        yield preferred(texts, lambda a, b: a.casefold() == b.casefold(), published)


def preferred(said: Sequence[tuple[V, Claim]], agree: Callable[[V, V], bool], published: Mapping[str, str]) -> V:
    """The value to show, by the rule of this module. agree: whether two values may mean the same. Raises ValueError for none."""

    def rank(pair: tuple[V, Claim]) -> tuple[int, float, int, str]:
        value, claim = pair
        backing = sum(agree(value, other) for other, _ in said)
        return (backing, claim.evidence.confidence, _precision(value), published.get(claim.evidence.article, ""))

    top = max(rank(pair) for pair in said)
    return min((v for v, c in said if rank((v, c)) == top), key=lambda v: (str(getattr(v, "text", v)), repr(v)))


def _precision(value: Money | Date | Quantity | str) -> int:
    """Larger for the more precise: a day over a year, a firm number over a rough one, digits over round numbers."""
    if isinstance(value, Date):
        return len(value.iso) - value.approximate
    if isinstance(value, Money):
        return len(str(value.amount.normalize().as_tuple().digits)) - 100 * value.approximate
    if isinstance(value, Quantity):
        return bool(value.unit) - 2 * value.approximate
    return 0


def preferred_status(claims: Sequence[Claim], published: Mapping[str, str]) -> str:
    """The status in the newest article that gives one; in one article the first of STATUS_ORDER. "" for none."""
    said = [(s, published.get(c.evidence.article, "")) for c in claims for s in c.values("status") if isinstance(s, str)]
    if not said:
        return ""
    newest = max(day for _, day in said)
    rank = {status: i for i, status in enumerate(STATUS_ORDER)}
    return min((s for s, day in said if day == newest), key=lambda s: (rank.get(s, len(rank)), s))
