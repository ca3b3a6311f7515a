"""Deliveries told by taking over, unloading, presenting or joining a fleet, and goods that are told by a class or a count alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Claims = Callable[..., list[Claim]]

DELIVERIES: list[tuple[str, dict[str, list[Any]] | None]] = [
    # ships and machines are taken over, companies and posts otherwise
    (
        "The Italian army took over the first of four Skynex systems from Rheinmetall in February 2019.",
        {"to": ["Italian"], "from": ["Rheinmetall"], "quantity": [4], "start": ["2019-02"], "status": ["started"]},
    ),
    ("Verano took over its rival Kestrel Dairies in May 2019.", None),
    ("Belgrade abandoned a plan to take over Mi-24 helicopters from Cyprus in 2020.", None),
    # presented: counted, and to somebody
    (
        "China presented four ambulances to the Sierra Leone army in May 2019.",
        {"to": ["Sierra Leone"], "from": ["China"], "quantity": [4], "status": ["completed"]},
    ),
    ("Boeing presented the CH-47 helicopter to the Chilean army in May 2019.", None),
    # goods of a deal come ashore, join a fleet, are on the way
    (
        "Ghana ordered 40 Cobra vehicles from Otokar. The first 12 Cobra vehicles were unloaded at Tema in May 2019.",
        {"to": ["Ghana"], "from": ["Otokar"], "quantity": [12], "end": ["2019-05"], "status": ["completed"]},
    ),
    ("The crew unloaded 12 Cobra vehicles in May 2019.", None),
    (
        "Spain ordered five Bonifaz frigates from Navantia. The lead ship will join the fleet in 2028.",
        {"to": ["Spain"], "from": ["Navantia"], "quantity": [1], "start": ["2028"], "status": ["expected"]},
    ),
    ("The frigate joined the NATO fleet in May 2019.", None),
    (
        "Three NLAW launchers are on the way from Britain to Latvia.",
        {"to": ["Latvia"], "from": ["Britain"], "quantity": [3], "status": ["expected"]},
    ),
    # some, all, both of what was told
    (
        "Greece bought 18 Rafale jets from Dassault Aviation. All have been delivered.",
        {"to": ["Greece"], "from": ["Dassault Aviation"], "status": ["completed"]},
    ),
    ("Slovenia retired the M-84 tank. Some went to Ukraine in 2019.", {"to": ["Ukraine"], "end": ["2019"], "status": ["completed"]}),
    ("Verano bought two rivals. Both were delivered a blow in May.", None),
    # a town of which nothing is known leaves the receiver to the deal
    (
        "Japan ordered 12 C-2 transports from Kawasaki. Nine of the transports have been delivered to Miho.",
        {"to": ["Japan"], "from": ["Kawasaki"], "quantity": [9]},
    ),
    # what only may come, and when, is told; without a time it is none
    ("The F-16 jets may be passed on to Ukraine.", None),
    ("The F-16 jets may be passed on to Ukraine in 2030.", {"to": ["Ukraine"], "start": ["2030"], "status": ["expected"]}),
    # when the delivery promised just before begins
    (
        "The CGR-080 rockets will be delivered to the Polish armed forces. The supply will begin in 2030.",
        {"to": ["Polish"], "start": ["2030"], "status": ["expected"]},
    ),
    # what is left goes to whom the rest went
    (
        "Ghana took over ten speedboats on Monday. The remaining eight will be shipped in November 2030.",
        {"to": ["Ghana"], "quantity": [8], "start": ["2030-11"], "status": ["expected"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:60] for t, _ in DELIVERIES])
def test_a_delivery_is_told_without_its_usual_words(text: str, expected: dict[str, list[Any]] | None, claims: Claims) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    if expected is None:
        assert found == []
        return
    assert any(all(f.get(k, []) == v for k, v in expected.items()) for f in found), found


NAMED: list[tuple[str, str]] = [
    ("Bulgaria took possession of the first of its new jets on Tuesday. The F-16 fighter is made by Lockheed Martin.", "F-16"),
    ("Latvia wants the HIMARS launcher. It will receive two launchers from Lockheed Martin in 2030.", "HIMARS"),
    ("Norway flies the F-35 jet. It received two older jets from Chad in 2019.", ""),
    ("Norway flies the F-35 jet and the F-16 jet. It received two jets from Chad in 2019.", ""),
    ("Spain bought 20 F-35 jets. Norway received two jets from Chad in 2019.", ""),
]


@pytest.mark.parametrize(("text", "name"), NAMED, ids=[t[:60] for t, _ in NAMED])
def test_goods_told_by_their_class_are_the_only_ones_of_it_that_are_named(text: str, name: str, extracted: Callable[..., Any]) -> None:
    read = extracted(text)
    named = {m.chain: m.text for m in read.mentions if m.kind == "System" and m.named}
    told = [named.get(c.values("system")[0].chain, "") for c in read.claims if c.kind == "Delivery"]
    assert name in told if name else told and not {"F-16", "F-35"} & set(told)
