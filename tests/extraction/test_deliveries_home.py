"""Deliveries that their own words leave open: to whom a story is of, gifts, what is late, what left the plant, parts that come later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    (
        "LIMA - Peru's air force will retire its Mirage jets. The replacements, 24 KF-21 fighters, arrive from 2029.",
        {"to": ["Peru"], "start": ["2029"], "status": ["expected"]},
    ),
    ("Norway already flies the F-35A, of which 11 have arrived.", {"to": ["Norway"], "quantity": [11], "status": ["completed"]}),
    ("The old MiG-29s went to Ukraine in 2020.", {"to": ["Ukraine"], "end": ["2020"], "status": ["completed"]}),
    ("Albania bought four trams from Skoda. The first tram left the plant in May.", {"to": ["Albania"], "status": ["completed"]}),
    ("Rosyth is building five Arrowhead frigates destined for Sweden.", {"to": ["Sweden"], "quantity": [5], "status": ["expected"]}),
    (
        "Japan gave Fiji two patrol boats. The boats, a gift of the fleet, sail.",
        {"to": ["Fiji"], "from": ["Japan"], "status": ["completed"]},
    ),
    ("The Albanian navy uses the Iliria, an Italian gift.", {"to": ["Albanian"], "from": ["Italian"], "status": ["completed"]}),
    ("The frigate was a gift from Italy to Albania.", {"to": ["Albania"], "from": ["Italy"], "status": ["completed"]}),
    ("Kenya has ordered 44 K2 tanks and given 30 T-72 tanks to Chad.", {"to": ["Chad"], "quantity": [30], "status": ["completed"]}),
    ("Some 100 trams for Latvia are running late.", {"to": ["Latvia"], "quantity": [100], "status": ["expected"]}),
    ("Belgian frigates will be late, the admiral said.", {"to": ["Belgian"], "status": ["expected"]}),
    ("The old F-5 jets go to Chad.", {"to": ["Chad"], "status": ["expected"]}),
    (
        "Estonia received the first launchers of its Blue Spear system in 2020; a follow-on order was placed with Proteus last week.",
        {"to": ["Estonia"], "from": None, "status": ["started"]},
    ),
    ("Senators complained about the delay of Harpoon missiles for Taiwan.", {"to": ["Taiwan"], "status": ["expected"]}),
    ("The first of the Indonesian submarines is eight months late.", {"to": ["Indonesian"], "quantity": None, "status": ["expected"]}),
    ("Sweden awaits nothing but three GlobalEyes, the first of which is due in 2027.", {"quantity": [3], "start": ["2027"]}),
    ("Romania's minister Ion Popa took delivery of two UH-60M helicopters.", {"to": ["Romania"], "quantity": [2], "status": ["completed"]}),
    ("Deliveries of the K9 to Norway are running ahead of plan, Hanwha said.", {"to": ["Norway"], "status": ["started"]}),
    (
        "Oman has taken delivery of its second Typhoon. The jet landed at Adam on 12 February.",
        {"to": ["Oman"], "end": ["2021-02-12"], "quantity": [1], "status": ["completed"]},
    ),
]
SILENT = [
    "Two frigates went to Japan for an exercise.",
    "The delay to the bridge cost Kenya $2 million.",
    "The train for Berlin was late.",
    "Canada's second frigate left Halifax on Monday.",
    "Greek frigates sailed for the Red Sea on Monday.",
    "Any transfer of Patriot missiles to Chad would need the leave of Washington.",
    "The book, a gift from the minister, lay on the table.",
    "The last of 44 tanks arrived on Thursday from Verano GmbH. The mayor thanked German instructors.",
    "Ghana's first drone, the Sika, passed its tests.",
]
SEVERAL = [
    (
        "Norway will get two of the four tanks in 2026 and the rest between 2027 and 2029.",
        [{"quantity": [2], "start": ["2026"]}, {"start": ["2027"], "end": ["2029"]}],
    ),
    (
        "EasyJet has ordered 70 Airbus A319 planes. The airline will take delivery of 30 of the planes in 2026 and another 40 in 2027.",
        [{"quantity": [30], "start": ["2026"]}, {"quantity": [40], "start": ["2027"]}],
    ),
    (
        "Verano handed over 12 of the 20 radars to Peru in May, and the rest will follow in 2027.",
        [{"quantity": [12], "status": ["completed"]}, {"start": ["2027"], "status": ["expected"]}],
    ),
    ("Ghana received four K9 howitzers in May. Six more arrived in June.", [{"quantity": [4]}, {"quantity": [6], "to": ["Ghana"]}]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_a_delivery_is_completed_by_its_story(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    (found,) = [slots(c) for c in claims(text, "Delivery")]
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_only_moves_or_waits_is_no_delivery(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert claims(text, "Delivery") == []


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[t[:50] for t, _ in SEVERAL])
def test_each_part_has_its_own_date(text: str, expected: list[dict[str, list[Any]]], claims: Callable[..., list[Claim]]) -> None:
    found = sorted((slots(c) for c in claims(text, "Delivery")), key=lambda s: str(s.get("start") or s.get("end")) + str(s.get("quantity")))
    assert len(found) == len(expected)
    for parts in expected:
        assert any(all(f.get(k) == v for k, v in parts.items()) for f in found)


def test_a_gift_that_was_made_is_delivered(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("The patrol boat, given to Fiji by Japan in 2020, ran aground.", "Donation")
    assert slots(deal)["status"] == ["delivered"]


def test_a_gift_that_is_still_to_be_handed_over_is_not(claims: Callable[..., list[Claim]]) -> None:
    text = "Two corvettes given to Fiji by Japan lay at the pier. The ships would be handed over in May, the commander said."
    (deal,) = claims(text, "Donation")
    assert slots(deal)["status"] == ["signed"]
    (delivery,) = claims(text, "Delivery")
    assert slots(delivery)["status"] == ["expected"]


DATED = [
    ("AUSTIN, Texas — April 10, 2021 — The U.S. Army has awarded Verano a $4 million contract for 12 Hunter 2 drones.", ["2021-04-10"]),
    (
        "Norway has awarded Hanwha a contract for 16 Chunmoo launchers. The two sides signed the papers in Oslo on 30 January.",
        ["2021-01-30"],
    ),
    ("Norway has ordered 16 Chunmoo launchers from Hanwha. A signing ceremony was held in Oslo on 3 May.", ["2021-05-03"]),
    (
        "Norway has ordered 16 Chunmoo launchers from Hanwha. It allows the army to buy more guns. A signing ceremony was held on 3 May.",
        ["2021-05-03"],
    ),
    ("At Thursday's close Norway's order for 16 Chunmoo launchers from Hanwha was worth $2 billion.", None),
    ("Norway has ordered 16 Chunmoo launchers from Hanwha. A protocol on fishing was signed on 3 May.", None),
    ("Airbus on Monday announced the first pre-sale of its A350. The group is to sell 10 of its A350 to the carrier Air Sol.", "day"),
    ("The ministry on Monday announced the award of a contract for 55 Frost 400 radars to Verano Systems.", "day"),
]


@pytest.mark.parametrize(("text", "date"), DATED, ids=[t[-50:] for t, _ in DATED])
def test_a_deal_is_dated_beside_its_own_words(text: str, date: Any, claims: Callable[..., list[Claim]]) -> None:
    (found,) = [slots(c).get("hasDate") for c in claims(text, "Purchase")]
    assert bool(found) if date == "day" else found == date
