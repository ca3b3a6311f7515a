"""Deliveries told as a list with one verb: "six will come this year, eight in 2024 and the rest in 2025"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Part = tuple[int | None, str | None, str | None]  # quantity, start, end

PARTS: list[tuple[str, list[Part]]] = [
    (
        "Saab will deliver ten Gripens to Chad in 2027, four in 2028 and six in 2029.",
        [(10, "2027", None), (4, "2028", None), (6, "2029", None)],
    ),
    (
        "Kenya ordered nine trams from Alstom. Two will arrive in 2027, three in 2028 and the other four by 2030.",
        [(2, "2027", None), (3, "2028", None), (4, None, "2030")],
    ),
    (
        "Niger ordered 12 drones from Baykar. The first two are scheduled to arrive in 2027, to be followed by four more in 2028"
        " and another six in 2029.",
        [(2, "2027", None), (4, "2028", None), (6, "2029", None)],
    ),
    (
        "Fiji will receive two boats from Damen in 2027, three the year after and the remaining seven by 2030.",
        [(2, "2027", None), (7, None, "2030")],
    ),
    ("Chile will get five ships from Damen, two in 2027 and three in 2029.", [(2, "2027", None), (3, "2029", None)]),
    (
        "Chile ordered five frigates from Damen. The first ship will be delivered in 2028, the second in 2029.",
        [(1, "2028", None), (1, "2029", None)],
    ),
    # the first and the last stand for all
    ("Oman ordered 80 Gripens from Saab. The first jets will be handed over in 2027 and the last in 2031.", [(80, "2027", "2031")]),
    ("Chile ordered three frigates from Damen. The first arrived in 2018 and the last in 2020.", [(3, "2018", "2020")]),
    ("Chile ordered three frigates from Damen. The first frigate was launched in 2018 and the last in 2020.", []),
    # what stands beside is something else
    ("Saab delivered 12 Gripens to Chad in 2018, and 200 workers in 2019 lost their jobs.", [(12, None, "2018")]),
    (
        "Oman received the last of its jets in May 2019, after an order for five in 2015 and for three in 2017.",
        [(None, None, "2019-05")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[t[-50:] for t, _ in PARTS])
def test_each_dated_count_is_a_delivery(text: str, expected: list[Part], claims: Callable[..., list[Claim]]) -> None:
    def one(found: dict[str, list[Any]], slot: str) -> Any:
        return next(iter(found.get(slot, [])), None)

    found = [slots(c) for c in claims(text, "Delivery")]
    assert [(one(f, "quantity"), one(f, "start"), one(f, "end")) for f in found] == expected


def test_a_part_from_elsewhere_has_its_own_giver(claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims("Peru received six tanks from Spain in 2018 and ten more from Italy in 2019.", "Delivery")]
    assert [f["from"] for f in found] == [["Spain"], ["Italy"]]
