"""Deliveries by their many wordings: handed, turned over, landed, given, still to come; and what moves without being delivered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    ("The corvettes will not be delivered to Qatar before 2030.", {"start": ["2030"], "status": ["expected"]}),
    ("Hungary is not due to receive the KC-390s until 2027.", {"to": ["Hungary"], "start": ["2027"], "status": ["expected"]}),
    ("Since May, Bulgaria has been receiving Stryker vehicles from General Dynamics.", {"start": ["2021-05"], "status": ["started"]}),
    ("The final Rafale for Egypt arrived at Cairo West on Monday.", {"to": ["Egypt"], "quantity": [1], "status": ["completed"]}),
    ("Slovakia's first F-16 will land at Kuchyna in May.", {"to": ["Slovakia"], "quantity": [1], "status": ["expected"]}),
    ("Half of the 24 Gripens have now been transferred to Hungary.", {"quantity": [12], "status": ["started"]}),
    ("Of the 40 helicopters ordered by Iraq, 15 have been handed over.", {"to": ["Iraq"], "quantity": [15], "status": ["started"]}),
    ("Japan gave Fiji eight fire engines; they arrived in Suva on Friday.", {"to": ["Fiji"], "from": ["Japan"], "quantity": [8]}),
    (
        "Eight T-6 trainers are on their way from the United States to Tunisia.",
        {"to": ["Tunisia"], "from": ["United States"], "quantity": [8], "status": ["expected"]},
    ),
    ("Poland has provided Ukraine with 14 Leopard tanks.", {"to": ["Ukraine"], "from": ["Poland"], "status": ["completed"]}),
    ("Lockheed said the F-16s would be delivered to Bulgaria in 2027.", {"to": ["Bulgaria"], "from": ["Lockheed"], "start": ["2027"]}),
    ("The yard hands the Swedish navy its next ship in November.", {"quantity": [1], "status": ["expected"]}),
    ("Austal hands over third patrol boat to Jamaica.", {"to": ["Jamaica"], "quantity": [1], "status": ["completed"]}),
    (
        "Serbia waited three years for its trains. On Friday Stadler handed over the last of 18 to Serbian Railways.",
        {"system": ["trains"], "to": ["Serbian Railways"], "quantity": [1]},
    ),
    (
        "Kuwait took the last of 28 Typhoons from Leonardo in the summer.",
        {"to": ["Kuwait"], "from": ["Leonardo"], "status": ["completed"]},
    ),
    ("Poland took two Saab 340 aircraft from Sweden.", {"to": ["Poland"], "from": ["Sweden"], "quantity": [2], "status": ["completed"]}),
    (
        "Chad ordered three Hürkuş planes in 2018. Turkish Aerospace supplied the three Hürkuş planes in 2020.",
        {"to": ["Chad"], "from": ["Turkish Aerospace"], "status": ["completed"]},
    ),
    (
        "The lake police received eight fibreglass boats from Belgium in July.",
        {"system": ["fibreglass boats"], "from": ["Belgium"], "quantity": [8], "status": ["completed"]},
    ),
]
SILENT = [
    "Oman's first Typhoon will not fly before 2028.",
    "Poland bought 180 K2 tanks from South Korea. A delegation arrived in Seoul on Friday.",
    "Norway sent its six NH90 helicopters back to Italy in May.",
    "Poland's F-16s landed in Lithuania on Monday for an exercise.",
    "Russia's first train to Crimea arrived in Sevastopol on Monday.",
    "Canada's second frigate reached Halifax on Monday after a patrol.",
    "Greek frigates are on their way to the Red Sea.",
    "Britain gave Ukraine its support in May.",
    "Chile agreed to take 12 F-16 jets from Norway.",
    "Fifty Vectron locomotives were taken from Siemens in 2022 for 500 million euros.",
    "Saab supplies Gripen jets.",
    "The lake police received eight new officers from Belgium in July.",
    "The hospital would receive four ambulances from Japan if it had a road.",
    "Sri Lanka sent its Kfir jets to Israel for an upgrade in 2020.",
    "Ghana sent its two patrol boats to Turkey for conversion.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_a_delivery_is_told_in_many_words(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    (found,) = [slots(c) for c in claims(text, "Delivery")]
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_moves_is_not_always_delivered(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert claims(text, "Delivery") == []


def test_what_a_firm_hands_over_is_no_gift(claims: Callable[..., list[Claim]]) -> None:
    text = "The Irish Coast Guard was given its third S-92 helicopter by Sikorsky last month."
    assert len(claims(text, "Delivery")) == 1
    assert claims(text, "Donation") == []
