"""Which value does a fact show when its claims differ, and which does it show beside it?

The rule: what most claims say; then a claim that is likelier right than wrong; then the more precise value; then the newest article; then
the surer claim; then the smallest text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from kg.model import Argument, Claim, Mention, Ref, Value
from kg.resolution.amounts import comparable, same_amount, same_number, years_touch
from kg.values import Date, Money, Quantity

V = TypeVar("V", Money, Date, Quantity, str)
T = TypeVar("T", bound=Hashable)
Said = tuple[Value, Claim]

ABOUT_THE_CLAIM = frozenset({"ordinal", "hedge", "attributedTo"})  # slots that say how a claim was made, not what happened
LIKELY = 0.5  # confidence from which on a claim is likelier right than wrong
CANCELLED = "cancelled"
FORWARD = ("delivered", "signed", "approved", "planned", "completed", "started", "expected")  # the last step first
ROLE_STATUSES = ("deceasedInOffice", "acting", "elect", "appointed", "former", "current")  # "current" is what is said without a word for it


def merged_arguments(claims: Sequence[Claim], link: Callable[[Mention], Ref | None], published: Mapping[str, str]) -> tuple[Argument, ...]:
    """The slots of a fact: all entities of a slot, one amount for each currency, one value of everything else; sorted."""
    status = preferred_status(claims, published)
    found: list[Argument] = [Argument("status", status)] if status else []
    properties = sorted({a.property for c in claims for a in c.arguments} - ABOUT_THE_CLAIM - {"status"})
    for property in properties:
        said = [(a.value, c) for c in claims for a in c.arguments if a.property == property]
        if property == "hasDate" and status:
            said = of_step(said, status) or said
        if property == "hasValue" and status:
            said = of_last_price(said, status)
        found.extend(Argument(property, value) for value in _shown(said, link, published))
    return tuple(sorted(found, key=lambda a: (a.property, repr(a.value))))


def of_step(said: Iterable[Said], status: str) -> list[Said]:
    """What the claims say that tell of this step."""
    return [(v, c) for v, c in said if status in c.values("status")]


def of_last_price(said: Sequence[Said], status: str) -> list[Said]:
    """Without amounts of other steps that are not that of this one: a bid of $12.2 billion that was raised to the $13.6 billion agreed."""
    agreed = [v for v, _ in of_step(said, status) if isinstance(v, Money)]

    def is_past(value: Value) -> bool:
        last = [v for v in agreed if isinstance(value, Money) and v.currency == value.currency]
        return bool(last) and not any(isinstance(value, Money) and same_amount(value, v) for v in last)

    return [(v, c) for v, c in said if not is_past(v)]


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

    counts = support(said)
    backing = {value: sum(count for other, count in counts.items() if agree(value, other)) for value in counts}

    def rank(pair: tuple[V, Claim]) -> tuple[int, bool, int, str, float]:
        value, claim = pair
        likely = claim.evidence.confidence >= LIKELY
        return (backing[value], likely, _precision(value), published.get(claim.evidence.article, ""), claim.evidence.confidence)

    top = max(rank(pair) for pair in said)
    return min((v for v, c in said if rank((v, c)) == top), key=lambda v: (str(getattr(v, "text", v)), repr(v)))


def support(said: Iterable[tuple[T, Claim]]) -> Counter[T]:
    """How often each value is said; copies of one story say it as often as the one that says it most."""
    by_article = Counter((value, claim.evidence.told_by, claim.evidence.article) for value, claim in said)
    by_story: dict[tuple[T, str], int] = {}
    for (value, story, _), count in by_article.items():
        by_story[value, story] = max(count, by_story.get((value, story), 0))
    counts: Counter[T] = Counter()
    for (value, _), count in by_story.items():
        counts[value] += count
    return counts


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
    """How far things have come, "" where no claim says.

    A deal or delivery goes forward only: the last step that any article tells, whatever later ones still call "planned"; but
    "cancelled" only if no later article tells of another status. For a role the newest article decides.
    """
    said = [(published.get(c.evidence.article, ""), s) for c in claims for s in c.values("status") if isinstance(s, str)]
    if not said:
        return ""
    newest = max(day for day, _ in said)
    steps = {s for _, s in said} if any(s in FORWARD for _, s in said) else {s for day, s in said if day == newest}
    if CANCELLED in steps and not any(day == newest and s == CANCELLED for day, s in said):
        steps -= {CANCELLED}
    rank = {status: i for i, status in enumerate((CANCELLED, *FORWARD, *ROLE_STATUSES))}
    return min(steps, key=lambda s: (rank.get(s, len(rank)), s))
