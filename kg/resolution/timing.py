"""Do the dates of two accounts, and the words that count orders ("a second batch"), let them be one event?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kg.resolution.accounts import Account
from kg.resolution.amounts import years_touch
from kg.resolution.deals import ASKED_AGAIN, bid, same_value
from kg.resolution.judging import Comparison, Finding
from kg.values import Date

ADDITIONAL = "additional"  # the ordinal of an order that is one more, but not counted
DAYS_OF_A_STORY = 14
MONTHS_TO_SIGN = 6  # from a decision to buy, which papers call an order, to the contract
YEARS_BETWEEN = 2  # stories further apart than this are of one deal only if they say so


@lru_cache(maxsize=ASKED_AGAIN)
def same_date(a: Account, b: Account) -> Finding | None:
    """Dates of the same step agree; a year alone tells less."""
    pairs = [(x, y) for s, x in a.dates for t, y in b.dates if s == t and years_touch(x, y)]
    if not pairs:
        return None
    exact = any(x.month is not None and y.month is not None for x, y in pairs)
    return Finding(1.0 if exact else 0.6, f"same date ({max(pairs[0], key=lambda d: len(d.iso)).iso})")


def different_year(*steps: str) -> Comparison[Account]:
    """A veto: both date one of these steps, in different years; what is decided in December is often signed in spring."""

    def years_differ(a: Account, b: Account) -> Finding | None:
        for step in steps:
            ours, theirs = ({d for s, d in x.dates if s == step and not d.approximate} for x in (a, b))
            if ours and theirs and not any(x.year == y.year or _half_a_year(x, y) for x in ours for y in theirs):
                return Finding(1.0, f"different years ({min(d.year for d in ours)} / {min(d.year for d in theirs)})")
        return None

    return years_differ


def _half_a_year(a: Date, b: Date) -> bool:
    """Whether two dates, known to the month, are at most six months apart."""
    if a.month is None or b.month is None:
        return False
    return abs((a.year * 12 + a.month) - (b.year * 12 + b.month)) <= MONTHS_TO_SIGN


def signed_before_planned(a: Account, b: Account) -> Finding | None:
    """A veto: what was signed in one year is not what was planned in a later one."""
    for x, y in ((a, b), (b, a)):
        signed, planned = ({d.year for s, d in z.dates if s == step and not d.approximate} for z, step in ((x, "signed"), (y, "planned")))
        if signed and planned and max(signed) < min(planned):
            return Finding(1.0, f"signed in {max(signed)}, still planned in {min(planned)}")
    return None


def signed_long_before_approved(a: Account, b: Account) -> Finding | None:
    """A veto: what was signed years ago is not what an authority clears now; a contract waits a year for it at most."""
    for x, y in ((a, b), (b, a)):
        signed, approved = ({d.year for s, d in z.dates if s == step and not d.approximate} for z, step in ((x, "signed"), (y, "approved")))
        if signed and approved and max(signed) + 1 < min(approved):
            return Finding(1.0, f"signed in {max(signed)}, approved in {min(approved)}")
    return None


def planned_after_signing(a: Account, b: Account) -> Finding | None:
    """What was signed in one month, or year, is still planned for an article of a later one; speaks against."""
    for x, y in ((a, b), (b, a)):
        signed = max((d.iso[:7] for s, d in x.dates if s == "signed" and not d.approximate), default="")
        later = [day for day in y.planned if signed and day[: len(signed)] > signed]
        if later:
            return Finding(1.0, f"signed in {signed}, still planned on {later[0]}")
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


def handed_over_twice(a: Account, b: Account) -> Finding | None:
    """A veto: one article tells both as completed, in different months ("six arrived in July and the other six in October")."""
    if not a.articles & b.articles or not a.statuses == b.statuses == {"completed"}:
        return None
    ours, theirs = ({d.iso[:7] for s, d in x.dates if s == "end" and d.month is not None} for x in (a, b))
    if not ours or not theirs or ours & theirs:
        return None
    return Finding(1.0, f"completed in different months ({min(ours)} / {min(theirs)})")


def different_batch(a: Account, b: Account) -> Finding | None:
    """A veto: a second or additional order, and one that is not.

    Where only one says so, the same value, day or words outweigh the silence of the other. So does the same status, told in
    one article or within two weeks, for an order that is counted ("the third"), if the other has no number, value or date of
    its own: most sentences about an order leave its number out.
    """
    counted_a, counted_b = a.ordinals - {ADDITIONAL}, b.ordinals - {ADDITIONAL}
    if a.ordinals == b.ordinals or counted_a & counted_b or (a.ordinals and b.ordinals and not (counted_a and counted_b)):
        return None  # "the third" is an additional one, too
    if not (a.ordinals and b.ordinals):
        value, day = same_value(a, b), same_date(a, b)
        silent = b if a.ordinals else a
        bare = not (silent.money or silent.quantities or silent.dates) and a.statuses & b.statuses and told_together(a, b)
        counted = bare and ADDITIONAL not in a.ordinals | b.ordinals
        if (value is not None and value.degree == 1.0) or (day is not None and day.degree == 1.0) or counted or _same_words(a, b):
            return None
    ours, theirs = (", ".join(sorted(x.ordinals)) or "not said" for x in (a, b))
    return Finding(1.0, f"different orders: {ours} / {theirs}")


def told_together(a: Account, b: Account) -> bool:
    """Whether one article tells both, or two that came out within days of each other."""
    if a.articles & b.articles:
        return True
    days = [[date.fromisoformat(day) for day in x.told if len(day) == len("2025-12-29")] for x in (a, b)]
    return any(abs((x - y).days) <= DAYS_OF_A_STORY for x in days[0] for y in days[1])


def _same_words(a: Account, b: Account) -> bool:
    ours, theirs = ([c.evidence for c in x.claims] for x in (a, b))
    return any(x.article == y.article and x.start < y.end and y.start < x.end for x in ours for y in theirs)


def years_apart(a: Account, b: Account) -> Finding | None:
    """The stories are years apart and share no value and no date."""
    if bid(a) or not a.told or not b.told or same_value(a, b) or same_date(a, b):
        return None
    gap = max(int(b.told[0][:4]) - int(a.told[-1][:4]), int(a.told[0][:4]) - int(b.told[-1][:4]))
    return Finding(1.0, f"told {gap} years apart") if gap > YEARS_BETWEEN else None
