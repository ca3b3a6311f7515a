"""Are two accounts of deals, or of deliveries, about one event?"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from itertools import combinations

from kg.resolution.accounts import Account, World
from kg.resolution.amounts import ROUGHLY, comparable, equal_amount, same_amount, same_number, years_touch
from kg.resolution.judging import Comparison, Finding
from kg.values import Money

NEAR_CHARACTERS = 500  # about a paragraph
ADDITIONAL = "additional"  # the ordinal of an order that is one more, but not counted
DAYS_OF_A_STORY = 14
YEARS_BETWEEN = 2  # stories further apart than this are of one deal only if they say so
DEAL_KINDS = frozenset({"Deal", "Purchase", "Acquisition", "Contract", "Lease", "Donation"})
GOODS = frozenset({"Deal", "Purchase", "Contract"})  # kinds that newspapers use for one another
STRIDE = math.log(1.0 + ROUGHLY)


def shared_party(property: str, word: str) -> Comparison[Account]:
    """A comparison: both accounts name one entity in the slot."""

    def same_party(a: Account, b: Account) -> Finding | None:
        return Finding(1.0, f"same {word}") if a.of(property) & b.of(property) else None

    return same_party


def other_party(property: str, word: str, world: World) -> Comparison[Account]:
    """A veto: both name parties of one sort in the slot, and none is the same."""

    def different_party(a: Account, b: Account) -> Finding | None:
        ours, theirs = a.of(property), b.of(property)
        if ours & theirs:
            return None
        for sort in (world.countries, world.companies):
            if ours & sort and theirs & sort:
                return Finding(1.0, f"different {word}s")
        return None

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


def different_system(world: World) -> Comparison[Account]:
    """A veto: both name systems, and none is the same."""

    def no_shared_system(a: Account, b: Account) -> Finding | None:
        ours, theirs = ({s for s in x.of("system") if s not in world.phrases} for x in (a, b))
        if ours and theirs and not ours & theirs:
            return Finding(1.0, "different systems")
        if not a.of("system") & b.of("system") and a.phrases and b.phrases and not a.phrases & b.phrases and not ours and not theirs:
            return Finding(1.0, f"different goods: {sorted(a.phrases)[0]} / {sorted(b.phrases)[0]}")
        return None

    return no_shared_system


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


def different_quantity(a: Account, b: Account) -> Finding | None:
    """A veto: both count the same goods, and the numbers differ."""
    pairs = [(x, y) for x in a.quantities for y in b.quantities if comparable(x, y)]
    if not pairs or any(same_number(x, y) for x, y in pairs):
        return None
    return Finding(1.0, f"different numbers ({pairs[0][0].number} / {pairs[0][1].number})")


def same_date(a: Account, b: Account) -> Finding | None:
    """Dates of the same step agree; a year alone tells less."""
    pairs = [(x, y) for s, x in a.dates for t, y in b.dates if s == t and years_touch(x, y)]
    if not pairs:
        return None
    exact = any(x.month is not None and y.month is not None for x, y in pairs)
    return Finding(1.0 if exact else 0.6, f"same date ({max(pairs[0], key=lambda d: len(d.iso)).iso})")


def different_year(*steps: str) -> Comparison[Account]:
    """A veto: both date one of these steps, in different years."""

    def years_differ(a: Account, b: Account) -> Finding | None:
        for step in steps:
            ours, theirs = ({d.year for s, d in x.dates if s == step and not d.approximate} for x in (a, b))
            if ours and theirs and not ours & theirs:
                return Finding(1.0, f"different years ({min(ours)} / {min(theirs)})")
        return None

    return years_differ


def signed_before_planned(a: Account, b: Account) -> Finding | None:
    """A veto: what was signed in one year is not what was planned in a later one."""
    for x, y in ((a, b), (b, a)):
        signed, planned = ({d.year for s, d in z.dates if s == step and not d.approximate} for z, step in ((x, "signed"), (y, "planned")))
        if signed and planned and max(signed) < min(planned):
            return Finding(1.0, f"signed in {max(signed)}, still planned in {min(planned)}")
    return None


def different_month(a: Account, b: Account) -> Finding | None:
    """Signed in different months, both firm; speaks against, but papers date the news, too."""
    ours, theirs = ({d for s, d in x.dates if s == "signed" and d.month is not None} for x in (a, b))
    if bid(a) or not ours or not theirs or any(x.iso[:7] == y.iso[:7] for x in ours for y in theirs):
        return None
    return Finding(1.0, f"signed in different months ({min(ours).iso} / {min(theirs).iso})")


def told_with_two_dates(a: Account, b: Account) -> Finding | None:
    """A veto: one article gives the two signings different months."""
    return different_month(a, b) if a.articles & b.articles else None


def different_batch(a: Account, b: Account) -> Finding | None:
    """A veto: a second or additional order, and one that is not.

    Where only one says so, the same value, day or words outweigh the silence of the other. So does the same status, told in
    one article or within two weeks, for an order that is counted ("the third"), if the other has no number, value or date of
    its own: most sentences about an order leave its number out.
    """
    if a.ordinals == b.ordinals or a.ordinals & b.ordinals:
        return None
    if not (a.ordinals and b.ordinals):
        value, day = same_value(a, b), same_date(a, b)
        silent = b if a.ordinals else a
        bare = not (silent.money or silent.quantities or silent.dates) and a.statuses & b.statuses and _told_together(a, b)
        counted = bare and ADDITIONAL not in a.ordinals | b.ordinals
        if (value is not None and value.degree == 1.0) or (day is not None and day.degree == 1.0) or counted or _same_words(a, b):
            return None
    ours, theirs = (", ".join(sorted(x.ordinals)) or "not said" for x in (a, b))
    return Finding(1.0, f"different orders: {ours} / {theirs}")


def _told_together(a: Account, b: Account) -> bool:
    if a.articles & b.articles:
        return True
    days = [[date.fromisoformat(day) for day in x.told if len(day) == len("2025-12-29")] for x in (a, b)]
    return any(abs((x - y).days) <= DAYS_OF_A_STORY for x in days[0] for y in days[1])


def _same_words(a: Account, b: Account) -> bool:
    ours, theirs = ([c.evidence for c in x.claims] for x in (a, b))
    return any(x.article == y.article and x.start < y.end and y.start < x.end for x in ours for y in theirs)


def kinds_differ(a: Account, b: Account) -> Finding | None:
    """One is a gift, the other a sale; one buys goods, the other a company."""
    if a.kinds & b.kinds or "Deal" in a.kinds | b.kinds or (a.kinds & GOODS and b.kinds & GOODS):
        return None
    return Finding(1.0, f"{sorted(a.kinds)[0].lower()} / {sorted(b.kinds)[0].lower()}")


def years_apart(a: Account, b: Account) -> Finding | None:
    """The stories are years apart and share no value and no date."""
    if bid(a) or not a.told or not b.told or same_value(a, b) or same_date(a, b):
        return None
    gap = max(int(b.told[0][:4]) - int(a.told[-1][:4]), int(a.told[0][:4]) - int(b.told[-1][:4]))
    return Finding(1.0, f"told {gap} years apart") if gap > YEARS_BETWEEN else None


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


def by_two_slots(*properties: str) -> Callable[[Account], Iterable[Hashable]]:
    """Across articles two slots must agree to be compared at all."""

    def blocks(a: Account) -> Iterable[Hashable]:
        keys: list[tuple[str, Hashable]] = [(p, entity) for p in properties for entity in sorted(a.of(p))]
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
