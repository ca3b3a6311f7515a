"""Deals that several sentences tell: what a later one adds, whom a bid is for, what one of a series shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    (
        "Carlsen Foods has agreed to buy 40% of Tuborg Dairies. Carlsen Foods will pay 300m euros ($320m) once the regulator approves.",
        {"buyer": ["Carlsen Foods"], "system": ["Tuborg Dairies"], "hasValue": [(300_000_000, "EUR"), (320_000_000, "USD")]},
    ),
    (
        "Carlsen Foods has agreed to buy 40% of Tuborg Dairies. The Danish firm will acquire the shares from the Nordea Fund.",
        {"seller": ["Nordea Fund"], "system": ["Tuborg Dairies"]},
    ),
    (
        "Orion Telecom has bid $6.3bn for Kestrel Networks. Analysts expect a higher bid from Verano Group.",
        {"buyer": ["Verano Group"], "system": ["Kestrel Networks"], "status": ["planned"]},
    ),
    (
        "Airbus is to supply Iberia with up to 50 A350 aircraft. Iberia has placed a firm order for 30 of the aircraft.",
        {"seller": ["Airbus"], "buyer": ["Iberia"], "quantity": [30]},
    ),
    (
        "Orion Foods has sold its Polish stores to Verano Group. The sale price, to be paid in cash, is 900 million zlotys.",
        {"buyer": ["Verano Group"], "seller": ["Orion Foods"], "hasValue": [(900_000_000, "PLN")]},
    ),
    (
        "Norway plans to buy 50 K2 tanks from Hyundai Rotem. The contract price was set at $2 billion.",
        {"system": ["K2"], "hasValue": [(2_000_000_000, "USD")], "status": ["planned"]},
    ),
    (
        "Saab said on Tuesday it has signed a contract with Brazil for 12 Gripen jets. The deal, inked on Monday, is worth $2 billion.",
        {"buyer": ["Brazil"], "quantity": [12], "hasDate": ["2021-06-14"], "hasValue": [(2_000_000_000, "USD")]},
    ),
    (
        "Norway has signed a contract with Hanwha Aerospace for 24 K9 guns. The contract builds on a $180 million deal signed in 2017.",
        {"buyer": ["Norway"], "seller": ["Hanwha Aerospace"], "hasDate": ["2017"], "hasValue": [(180_000_000, "USD")]},
    ),
    (
        "Norway has signed a contract with Hanwha Aerospace for 24 K9 howitzers. The award follows a March 3 framework agreement.",
        {"buyer": ["Norway"], "hasDate": ["2021-03-03"]},
    ),
    (
        "Hanwha Aerospace signed a $2 billion deal on Monday to supply K9 howitzers. The deal with Norway was prepared for years.",
        {"buyer": ["Norway"], "seller": ["Hanwha Aerospace"], "hasValue": [(2_000_000_000, "USD")]},
    ),
    (
        "Verano Group has won a takeover battle for US retailer Kestrel Stores with a bid worth $6.8bn (£3.6bn).",
        {"buyer": ["Verano Group"], "system": ["Kestrel Stores"], "hasValue": [(6_800_000_000, "USD"), (3_600_000_000, "GBP")]},
    ),
    (
        "Orion Foods sold its 200 stores to Verano Group in March, and in 2015 sold its Greek chain Kestrel.",
        {"seller": ["Orion Foods"], "system": ["Kestrel"], "hasDate": ["2015"]},
    ),
    ("Saab already has orders from Brazil and Hungary for its Gripen jets.", {"buyer": ["Hungary"], "seller": ["Saab"]}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda p: p[:60] if isinstance(p, str) else "")
def test_a_story_gives_the_deal(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text)]
    assert any(all(c.get(k) == v for k, v in expected.items()) for c in found), found


SILENT: list[tuple[str, str, Any]] = [
    ("Carlsen Foods agreed to buy Tuborg Dairies. Carlsen Foods will pay $20m to settle claims.", "hasValue", (20_000_000, "USD")),
    ("Carlsen Foods agreed to buy Tuborg Dairies. Carlsen Foods will pay a dividend of $20m.", "hasValue", (20_000_000, "USD")),
    ("Norway plans to buy 50 K2 tanks from Hyundai Rotem. The price of oil was $80 million.", "hasValue", (80_000_000, "USD")),
    ("Norway plans to buy 50 K2 tanks from Hyundai Rotem. The sale price of a tank is $20 million.", "hasValue", (20_000_000, "USD")),
    ("Norway has signed a contract with Hanwha for K9 guns. The strike follows a $3 billion deal.", "hasValue", (3_000_000_000, "USD")),
    ("Orion Foods has sold its stores to Verano Group. Verano Group made an offer to its staff.", "status", "planned"),
    ("Kestrel Dairies was sold to Verano Group for $2bn to help Orion Foods pay off a debt of $3bn.", "buyer", "Orion Foods"),
    ("The Times reported on Thursday that Verano Group has bid $6.3bn for Kestrel Dairies.", "hasDate", "2021-06-10"),
    ("The Kremlin said on Monday that Orion Foods had bought Kestrel Dairies from Verano Group for $13bn.", "hasDate", "2021-06-14"),
    ("Norway is considering an offer from Saab for 12 Gripen jets.", "buyer", "Saab"),
    ("Poland signed a contract on Friday for 250 Abrams tanks from the US.", "buyer", "US"),
    ("Saab expects to sell 100 Gripen jets over the next decade.", "seller", "Saab"),
    ("Since 2012 the United States has provided $500 million in aid to Syria.", "buyer", "Syria"),
    ("The bank of Kenya provided $2 billion in loans to Chad.", "buyer", "Chad"),
    ("The sale of Kestrel Dairies to Verano Group for $4 billion was approved by the British government.", "seller", "British"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "property", "value"), SILENT, ids=lambda p: p[:60] if isinstance(p, str) else "")
def test_a_story_does_not_give(text: str, property: str, value: Any, claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind != "RoleHolding"]
    assert all(value not in c.get(property, []) for c in found), found


ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Kongsberg said on Monday it had signed a contract with Norway to supply Skarv launchers. Norway and Kongsberg signed the "
        "second-stage deal in Oslo on Friday to provide the missile known as the KM-90. Skarv KM-90 missiles will be made in Norway. "
        "The first-stage deal in 2021 was worth 400 million euros.",
        [("Skarv", "second"), ("KM-90, Skarv", "second"), ("Skarv", "first")],
    ),
    (
        "Norway signed a deal with Kongsberg for NASAMS launchers in March. On Friday Norway and Kongsberg signed the second deal, "
        "for Naval Strike missiles.",
        [("NASAMS", ""), ("Naval Strike", "second")],
    ),
    (
        "Norway first signed a contract with Hanwha Aerospace in 2022 to buy K9 howitzers, and clinched additional deals later.",
        [("K9", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=lambda p: p[-60:] if isinstance(p, str) else "")
def test_deals_of_a_row_have_their_own_goods(text: str, expected: list[tuple[str, str]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind == "Purchase"]
    assert [(", ".join(c["system"]), "".join(c.get("ordinal", []))) for c in found] == expected
