"""Deals that a story of several sentences tells: who "the company" is, what a contract covers, who the buyer is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

TOLD: list[tuple[str, dict[str, list[Any]]]] = [
    ("Norway has ordered 17 trams from Stadler.", {"buyer": ["Norway"], "seller": ["Stadler"], "quantity": [17]}),
    ("Orion is buying Medik8 from private equity firm Inflexion for about 1 billion euros.", {"seller": ["Inflexion"]}),
    ("Verano agreed to acquire Valmet's paper unit for 710 million euros.", {"buyer": ["Verano"], "seller": ["Valmet"]}),
    (
        "Britain will pay Thales 500 million pounds for 5,000 LMM missiles.",
        {"buyer": ["Britain"], "seller": ["Thales"], "hasValue": [(500_000_000, "GBP")]},
    ),
    ("Brussels Airlines ordered three A320neos, the airline said on Thursday.", {"hasDate": ["2021-06-10"]}),
    ("Hamburg ordered 60 buses from Solaris in May.", {"buyer": ["Hamburg"], "seller": ["Solaris"]}),
    ("Some 24 buses were purchased by the city of Quito from Yutong.", {"buyer": ["Quito"], "seller": ["Yutong"]}),
    ("Kuwait and Oman each ordered 20 ambulances from Volvo.", {"buyer": ["Oman"], "quantity": [20]}),
    (
        "A second order, for 40 Mistral missiles from MBDA, is under discussion.",
        {"seller": ["MBDA"], "status": ["planned"], "quantity": [40]},
    ),
    (
        "Shares of Kestrel jumped after Verano bought the German company for 3 billion euros.",
        {"buyer": ["Verano"], "hasValue": [(3_000_000_000, "EUR")]},
    ),
    (
        "Verano Foods agreed to buy Kestrel Dairy. NATO held a summit in Oslo. The company will pay $3 billion.",
        {"buyer": ["company"], "system": ["Kestrel Dairy"], "hasValue": [(3_000_000_000, "USD")]},
    ),
    (
        "Rheinmetall won an order from Hungary on Monday. It comprises 46 Lynx vehicles and will run for six years.",
        {"buyer": ["Hungary"], "seller": ["Rheinmetall"], "system": ["Lynx"], "quantity": [46]},
    ),
    (
        "Cemex is leaving the Philippines. The buyer of its unit there is DMCI Holdings. It will pay $305 million.",
        {"buyer": ["It"], "system": ["unit"], "hasValue": [(305_000_000, "USD")]},
    ),
    ("Orion is selling its dairy unit. The buyer is Verano Foods.", {"buyer": ["Verano Foods"], "seller": ["Orion"]}),
    ("Norway has ordered 20 buses for $9 million. The supplier is Volvo.", {"buyer": ["Norway"], "seller": ["Volvo"]}),
    (
        "Telia is selling its Danish arm. The buyer, Norlys, pays 6.25 billion kroner.",
        {"buyer": ["Norlys"], "seller": ["Telia"], "hasValue": [(6_250_000_000, "DKK")]},
    ),
    ("Norway needs frigates. It has ordered five from Navantia for $1 billion.", {"system": ["frigates"], "quantity": [5]}),
    ("When Orion needed money it sold its vet unit; Elanco bought it for $7.6 billion.", {"buyer": ["Elanco"], "system": ["vet unit"]}),
    ("Norway ordered five frigates from Navantia. The ships will cost $2 billion.", {"hasValue": [(2_000_000_000, "USD")]}),
    (
        "Carlsberg bid 3.1 billion pounds for Britvic on Monday, topping an offer of 2.9 billion from Suntory.",
        {"buyer": ["Suntory"], "hasValue": [(2_900_000_000, "GBP")]},
    ),
    (
        "Peru picked the F-16 after two years. It signed a contract with Lockheed Martin in May. Saab had offered the Gripen.",
        {"seller": ["Saab"], "system": ["Gripen"], "status": ["planned"]},
    ),
    (
        "Chile ordered two frigates from Navantia in 2019. Twelve Leopard 2A4 tanks bought from KNDS in 2007 are kept in Arica.",
        {"buyer": ["Chile"], "seller": ["KNDS"], "system": ["Leopard 2A4"]},
    ),
    ("Norway signed a contract for the Boxer, ordering 36 of the vehicles from KNDS.", {"system": ["Boxer"], "quantity": [36]}),
    ("In 2018, Thales sold three radars to Peru, and two more in 2020.", {"quantity": [2], "hasDate": ["2020"]}),
    ("In May 2018 Kenya ordered 12 trucks from Tatra and another four in 2020.", {"quantity": [12], "hasDate": ["2018-05"]}),
    (
        "The Senate approved the sale to Oman of 40 Abrams tanks, worth $900 million, and of 200 Stinger missiles for $80 million.",
        {"system": ["Stinger"], "quantity": [200], "hasValue": [(80_000_000, "USD")]},
    ),
    (
        "The Hurjet is not in service yet but has a taker: Spain signed a contract with Turkish Aerospace for 30 of the jets.",
        {"buyer": ["Spain"], "seller": ["Turkish Aerospace"], "quantity": [30], "status": ["signed"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda p: p[:60] if isinstance(p, str) else "")
def test_a_story_gives_the_deal(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text)]
    assert any(all(c.get(k) == v for k, v in expected.items()) for c in found), found


SILENT: list[tuple[str, str, Any]] = [
    ("The World Bank criticised the plan. The company ordered 40 buses from Volvo.", "buyer", "company"),
    ("The European Union met. Airbus and Thales will take part. The company will sell 12 satellites to Norway.", "seller", "company"),
    ("NATO has ordered six tankers. The firm will receive them in 2029.", "to", "firm"),
    ("Norway's Kestrel rose 5%. Verano is to buy the Danish company for 3 billion euros.", "buyer", "Verano"),
    ("Kestrel makes shoes. Orion is its rival. Verano Foods bought the company for 3 billion euros.", "buyer", "Verano Foods"),
    ("The likely buyer of Orion's dairy unit is Verano Foods.", "buyer", "Verano Foods"),
    ("The buyer of Orion's dairy unit is not Verano Foods.", "buyer", "Verano Foods"),
    ("Norway ordered 20 buses. Denmark ordered 30 trams. The supplier of parts is Volvo.", "seller", "Volvo"),
    ("Poland signed a contract with Hanwha. The report covers 20 tanks.", "system", "tanks"),
    ("Norway ordered five frigates from Navantia. The ships cost $300 million each.", "hasValue", (300_000_000, "USD")),
    ("Norway needs frigates and helicopters. It has ordered five from Navantia.", "system", "helicopters"),
    ("Kongsberg sold its plant in Texas to Verano Holdings.", "buyer", "Texas"),
    ("Verano bought Kestrel for $2 billion, serving a market of 3 million.", "hasValue", (3_000_000, "USD")),
    ("The jets that Norway bought from Saab are late, the minister said on Friday.", "hasDate", "2021-06-11"),
    ("Peru ordered 24 jets from Dassault. Chile ordered 12 from Embraer. Saab had offered the Gripen.", "system", "Gripen"),
    ("Oslo, 15 May - Norway bought six tankers. The Spanish navy took part. Four F-35 jets were ordered in 2019.", "buyer", "Spanish"),
    ("Spain's air force flies the Typhoon. BAE builds it, while Hensoldt contributes the Captor radar.", "buyer", "Spain"),
]


@pytest.mark.parametrize(("text", "property", "value"), SILENT, ids=lambda p: p[:60] if isinstance(p, str) else "")
def test_a_story_does_not_give(text: str, property: str, value: Any, claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind != "RoleHolding"]
    assert all(value not in c.get(property, []) for c in found), found
