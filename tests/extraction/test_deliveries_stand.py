"""How far a delivery is by the words around it, whose it is among several orders, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    # "is to" tells of what will come
    ("Chad is to take delivery of two Gripens from Saab.", {"to": ["Chad"], "quantity": [2], "status": ["expected"]}),
    ("Chad took delivery of two Gripens from Saab in May.", {"to": ["Chad"], "quantity": [2], "status": ["completed"]}),
    (
        "Kenya ordered nine trams from Alstom. Deliveries are to start soon.",
        {"to": ["Kenya"], "from": ["Alstom"], "quantity": [9], "status": ["expected"]},
    ),
    (
        "Kenya ordered nine trams from Alstom. Deliveries are to begin in 2027 and be completed by 2030.",
        {"start": ["2027"], "end": ["2030"], "status": ["expected"]},
    ),
    # what has been given away is told as an aside too
    ("Ghana was short of guns, having given Chad 12 howitzers in 2019.", {"to": ["Chad"], "from": ["Ghana"], "status": ["completed"]}),
    ("Having donated 30 tanks to Chad, Ghana wants new ones.", {"to": ["Chad"], "quantity": [30], "status": ["completed"]}),
    # a bare number behind a date, and goods that are due by a clause
    (
        "Kenya ordered 180 trams from Alstom. By the end of June 133 had been handed over.",
        {"to": ["Kenya"], "quantity": [133], "status": ["completed"]},
    ),
    (
        "Kenya ordered 180 trams from Alstom. The remaining 47 are due before the year is out.",
        {"to": ["Kenya"], "quantity": [47], "status": ["expected"]},
    ),
    # some out of several, units without a name
    (
        "Fiji flies Mirage jets. Two out of six Gripens ordered from Saab arrived in Fiji in 2019.",
        {"system": ["Gripens"], "quantity": [2], "from": ["Saab"]},
    ),
    (
        "Iraq signed a contract with LIG Nex1 for eight Cheongung batteries. Delivery of eight batteries is to be completed in 2031.",
        {"system": ["Cheongung"], "to": ["Iraq"], "from": ["LIG Nex1"], "quantity": [8], "end": ["2031"]},
    ),
    # of two orders the one told before
    (
        "Chad ordered 24 Gripens from Saab. The first three Gripens followed in July. Saab has since signed up Fiji, which ordered"
        " 12 Gripens.",
        {"to": ["Chad"], "from": ["Saab"], "quantity": [3]},
    ),
    # one name in the singular and the plural, the boats of a class, one pronoun twice
    (
        "Fiji bought 24 of the Rafale jet from Dassault. The first three Rafales followed in July. In May Chad ordered 12 Rafales.",
        {"to": ["Fiji"], "quantity": [3]},
    ),
    (
        "Peru signed a contract for four submarines of the Orka class with Naval Group. The first two boats will be delivered by 2034.",
        {"to": ["Peru"], "from": ["Naval Group"], "quantity": [2]},
    ),
    (
        "Peru was first. It ordered 24 jets from Saab in 2017, and it bought a FREMM frigate from DCNS, which was delivered in 2019.",
        {"system": ["FREMM"], "from": ["DCNS"], "quantity": None},
    ),
    (
        "The first ten K2 tanks that Poland bought from South Korea have arrived in Gdynia. The minister welcomed the tanks on the quay"
        " on 3 May 2019. Poland ordered 180 K2 tanks from Hyundai Rotem.",
        {"to": ["Poland"], "from": ["South Korea"], "quantity": [10], "status": ["completed"]},
    ),
    # counted from a day that is not told
    ("A month later, Spain handed over 18 Leopard tanks to Ukraine.", {"status": ["completed"], "start": None, "end": None}),
]
SILENT = [
    "The union wants a guarantee that the overhaul of the Leopard tanks will go to Riga.",
    "The air force has sent a proposal to the Danish ministry for the purchase of 14 Rafale jets.",
    "Verano was awarded a contract for 152 Humvee vehicles. Bids were solicited via the internet with one received.",
    "Chad ordered 24 Gripens from Saab and Fiji ordered 12 Gripens from Saab. The first three Gripens arrived in May.",
    "Peru ordered 12 jets from Saab. A school will open well ahead of the arrival of the first jet.",
    "Denmark will sell Chad 19 Gripen jets. Stockholm would approve the transfers, it said.",
    "Rwanda bought six Mirage fighters. It will pay Dassault 22 million euros a year to keep them flying.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[-50:] for t, _ in TOLD])
def test_a_delivery_stands_as_it_is_told(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert len(found) == 1, found
    assert {k: found[0].get(k) for k in expected} == expected


@pytest.mark.parametrize("text", SILENT, ids=[t[-50:] for t in SILENT])
def test_papers_work_and_what_stays_open_are_no_delivery(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert claims(text, "Delivery") == []


def test_a_pronoun_that_is_repeated_stands_for_the_same(claims: Callable[..., list[Claim]]) -> None:
    text = "Peru was first. It ordered 24 jets from Saab in 2017, and it bought a FREMM frigate from DCNS, which was delivered in 2019."
    (delivery,) = claims(text, "Delivery")
    buyers = {m.chain for c in claims(text, "Purchase") for m in c.values("buyer")}
    assert buyers == {m.chain for m in delivery.values("to")}
