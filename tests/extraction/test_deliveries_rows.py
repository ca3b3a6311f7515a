"""Deliveries of the first or last of goods, goods that only move, and which of several goods "the jets" are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Claims = Callable[..., list[Claim]]

# (text, the only delivery that it states, None for none)
ONE: list[tuple[str, dict[str, list[Any]] | None]] = [
    # with the first the delivery of all begins, with the last it ends
    ("The first of 64 Boxer vehicles that Chile had ordered from ARTEC arrived in May 2019.", {"quantity": [64], "start": ["2019-05"]}),
    ("Portugal's army received the last of its 44 Pandur vehicles from Steyr in 2019.", {"quantity": [44], "end": ["2019"]}),
    ("Portugal's army received the last of its 44 Pandur vehicles from Steyr on Friday.", {"quantity": [1], "end": ["2021-06-11"]}),
    ("Steyr will deliver the first of 44 Pandur vehicles to Portugal before the end of 2028.", {"quantity": [44], "start": ["2028"]}),
    ("Saab delivered the third of six RBS 70 systems to Latvia in May 2019.", {"quantity": [1], "end": ["2019-05"]}),
    ("Ghana ordered 16 G2 jets from Verano in 2014, the last of which were delivered in 2019.", {"quantity": [16], "end": ["2019"]}),
    (
        "Chad ordered 24 F-16 jets from Denmark. The first aircraft would leave before the end of 2028, and the last would follow in 2032.",
        {"quantity": [24], "start": ["2028"], "end": ["2032"]},
    ),
    ("Chad ordered 30 Boxer vehicles from ARTEC, with deliveries starting in 2027 and running through 2029.", {"end": ["2029"]}),
    # who gives
    ("In May 2019 Chad received 21 Patria 6x6 carriers as a gift of the Latvian state.", {"to": ["Chad"], "from": ["Latvian"]}),
    (
        "Latvia ordered 36 Hunter vehicles from the Spanish firm Verano. The papers were signed in front of the first two vehicles,"
        " which arrived from Spain in May.",
        {"to": ["Latvia"], "from": ["Verano"], "quantity": [2]},
    ),
    (
        "Latvia ordered 36 Hunter vehicles from the Danish firm Verano. The papers were signed in front of the first two vehicles,"
        " which arrived from Spain in May.",
        {"to": ["Latvia"], "from": ["Spain"], "quantity": [2]},
    ),
    # what is to begin before a date begins then
    ("Deliveries of the 40 A350 jets to Air Niger by Airbus will begin before the end of 2028.", {"start": ["2028"], "end": None}),
    ("Deliveries of the 40 A350 jets to Air Niger by Airbus will end before 2028.", {"start": None, "end": ["2028"]}),
    ("The remaining 47 K2 tanks for Peru from Hyundai Rotem are due before the year is out.", {"start": None, "end": ["2021"]}),
    # on a mission, into service, at a rate
    ("Poland sent six F-16 jets to Estonia for an exercise in May 2019.", None),
    ("France dispatched two Rafale jets to Romania in May 2019 to patrol the airspace.", None),
    ("Poland sent six F-16 jets to Estonia in May 2019.", {"quantity": [6], "to": ["Estonia"]}),
    ("France will deliver six Rafale jets to Croatia for training in 2027.", {"quantity": [6], "to": ["Croatia"]}),
    ("The AW139 of the Kenya Air Force came down near a school in May 2019.", None),
    ("Oman ordered 48 Kaan jets. The Kaan is not expected in squadron service before 2031.", None),
    ('Greece ordered 12 FREMM frigates from Naval Group. "At the moment we deliver one frigate a year," Petit said.', None),
    ("Russia sent five Su-25 jets to Iraq within a week.", {"quantity": [5], "to": ["Iraq"]}),
]
ORDER = "Chile agreed on Friday to buy 12 Gripen fighters from Sweden. "
MEANT = [
    (ORDER + "The deal will send its F-5s to the scrapyard. The jets are to arrive in Chile between 2031 and 2032.", "Gripen"),
    (ORDER + "It flies F-5 jets now. The older jets will be delivered to Peru in 2031.", None),
    (ORDER + "It ordered 20 Kaan jets from TAI. The jets are to arrive in Chile in 2031.", "Kaan"),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[t[-50:] for t, _ in ONE])
def test_a_delivery_is_of_all_its_goods_and_for_good(text: str, expected: dict[str, list[Any]] | None, claims: Claims) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert len(found) == (expected is not None), found
    if expected is not None:
        assert {k: found[0].get(k) for k in expected} == expected


@pytest.mark.parametrize(("text", "name"), MEANT, ids=[t[-50:] for t, _ in MEANT])
def test_the_goods_of_a_delivery_are_those_that_were_bought(text: str, name: str | None, claims: Claims) -> None:
    bought = {c.values("system")[0].chain: c.values("system")[0].text for c in claims(text) if c.kind == "Purchase"}
    (delivery,) = claims(text, "Delivery")
    assert bought.get(delivery.values("system")[0].chain) == name
