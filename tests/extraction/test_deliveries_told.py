"""Deliveries told by words that only count or bundle goods, by what ships bring, to several receivers, by phases of their nouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Claims = Callable[..., list[Claim]]
ORDER = "Norway ordered 54 K9 howitzers from Hanwha Aerospace in 2018. "

# (text, the only delivery that it states, None for none)
ONE: list[tuple[str, dict[str, list[Any]] | None]] = [
    # words that count
    (ORDER + "A final pair will arrive by October.", {"to": ["Norway"], "quantity": [2], "status": ["expected"]}),
    (ORDER + "The first is due in 2027.", {"quantity": [54], "start": ["2027"], "status": ["expected"]}),
    (ORDER + "The first howitzer is due in 2027.", {"quantity": [1], "start": ["2027"], "status": ["expected"]}),
    (ORDER + "The first of them was handed over in May.", {"quantity": [54], "start": ["2021-05"], "status": ["started"]}),
    (ORDER + "The last of them will be delivered in 2031.", {"quantity": [54], "start": None, "end": ["2031"]}),
    (ORDER + "The company plans to deliver 18 units by the end of 2027.", {"quantity": [18], "status": ["expected"]}),
    (ORDER + "Four more will follow in 2028.", {"quantity": [4], "start": ["2028"]}),
    (ORDER + "Four more talks will follow in 2028.", None),
    # words that bundle, and what is left
    (ORDER + "The first battalion is expected in 2027.", {"quantity": None, "start": ["2027"], "from": ["Hanwha Aerospace"]}),
    (ORDER + "It delivered the first batch of 24 in 2020.", {"quantity": [24], "end": ["2020"], "status": ["completed"]}),
    (ORDER + "The remainder will follow by 2030.", {"quantity": None, "end": ["2030"]}),
    (ORDER + "The battalion is expected in Oslo.", None),
    ("The rest of the 54 K9 howitzers will be delivered to Norway in 2027.", {"quantity": None, "start": ["2027"]}),
    ("The last of the 31 Abrams tanks has arrived in Ukraine.", {"to": ["Ukraine"], "quantity": [31], "status": ["completed"]}),
    # what is due, beside "with"
    (
        "Norway ordered 54 K9 howitzers from Hanwha Aerospace, with the first batch due in late 2027.",
        {"to": ["Norway"], "quantity": None, "start": ["2027"]},
    ),
    # phases of a noun
    (ORDER + "Deliveries run from 2027 to 2030.", {"start": ["2027"], "end": ["2030"], "status": ["expected"]}),
    (ORDER + "Deliveries, which start in 2027, will last three years.", {"start": ["2027"], "status": ["expected"]}),
    (ORDER + "Deliveries run like clockwork.", None),
    (ORDER + "The supply will begin in 2027.", {"to": ["Norway"], "start": ["2027"]}),
    (ORDER + "The supply of spare parts was discussed.", None),
    ("Deliveries of K2 tanks to Poland got under way in May 2019.", {"start": ["2019-05"], "status": ["started"]}),
    ("The first deliveries of K2 tanks to Poland were made in May 2019.", {"start": ["2019-05"], "status": ["started"]}),
    ("The shipment of 40 Lince vehicles from Italy reached Chile in May 2019.", {"to": ["Chile"], "status": ["completed"]}),
    ("The minister confirmed the arrival of four CH-47 helicopters in Chile.", {"to": ["Chile"], "status": ["completed"]}),
    ("Rostec has begun deliveries of the Tor launcher to Algeria.", {"from": ["Rostec"], "status": ["started"]}),
    ("Six K2 tanks a month are being shipped to Poland.", {"to": ["Poland"], "status": ["started"]}),
    # what is brought
    ("A cargo ship with 12 K9 howitzers for Norway arrived in Oslo.", {"system": ["K9"], "quantity": [12], "to": ["Norway"]}),
    (ORDER + "A ship carrying the first ten docked in Oslo.", {"quantity": [10], "to": ["Norway"]}),
    (ORDER + "A ship carrying 200 soldiers docked in Oslo in May.", None),
    ("Two CH-47 helicopters for Chile were flown to Santiago in May 2019.", {"to": ["Chile"], "end": ["2019-05"]}),
    ("The president was flown to Santiago in May 2019.", None),
    # ranges, and dates of something else
    ("Chile has eight CH-47 helicopters, delivered by Boeing between 2018 and 2020.", {"start": ["2018"], "end": ["2020"]}),
    ("Under a contract awarded in 2017, IAI shipped its first Barak MX system to Morocco in May 2018.", {"end": ["2018-05"]}),
    # who tells it gives it
    ("Peru will receive eight K808 carriers before the parade, Hyundai Rotem said.", {"to": ["Peru"], "from": ["Hyundai Rotem"]}),
    # the only system named, a town of a state that the story names, and what is passed without being handed over
    ("Jordan will test the Guarani. Ghana is watching. Lebanon received 16 in 2017.", {"to": ["Lebanon"], "quantity": [16]}),
    ("Jordan will test the Guarani. Ghana is watching. Lebanon received 16 visitors in 2017.", None),
    ("Vietnam welcomed the minister. Omnipol sold 12 L-39NG trainers, delivered to Hanoi in 2020.", {"quantity": [12], "end": ["2020"]}),
    ("Egypt said that the Jabbar-150 missile had passed its tests in May.", None),
    # what a contract promises to supply
    ("Paramount will supply 24 Mbombe vehicles to Ghana.", {"to": ["Ghana"], "quantity": [24], "status": ["expected"]}),
    ("Hanwha Aerospace signed a contract to supply Poland with 152 K9 howitzers by 2030.", {"to": ["Poland"], "end": ["2030"]}),
    ("France plans to supply six Caesar howitzers to Benin.", None),
    # the story is of the engines, not of the jets told beside them
    (
        "Verano signed a contract with GE Aerospace for 113 F404 engines. They power Tejas jets ordered by India in 2019. "
        "Deliveries are scheduled between 2027 and 2032.",
        {"system": ["F404"], "from": ["GE Aerospace"], "start": ["2027"], "end": ["2032"]},
    ),
]

SEVERAL = [
    (
        "Rheinmetall will ship 20 Lynx vehicles to Hungary and 12 to Romania by 2029.",
        [(["Hungary"], [20], None, ["2029"]), (["Romania"], [12], None, ["2029"])],
    ),
    (
        "Lynx vehicles will be delivered to Hungary from 2027 and to Romania from 2028.",
        [(["Hungary"], None, ["2027"], None), (["Romania"], None, ["2028"], None)],
    ),
    (
        "The tanks, 20 for Hungary and 12 for Romania, will be delivered in 2028.",
        [(["Hungary"], [20], ["2028"], None), (["Romania"], [12], ["2028"], None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[t[-50:] for t, _ in ONE])
def test_a_delivery_is_told_by_what_counts_brings_or_times_it(text: str, expected: dict[str, list[Any]] | None, claims: Claims) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert len(found) == (0 if expected is None else 1), found
    if expected is not None:
        assert {k: found[0].get(k) for k in expected} == expected


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[t[:40] for t, _ in SEVERAL])
def test_each_receiver_has_its_own_count_and_date(text: str, expected: list[tuple[Any, ...]], claims: Claims) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert [(f.get("to"), f.get("quantity"), f.get("start"), f.get("end")) for f in found] == expected


STATUS = [
    ("Norway gave the go-ahead in May for the purchase of six Ula submarines from Naval Group.", "approved"),
    ("Norway signed off on the purchase of six Ula submarines from Naval Group.", "approved"),
    ("Norway gave the green light to a plan, then paid for the purchase of six Ula submarines from Naval Group.", "signed"),
    ("Norway's proposed purchase of six Ula submarines from Naval Group is worth 3 billion euros.", "planned"),
    ("Norway's latest purchase of six Ula submarines from Naval Group is worth 3 billion euros.", "signed"),
    ("Norway is poised to order six Ula submarines from Naval Group.", "planned"),
    ("Norway thinks of buying six Ula submarines from Naval Group.", "planned"),
    ("Norway pledged to buy six Ula submarines from Naval Group.", "planned"),
    ("Norway and Naval Group have reached a preliminary agreement on six Ula submarines.", "planned"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS, ids=[t[:50] for t, _ in STATUS])
def test_nouns_and_adjectives_around_a_deal_tell_how_far_it_is(text: str, expected: str, claims: Claims) -> None:
    found = [c for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    assert [(c.kind, list(c.values("status"))) for c in found] == [("Purchase", [expected])]


def test_the_day_of_a_date_counts_nothing(claims: Claims) -> None:
    text = "Norway is to buy six Ula submarines from Naval Group. The two sides signed the contract on 3 February 2020."
    found = [slots(c) for c in claims(text, "Purchase")]
    assert [(f.get("quantity"), f.get("hasDate")) for f in found] == [([6], None), ([6], ["2020-02-03"])]
