"""How does one full name of a person fit into another, token by token?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kg.resolution.names import Form, alike, romanised

SPELLED = 1.0  # the same token, or the same but for romanisation
ALIKE = 0.5  # the same consonants only: needs the same post (Ivan and Ivana, Petersen and Peterson are two)
INITIAL = 0.7  # "R. Erdogan": needs support
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
CUT = 0.7  # a name that leaves out the first or the last word of the other: needs support
OTHER_GENERATION = 0.5  # "Joseph Giunta", "Joseph Giunta Jr.": needs the same post


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a shorter name fits into a longer one. level: of the worst token; cut: whether the first or last word is missing."""

    level: float
    cut: bool
    middle: bool

    @property
    def degree(self) -> float:
        """How well it fits, 0..1."""
        return self.level * (CUT if self.cut else 1.0)


def aligned(left: Form, right: Form, same_given: Callable[[str, str], bool], is_given: Callable[[str], bool]) -> Alignment | None:
    """How the shorter of two full names fits into the longer, token by token in order; None where it does not.

    same_given: whether two given names may be one person's; is_given: whether a token is known as a given name, so that what a
    name ends in after a cut ("John Paul" for "John Paul Jones") can be no surname.
    """
    short, long = sorted((left, right), key=lambda f: (len(f), f))
    if len(short) < 2:
        return None
    if "".join(short) == "".join(long):
        return Alignment(SPELLED, False, False)  # "Lee Jaemyung"
    if generation(short) != generation(long):
        if generation(short) and generation(long):
            return None
        rest = aligned(without_generation(left), without_generation(right), same_given, is_given)
        return None if rest is None else Alignment(min(rest.level, OTHER_GENERATION), False, True)
    best: Alignment | None = None
    for places in _placements(len(short), len(long)):
        if places[-1] != len(long) - 1 and is_given(short[-1]):
            continue
        inner = [0 < i < len(short) - 1 and 0 < p < len(long) - 1 for i, p in enumerate(places)]
        level = min(_token_level(s, long[p], same_given, i, inner[i]) for i, (s, p) in enumerate(zip(short, places, strict=True)))
        if level <= 0 or (level == INITIAL and len(short[-1]) == 1):
            continue
        cut = places[0] != 0 or places[-1] != len(long) - 1
        found = Alignment(level, cut, places != tuple(range(len(long))))
        if best is None or (found.degree, not found.cut) > (best.degree, not best.cut):
            best = found
    return None if best is None or _middles_differ(short, long) else best


def _middles_differ(short: Form, long: Form) -> bool:
    """Different middle initials: "George W. Bush", "George H. W. Bush"."""
    ours, theirs = short[1:-1], long[1:-1]
    return bool(ours and theirs) and len(ours[0]) == 1 and ours[0] != theirs[0][:1]


@lru_cache(maxsize=256)
def _placements(short: int, long: int) -> tuple[tuple[int, ...], ...]:
    """Ways to put the tokens of a short name in order over those of a long one."""
    if short == 0:
        return ((),)
    if long < short:
        return ()
    return tuple((*rest, long - 1) for rest in _placements(short - 1, long - 1)) + _placements(short, long - 1)


def _token_level(left: str, right: str, same_given: Callable[[str, str], bool], index: int, inner: bool) -> float:
    """How sure two tokens are one. inner: both stand in the middle, where an initial says more than leaving the name out."""
    if (
        GENERATIONS.get(left, left) == GENERATIONS.get(right, right)
        or romanised(left) == romanised(right)
        or (index == 0 and same_given(left, right))
    ):
        return SPELLED
    if min(len(left), len(right)) == 1:
        return 0.0 if left[0] != right[0] else SPELLED if inner else INITIAL
    return ALIKE if alike(left, right) else 0.0


def generation(form: Form) -> str:
    """ "jr" for "Joseph Giunta Jr." and "Junior", "" for most."""
    return GENERATIONS.get(form[-1], "")


def without_generation(form: Form) -> Form:
    """The name without that."""
    return form[:-1] if generation(form) else form
