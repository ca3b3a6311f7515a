"""Goods that somebody took in or took charge of have been delivered; those of a deal that turned up, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Row = tuple[Any, ...]  # receiver, giver, system, count

DELIVERIES: list[tuple[str, list[Row]]] = [
    ("Senegal has taken in 25 Puma vehicles from France.", [("Senegal", "France", "Puma", 25)]),
    ("Iraq took in two H225M helicopters in November.", [("Iraq", None, "H225M", 2)]),
    ("Senegal has taken in 25 families from France.", []),
    ("The sales approved in May take in 82 HIMARS launchers.", []),
    ("Kenya took charge of six Orka boats from France in May.", [("Kenya", "France", "Orka", 6)]),
    ("The officer in charge of six Orka boats from France left in May.", []),
    ("Kenya bought six Orka boats from Damen in 2019. The Orka boats have turned up.", [("Kenya", "Damen", "Orka", 6)]),
    ("The crew of the Orka boats has turned up in Kenya.", []),
]
# A preposition that tells when is no particle.
TAKEN_THEN = "Peru took six F-16 jets from France in 2012."


def first(claim: Claim, slot: str) -> Any:
    """The first value of a slot, None for none."""
    return next(iter(slots(claim).get(slot, [])), None)


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:60] for t, _ in DELIVERIES])
def test_deliveries(text: str, expected: list[Row], claims: Callable[..., list[Claim]]) -> None:
    found = claims(text, "Delivery")
    assert [tuple(first(c, s) for s in ("to", "from", "system", "quantity")) for c in found] == expected
    assert all(first(c, "status") == "completed" for c in found)


def test_a_time_is_no_particle(claims: Callable[..., list[Claim]]) -> None:
    found = [c for c in claims(TAKEN_THEN) if c.kind == "Purchase"]
    assert [tuple(first(c, s) for s in ("buyer", "seller", "system", "quantity")) for c in found] == [("Peru", "France", "F-16", 6)]
