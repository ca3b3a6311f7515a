"""Deliveries and purchases whose sentence leaves a side, the goods or their number to the rest of the story."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Claims = Callable[..., list[Claim]]

DELIVERIES: list[tuple[str, dict[str, list[Any]] | None]] = [
    # who makes the goods hands them over
    (
        "Finland received its third Gotland tanker on Tuesday. The ships, built by Saab, were late.",
        {"to": ["Finland"], "quantity": [1], "status": ["completed"]},
    ),
    (
        "Two C-295 aircraft from Airbus will be delivered to Ireland next year.",
        {"to": ["Ireland"], "from": ["Airbus"], "status": ["expected"]},
    ),
    # the state of a force
    (
        "The Romanian army retires its guns. The K9 howitzers will be delivered to the 2nd Brigade in 2028.",
        {"to": ["Romanian"], "start": ["2028"], "status": ["expected"]},
    ),
    ("The K9 howitzers will be delivered to customers in 2028.", None),
    # who has the goods gets more of them
    (
        "Chile has four Scorpene submarines. The fourth boat will be delivered in 2029.",
        {"to": ["Chile"], "quantity": [1], "start": ["2029"], "status": ["expected"]},
    ),
    # goods of an earlier deal, by a wider noun and with their number
    (
        "Norway ordered four frigates from Babcock. The ships are due by 2029.",
        {"to": ["Norway"], "from": ["Babcock"], "quantity": [4], "end": ["2029"], "status": ["expected"]},
    ),
    ("Norway ordered four frigates from Babcock. The trucks are due by 2029.", None),
    ("Norway ordered four frigates from Babcock. The ships are due to sail in 2029.", None),
    (
        "Poland bought 48 guns from Hanwha. The first guns were delivered to the army in May 2018.",
        {"to": ["Poland"], "quantity": None, "start": ["2018-05"], "status": ["started"]},
    ),
    # bare numbers
    ("Greece bought 18 Rafale jets. Six have been delivered.", {"to": ["Greece"], "quantity": [6], "status": ["completed"]}),
    ("Greece flies the Rafale. Six were sent to prison in May.", None),
    # adjuncts with "with"
    (
        "Norway ordered five Type 26 frigates from BAE Systems, with delivery scheduled for 2029.",
        {"to": ["Norway"], "quantity": [5], "start": ["2029"], "status": ["expected"]},
    ),
    ("Norway ordered 12 boats from Babcock with engines scheduled for repair in 2029.", None),
    # when deliveries happen
    (
        "Norway ordered six Giraffe radars from Saab. Deliveries will take place between 2027 and 2029.",
        {"quantity": [6], "start": ["2027"], "end": ["2029"], "status": ["expected"]},
    ),
    (
        "Delivery of the last two Boxer vehicles to Lithuania has been put back to 2028.",
        {"to": ["Lithuania"], "quantity": [2], "start": ["2028"]},
    ),
    ("The deal with Norway provides for the production and delivery of 40 K9 howitzers.", None),
    # awaited, expected, got
    ("The Danish navy expects the first frigate from Babcock in 2029.", {"quantity": [1], "start": ["2029"], "status": ["expected"]}),
    ("The Danish navy expects the minister in 2029.", None),
    ("Will the Danish navy get its third frigate in 2029?", None),
    # one batch of several is delivered where it arrives; goods that only came somewhere are not
    ("The second batch of Bayraktar TB2 drones arrived in Ukraine on Monday.", {"to": ["Ukraine"], "status": ["completed"]}),
    ("Two Su-35 jets arrived in Syria on Monday.", None),
    ("The aircraft must be disarmed before transfer. Norway bought the F-16.", None),
]


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:60] for t, _ in DELIVERIES])
def test_the_story_completes_a_delivery(text: str, expected: dict[str, list[Any]] | None, claims: Claims) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1, found
        assert {k: found[0].get(k) for k in expected} == expected


PURCHASES: list[tuple[str, dict[str, list[Any]] | None]] = [
    (
        "Portugal received its third KC-390 on Wednesday, Embraer said. Two more of the jets have been ordered.",
        {"buyer": ["Portugal"], "quantity": [2], "status": ["signed"]},
    ),
    ("Norway and Sweden fly the F-35. Two more of the jets have been ordered.", None),
    ("Finland has 64 F-35 jets on order.", {"buyer": ["Finland"], "quantity": [64], "status": ["signed"]}),
    ("Egypt has no Rafale jets on order.", None),
    ("Lithuania has 88 Boxer vehicles and has ordered 27 more.", {"buyer": ["Lithuania"], "quantity": [27], "status": ["signed"]}),
    ("Norway has the K9. The minister bought two for his sons.", None),
    ("The Latvian navy wants six Visby corvettes from Saab.", {"quantity": [6], "seller": ["Saab"], "status": ["planned"]}),
    ("The Latvian navy wanted six Visby corvettes.", None),
    ("Italy and Japan showed the Tempest, the aircraft they want to field.", None),
    (
        "Croatia signed a letter of intent for four C-390 aircraft with Embraer.",
        {"buyer": ["Croatia"], "seller": ["Embraer"], "quantity": [4], "status": ["planned"]},
    ),
    ("The army has asked parliament for $212 million to buy 40 Boxer vehicles.", {"quantity": [40], "status": ["planned"]}),
    ("The Indian navy commissioned two frigates on Friday.", None),
    ("Buying used tankers from Spain would be cheap.", None),
]


@pytest.mark.parametrize(("text", "expected"), PURCHASES, ids=[t[:60] for t, _ in PURCHASES])
def test_the_story_completes_a_purchase(text: str, expected: dict[str, list[Any]] | None, claims: Claims) -> None:
    found = [slots(c) for c in claims(text) if c.kind in ("Purchase", "Contract")]
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1, found
        assert {k: found[0].get(k) for k in expected} == expected


def test_goods_are_called_by_the_name_that_a_later_sentence_takes_up(claims: Claims) -> None:
    text = "Poland will buy 48 howitzers from Hanwha. The K9 guns are to reach the 18th Division between 2028 and 2030."
    (deal,) = claims(text, "Purchase")
    (delivery,) = claims(text, "Delivery")
    chains = {a.value.chain for c in (deal, delivery) for a in c.arguments if a.property == "system"}  # type: ignore[union-attr]
    assert len(chains) == 1
    assert slots(delivery)["quantity"] == [48]


def test_another_class_of_goods_is_no_name_for_what_was_bought(claims: Claims) -> None:
    text = "Chile will buy 20 armoured vehicles from Patria. The Leopard 2 tanks are old."
    (deal,) = claims(text, "Purchase")
    assert slots(deal)["system"] == ["armoured vehicles"]


def test_a_plural_designation_names_the_same_system(claims: Claims) -> None:
    text = "Boeing sells the 7E7 to Japan. The first 7E7s will be delivered in 2028."
    chains = {a.value.chain for c in claims(text) for a in c.arguments if a.property == "system"}  # type: ignore[union-attr]
    assert len(chains) == 1
