"""Deliveries told in passing: dated as supplied, come from a state years ago, sent in support of somebody, of several by one word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    (
        "The air force relies on KEVA 2010 radars supplied to Finland by Thales between 2011 and 2015.",
        {"system": ["KEVA 2010"], "to": ["Finland"], "from": ["Thales"], "start": ["2011"], "end": ["2015"], "status": ["completed"]},
    ),
    (
        "Chad uses three Hürkuş planes which Turkish Aerospace supplied in 2019.",
        {"to": ["Chad"], "from": ["Turkish Aerospace"], "quantity": [3], "end": ["2019"], "status": ["completed"]},
    ),
    ("Thirty Puma carriers have been supplied to Niger, the army said.", {"to": ["Niger"], "quantity": [30], "status": ["completed"]}),
    (
        "Two C-130H transports came to Uruguay from Spain in 2018.",
        {"to": ["Uruguay"], "from": ["Spain"], "quantity": [2], "end": ["2018"], "status": ["completed"]},
    ),
    (
        "Six HIMARS launchers, which arrived from the United States in 2019, are based in Estonia.",
        {"to": ["Estonia"], "from": ["United States"], "quantity": [6]},
    ),
    (
        "The United States sent thousands of Stinger missiles to Eastern Europe in support of Ukraine.",
        {"to": ["Ukraine"], "from": ["United States"], "status": ["completed"]},
    ),
    (
        "Norway is rebuilding its stocks after handing 22 M109 howitzers to Ukraine.",
        {"to": ["Ukraine"], "from": ["Norway"], "quantity": [22], "status": ["completed"]},
    ),
    ("The Slovenian army took over the first JLTV vehicles in 2019.", {"system": ["JLTV"], "status": ["started"]}),
    ("Denmark is sending 19 F-16 jets to Ukraine.", {"to": ["Ukraine"], "status": ["started"]}),
]
SILENT = [
    "Six F-35 fighters arrived in Estonia from Britain on Monday.",
    "The factory uses gearboxes which Renk may supply in 2030.",
    "Leonardo took over the AW09 in 2019.",
    "Quantum Systems took over AirRobot.",
    "Lumut Naval Shipyard has been given until December to finish the frigate.",
    "Norway sent 200 soldiers to Eastern Europe in support of Ukraine.",
    "Thales won a contract for radars supplied under a licence.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_a_delivery_told_in_passing(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    (found,) = [slots(c) for c in claims(text, "Delivery")]
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize("text", SILENT)
def test_no_delivery_is_told(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert claims(text, "Delivery") == []


def test_who_is_given_time_is_given_no_goods(claims: Callable[..., list[Claim]]) -> None:
    assert claims("The yard has been given until December to hand the frigate over to the Malaysian navy.", "Donation") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Orders for the Bayraktar TB2 and the Akinci have grown since Turkey delivered the drones to Chad in 2019.", 2),
        ("Poland bought K2 tanks and K9 howitzers from Hanwha. The howitzers were delivered to Poland in June.", 1),
        ("Poland bought K2 and K9 vehicles from Hanwha. Three of the vehicles were delivered to Poland in June.", 1),
    ],
)
def test_a_plural_means_all_that_were_named_together(text: str, kinds: int, claims: Callable[..., list[Claim]]) -> None:
    found = claims(text, "Delivery")
    assert len(found) == len({v.chain for c in found for v in c.values("system")}) == kinds
