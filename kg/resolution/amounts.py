"""When are two amounts, numbers or dates one, given how exactly newspapers write them?"""

from __future__ import annotations

from decimal import Decimal

from kg.values import Date, Money, Quantity

SAME_AMOUNT = 0.01  # relative difference of two firm amounts of one currency that are one
ROUGHLY = 0.10  # the same where one is approximate or has one significant digit ("2 trillion" for 2.2 trillion)
ROUNDED = 0.05  # the same where one has two significant digits ("$13 billion" for 13.16 billion)
MANY_ROUGH = Decimal("0.25")  # relative difference of numbers where one is approximate ("more than 30" for 36)


def significant(amount: Decimal) -> int:
    """Number of significant digits: 1 for 2000000000000, 3 for 5030000000000."""
    return len(str(int(abs(amount))).rstrip("0")) or 1


def same_amount(a: Money, b: Money) -> bool:
    """Whether two amounts of one currency can be one, given how exactly they were written."""
    if a.currency != b.currency:
        return False
    digits = min(significant(a.amount), significant(b.amount))
    tolerance = ROUGHLY if a.approximate or b.approximate or digits == 1 else ROUNDED if digits == 2 else SAME_AMOUNT
    return abs(a.amount - b.amount) <= Decimal(str(tolerance)) * max(abs(a.amount), abs(b.amount))


def equal_amount(a: Money, b: Money) -> bool:
    """Whether two amounts are one and both are firm."""
    near = abs(a.amount - b.amount) <= Decimal(str(SAME_AMOUNT)) * max(abs(a.amount), abs(b.amount))
    return a.currency == b.currency and near and not a.approximate and not b.approximate


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether two counts can be one."""
    if a.approximate or b.approximate:
        return abs(a.number - b.number) <= MANY_ROUGH * max(abs(a.number), abs(b.number))
    return a.number == b.number


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two counts count the same: same unit ("jet", "fighter jet"), or no unit said."""
    one = a.unit.endswith(f" {b.unit}") or b.unit.endswith(f" {a.unit}")
    return a.unit == b.unit or one or not a.unit or not b.unit


def years_touch(a: Date, b: Date) -> bool:
    """Whether two dates can be one: one covers the other."""
    return a.covers(b) or b.covers(a)
