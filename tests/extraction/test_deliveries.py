"""Deliveries: begun, done or still to come, to whom, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

DELIVERIES: list[tuple[str, dict[str, list[Any]]]] = [
    (
        "Russia delivered four S-400 batteries to Turkey in 2019.",
        {"to": ["Turkey"], "from": ["Russia"], "quantity": [4], "end": ["2019"], "status": ["completed"]},
    ),
    ("The F-35 jets will be delivered to Poland in 2026.", {"to": ["Poland"], "start": ["2026"], "status": ["expected"]}),
    ("Deliveries of K2 tanks to Poland are expected to begin in 2026.", {"to": ["Poland"], "start": ["2026"], "status": ["expected"]}),
    ("Deliveries of the S-400 to Turkey started in July 2019.", {"to": ["Turkey"], "start": ["2019-07"], "status": ["started"]}),
    ("The Rafale jets are due for delivery to Greece between 2026 and 2028.", {"start": ["2026"], "end": ["2028"], "status": ["expected"]}),
]


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:50] for t, _ in DELIVERIES])
def test_a_sentence_gives_the_delivery_it_states(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert len(found) == 1, found
    assert {k: found[0].get(k) for k in expected} == expected


def test_the_delivery_that_a_deal_is_for_is_no_delivery_of_its_own(claims: Callable[..., list[Claim]]) -> None:
    text = "Russia and Turkey signed a deal for the delivery of four S-400 batteries in December 2017."
    assert claims(text, "Delivery") == []
    (deal,) = claims(text, "Purchase")
    assert slots(deal)["hasDate"] == ["2017-12"]


def test_a_dated_delivery_without_goods_means_those_of_the_deal_before_it(claims: Callable[..., list[Claim]]) -> None:
    (delivery,) = claims("Switzerland ordered six Giraffe 1X radars from Saab. Deliveries start in 2027.", "Delivery")
    assert {k: v for k, v in slots(delivery).items() if k in ("system", "start", "status")} == {
        "system": ["Giraffe 1X"],
        "start": ["2027"],
        "status": ["expected"],
    }


def test_what_is_only_timed_is_not_delivered(claims: Callable[..., list[Claim]]) -> None:
    assert claims("When all the jets have been delivered to Poland, the old base will close.", "Delivery") == []
