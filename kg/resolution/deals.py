"""Are two accounts of deals, or of deliveries, about one event?"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from itertools import combinations

from kg.resolution.accounts import Account, World
from kg.resolution.amounts import ROUGHLY, comparable, equal_amount, same_amount, same_number
from kg.resolution.judging import Comparison, Finding
from kg.values import Money

NEAR_CHARACTERS = 500  # about a paragraph
DEAL_KINDS = frozenset({"Deal", "Purchase", "Acquisition", "Contract", "Lease", "Donation"})
GOODS = frozenset({"Deal", "Purchase", "Contract"})  # kinds that newspapers use for one another
ASKED_AGAIN = 8  # pairs whose comparison is remembered, since several comparisons of one judgement lean on it
STRIDE = math.log(1.0 + ROUGHLY)


def shared_party(property: str, word: str, world: World) -> Comparison[Account]:
    """A comparison: both accounts name one entity in the slot, or a state and a body of it."""

    def same_party(a: Account, b: Account) -> Finding | None:
        ours, theirs = a.of(property), b.of(property)
        if ours & theirs:
            return Finding(1.0, f"same {word}")
        states = {world.state_of.get(x) for x in ours} & {world.state_of.get(y) for y in theirs} - {None}
        if states and (ours | theirs) & world.countries:
            return Finding(1.0, f"the {word} is a state here, a body of it there")
        return None

    return same_party


def other_party(property: str, word: str, world: World) -> Comparison[Account]:
    """A veto: both name parties of one sort in the slot, and none is the same; or a state and bodies of others only."""
    same_party = shared_party(property, word, world)

    def different_party(a: Account, b: Account) -> Finding | None:
        ours, theirs = a.of(property), b.of(property)
        if not ours or not theirs or same_party(a, b) is not None:
            return None
        one_sort = any(ours & sort and theirs & sort for sort in (world.countries, world.companies))
        states = all(party in world.state_of for party in ours | theirs)
        return Finding(1.0, f"different {word}s") if one_sort or states else None

    return different_party


def same_system(a: Account, b: Account) -> Finding | None:
    """Both name one system, or the same goods."""
    if a.of("system") & b.of("system"):
        return Finding(1.0, "same system")
    if a.phrases & b.phrases:
        return Finding(0.5, f"both are of {sorted(a.phrases & b.phrases)[0]}")
    for goods, named in ((a, b), (b, a)):
        fitting = [p for p in sorted(goods.phrases) if p.split()[-1] in named.classes]
        if fitting:
            return Finding(0.4, f"“{fitting[0]}” says what the named system is")
    return None


def variant(world: World) -> Comparison[Account]:
    """A comparison: one article names a variant of the system that another names: F-35A, F-35."""

    def variant_of_it(a: Account, b: Account) -> Finding | None:
        return Finding(1.0, "one names a variant of the system that the other names") if of_one_line(a, b, world) else None

    return variant_of_it


def of_one_line(a: Account, b: Account, world: World) -> bool:
    """Whether a system of one is the family of a system of the other, told in different articles; in one article these are two."""
    ours, theirs = a.of("system"), b.of("system")
    if ours & theirs or a.articles & b.articles:
        return False
    return bool(ours & world.lines(theirs) or theirs & world.lines(ours))


def different_system(world: World) -> Comparison[Account]:
    """A veto: both name systems, and none is the same."""

    def no_shared_system(a: Account, b: Account) -> Finding | None:
        ours, theirs = ({s for s in x.of("system") if s not in world.phrases} for x in (a, b))
        if ours and theirs and not ours & theirs and not of_one_line(a, b, world):
            return Finding(1.0, "different systems")
        if not a.of("system") & b.of("system") and a.phrases and b.phrases and not a.phrases & b.phrases and not ours and not theirs:
            return Finding(1.0, f"different goods: {sorted(a.phrases)[0]} / {sorted(b.phrases)[0]}")
        return None

    return no_shared_system


@lru_cache(maxsize=ASKED_AGAIN)
def same_value(a: Account, b: Account) -> Finding | None:
    """An amount of the one is an amount of the other."""
    pairs = [(x, y) for x in a.money for y in b.money if same_amount(x, y)]
    if not pairs:
        return None
    x, y = min(pairs, key=lambda pair: (pair[0].approximate or pair[1].approximate, abs(pair[0].amount - pair[1].amount)))
    firm = equal_amount(x, y)
    return Finding(1.0 if firm else 0.7, f"same value ({_money(x)})" if firm else f"values agree roughly ({_money(x)} / {_money(y)})")


def different_value(a: Account, b: Account) -> Finding | None:
    """A veto: both give an amount in one currency, and none agrees. Bids for a company may be raised."""
    if (bid(a) and bid(b)) or same_value(a, b) is not None:
        return None
    pairs = [(x, y) for x in a.money for y in b.money if x.currency == y.currency]
    return Finding(1.0, f"different values ({_money(pairs[0][0])} / {_money(pairs[0][1])})") if pairs else None


def _money(money: Money) -> str:
    return f"{money.currency} {money.amount:,}"


def same_quantity(a: Account, b: Account) -> Finding | None:
    """Both count the same number."""
    found = [(x, y) for x in a.quantities for y in b.quantities if comparable(x, y) and same_number(x, y)]
    return Finding(1.0, f"same number ({found[0][0].number})") if found else None


@lru_cache(maxsize=ASKED_AGAIN)
def different_quantity(a: Account, b: Account) -> Finding | None:
    """A veto: both count the same goods, and the numbers differ."""
    pairs = [(x, y) for x in a.quantities for y in b.quantities if comparable(x, y)]
    if not pairs or any(same_number(x, y) for x, y in pairs):
        return None
    return Finding(1.0, f"different numbers ({pairs[0][0].number} / {pairs[0][1].number})")


def counts_of_other_things(a: Account, b: Account) -> Finding | None:
    """Both count, but other units and other numbers: 246 missiles, 24 launch units."""
    pairs = [(x, y) for x in a.quantities for y in b.quantities]
    if not pairs or any(comparable(x, y) or same_number(x, y) for x, y in pairs):
        return None
    x, y = pairs[0]
    return Finding(1.0, f"other things are counted ({x.number} {x.unit} / {y.number} {y.unit})")


def other_goods(a: Account, b: Account) -> Finding | None:
    """Goods without a name that are not what the named system is: a launcher, and a missile by name."""
    if a.of("system") & b.of("system"):
        return None
    for goods, named in ((a, b), (b, a)):
        strange = [p for p in sorted(goods.phrases) if p.split()[-1] not in named.classes]
        if strange and named.classes and not named.phrases:
            return Finding(1.0, f"“{strange[0]}” does not say what the named system is")
    return None


def other_giver(property: str, word: str, world: World) -> Comparison[Account]:
    """A veto: one article names two parties of one sort that sell or give."""
    different = other_party(property, word, world)

    def two_in_one_article(a: Account, b: Account) -> Finding | None:
        return different(a, b) if a.articles & b.articles else None

    return two_in_one_article


def kinds_differ(a: Account, b: Account) -> Finding | None:
    """One is a gift, the other a sale; one buys goods, the other a company."""
    if a.kinds & b.kinds or "Deal" in a.kinds | b.kinds or (a.kinds & GOODS and b.kinds & GOODS):
        return None
    return Finding(1.0, f"{sorted(a.kinds)[0].lower()} / {sorted(b.kinds)[0].lower()}")


def bid(a: Account) -> bool:
    """Whether it is a bid for a company: there is one purchase of a company by one buyer, however often the bid is raised."""
    return "Acquisition" in a.kinds


def in_one_article(a: Account, b: Account) -> Finding | None:
    """One article tells both."""
    return Finding(1.0, "in one article", support=True) if a.articles & b.articles else None


def near(a: Account, b: Account) -> Finding | None:
    """How close they stand in the text; what fits two deals of one buyer for one system goes to the nearer."""
    if not a.articles & b.articles or not (a.of("buyer") & b.of("buyer") and a.of("system") & b.of("system")):
        return None
    gap = min(abs(x.evidence.start - y.evidence.start) for x in a.claims for y in b.claims)
    return Finding(NEAR_CHARACTERS / (NEAR_CHARACTERS + gap), "near each other" if gap < NEAR_CHARACTERS else "", support=True)


def by_article(a: Account) -> Iterable[Hashable]:
    """Within one article everything is compared."""
    return a.articles


def by_two_slots(world: World, *properties: str) -> Callable[[Account], Iterable[Hashable]]:
    """Across articles two slots must agree to be compared at all."""

    def blocks(a: Account) -> Iterable[Hashable]:
        keys: list[tuple[str, Hashable]] = [(p, world.state_of.get(entity, entity)) for p in properties for entity in sorted(a.of(p))]
        keys += [("system", family) for family in sorted(world.lines(a.of("system")) - a.of("system"))]
        keys += [("system", phrase) for phrase in sorted(a.phrases)]
        for money in a.money:
            step = math.floor(math.log(max(abs(float(money.amount)), 1.0)) / STRIDE)
            keys += [("value", (money.currency, step)), ("value", (money.currency, step + 1))]
        keys += [("quantity", q.number) for q in a.quantities]
        keys += [("date", (s, d.iso[:7])) for s, d in a.dates]
        for left, right in combinations(sorted(set(keys), key=repr), 2):
            if left[0] != right[0]:
                yield (left, right)

    return blocks
