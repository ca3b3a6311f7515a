"""What dates, amounts of money and quantities are, whatever words a newspaper used for them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, slots=True)
class Date:
    """A date as precise as it was stated: a year, a month or a day.

    text: the words it was read from ("last December"), "" when none.
    approximate: True after "about", "around", "mid-".
    Order is by first day covered, then by length (longest first).
    """

    year: int
    month: int | None = None
    day: int | None = None
    text: str = ""
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day without a month: {self.year}-?-{self.day}")
        if not 1 <= self.year <= 9999 or (self.month is not None and not 1 <= self.month <= 12):
            raise ValueError(f"not a date: {self.year}-{self.month}")
        if self.month and self.day is not None and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ValueError(f"not a date: {self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, iso: str, text: str = "") -> Date:
        """Read "2017", "2017-12" or "2017-12-03". Raises ValueError for anything else."""
        parts = iso.split("-")
        if not 1 <= len(parts) <= 3 or [len(p) for p in parts] != [4, 2, 2][: len(parts)] or not all(p.isdecimal() for p in parts):
            raise ValueError(f"not an ISO date: {iso!r}")
        year, month, day = [*(int(p) for p in parts), None, None][:3]
        assert year is not None
        return cls(year, month, day, text=text)

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as stated: "2017", "2017-12" or "2017-12-03"."""
        numbers = (f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None))
        return "-".join(numbers)

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    def covers(self, other: Date) -> bool:
        """Whether the other date lies within this one (a day in its month, a month in its year)."""
        return other.iso.startswith(self.iso)

    def __lt__(self, other: Date) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money: the full number (2500000000, not 2.5) and its ISO 4217 currency.

    text: as written ("about $2.5 billion"). approximate: True after "about", "nearly", "up to".
    per: what it is the price of one of, "" for a whole amount: "unit" ("$25m each"), "share", "year" (any period), "measure" ("a barrel").
    """

    amount: Decimal
    currency: str
    approximate: bool = False
    text: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what: 4 "battery", 33 "percent".

    unit: singular noun, lower case, as written; "" when none was said.
    approximate: True after "about", "more than", "up to". text: as written ("some 36 jets").
    """

    number: Decimal
    unit: str = ""
    approximate: bool = False
    text: str = ""
