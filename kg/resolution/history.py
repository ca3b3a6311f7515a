"""In which order did a fact get its statuses, and who tells of each?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Claim, Step
from kg.resolution.amounts import years_touch
from kg.resolution.slots import preferred
from kg.values import Date

ENDED = frozenset({"former", "completed", "deceasedInOffice"})  # statuses that the end dates
ORDER = (
    *("planned", "approved", "signed", "delivered", "cancelled"),
    *("expected", "started", "completed"),
    *("appointed", "elect", "acting", "current", "former", "deceasedInOffice"),
)  # the order in which things usually come, where the dates do not tell


def steps(claims: Sequence[Claim], published: Mapping[str, str]) -> tuple[Step, ...]:
    """One step for each status that the claims give, the earliest first.

    Ordered by the day it came about, else by the day it was first told of; published: article to ISO date, "" where unknown.
    """
    by_status: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for status in claim.values("status"):
            if isinstance(status, str):
                by_status[status].append(claim)
    found = [_step(status, tuple(dict.fromkeys(told)), published) for status, told in by_status.items()]
    return tuple(sorted(found, key=lambda s: (s.date.iso if s.date else s.reported, _place(s.status), s.status)))


def _step(status: str, claims: tuple[Claim, ...], published: Mapping[str, str]) -> Step:
    slots = ("hasDate", "end") if status in ENDED else ("hasDate", "start")
    said = [(v, c) for c in claims for slot in slots for v in c.values(slot) if isinstance(v, Date)]
    days = sorted(day for c in claims if (day := published.get(c.evidence.article, "")))
    return Step(status, preferred(said, years_touch, published) if said else None, days[0] if days else "", claims)


def _place(status: str) -> int:
    return ORDER.index(status) if status in ORDER else len(ORDER)
