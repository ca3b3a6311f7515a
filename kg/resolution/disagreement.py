"""Do two accounts that give different numbers or amounts still tell of one deal, and what do the claims of one fact disagree about?

Papers get numbers wrong. What else they say decides: told of one occasion in every other respect, it is one deal with a conflict in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.model import Argument, Claim, Conflict, Stated, Value
from kg.resolution.accounts import Account, World, place_of
from kg.resolution.amounts import comparable, same_amount, same_number, years_touch
from kg.resolution.deals import different_quantity, different_value, other_party
from kg.resolution.judging import Comparison, Finding
from kg.resolution.slots import support
from kg.resolution.timing import same_date, told_together
from kg.values import Date, Money, Quantity

Said = tuple[Value, Claim]
NUMBERED = ("quantity", "hasValue", "hasDate", "start", "end")


def one_occasion(world: World) -> Callable[[Account, Account], bool]:
    """Whether two accounts, from different articles, agree in all that is no number: buyer, named system, step and day or days of telling.

    Orders that are counted ("a second batch") never do: there is another one that the numbers may belong to.
    """
    strange_seller, strange_maker = other_party("seller", "seller", world), other_party("maker", "maker", world)

    def agree(a: Account, b: Account) -> bool:
        if a.articles & b.articles or a.ordinals or b.ordinals or not a.kinds & b.kinds or not a.statuses & b.statuses:
            return False
        named = {s for s in a.of("system") & b.of("system") if s not in world.phrases}
        if not named or not a.of("buyer") & b.of("buyer") or a.of("system") ^ b.of("system"):
            return False
        day = same_date(a, b)
        together = day.degree == 1.0 if day else not (a.dates and b.dates) and told_together(a, b)
        return together and strange_seller(a, b) is None and strange_maker(a, b) is None

    return agree


def unless_one_occasion(veto: Comparison[Account], world: World) -> Comparison[Account]:
    """The veto, but for accounts of one occasion that differ in one number only."""
    agree = one_occasion(world)

    def vetoed(a: Account, b: Account) -> Finding | None:
        found = veto(a, b)
        both = different_quantity(a, b) is not None and different_value(a, b) is not None
        return found if found is None or both or not agree(a, b) else None

    return vetoed


def numbers_disagree(a: Account, b: Account) -> Finding | None:
    """They count or price the same goods otherwise; speaks against one deal where it is no veto."""
    return different_quantity(a, b) or different_value(a, b)


def conflicts(claims: Sequence[Claim], arguments: Iterable[Argument]) -> tuple[Conflict, ...]:
    """Where the claims of one fact give values that cannot all be true. arguments: what the fact shows."""
    shown = [a for a in arguments if a.property in NUMBERED]
    status = next((a.value for a in arguments if a.property == "status"), None)
    found = (_conflict(a, [(v, c) for c in claims for v in c.values(a.property) if _of_step(a.property, c, status)]) for a in shown)
    return tuple(sorted((c for c in found if c is not None), key=lambda c: (c.property, repr(c.stated))))


def _of_step(property: str, claim: Claim, status: Value | None) -> bool:
    """Whether a claim's date is of the step that the fact shows the date of."""
    return property != "hasDate" or status is None or status in claim.values("status")


def _conflict(shown: Argument, said: Iterable[Said]) -> Conflict | None:
    groups: list[list[Said]] = [[]]
    heads: list[Value] = [shown.value]
    for value, claim in sorted(said, key=lambda s: (place_of(s[1]), repr(s[0]))):
        if not _comparable(value, shown.value):
            continue
        at = next((i for i, head in enumerate(heads) if _agree(value, head)), len(heads))
        if at == len(heads):
            heads.append(value)
            groups.append([])
        groups[at].append((value, claim))
    stated = [Stated(v, i == 0, tuple(dict.fromkeys(c for _, c in group))) for i, (v, group) in enumerate(zip(heads, groups, strict=True))]
    others = sorted(stated[1:], key=lambda s: (-support((0, c) for c in s.claims)[0], repr(s.value)))
    return Conflict(shown.property, (stated[0], *others)) if others else None


def _comparable(a: Value, b: Value) -> bool:
    match a, b:
        case Money(), Money():
            return a.currency == b.currency
        case Quantity(), Quantity():
            return comparable(a, b)
        case Date(), Date():
            return not a.approximate and not b.approximate
        case _:
            return False


def _agree(a: Value, b: Value) -> bool:
    match a, b:
        case Money(), Money():
            return same_amount(a, b)
        case Quantity(), Quantity():
            return same_number(a, b)
        case Date(), Date():
            return years_touch(a, b)
        case _:
            return a == b
