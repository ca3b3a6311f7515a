"""Deals of civil business: shares told by who had them, works under a contract, what a rival, a court or a state made of a bid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from kg.values import Money
from tests.extraction.deals_told import Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose a share was, and what it is of
        ("Danone bought the 40 percent that Nestle held in Arla Foods for $200 million.",
         [("Danone", "Nestle", "Arla Foods", "40", "signed")]),
        ("Danone watched the 40 percent that Nestle held in Lactalis.", []),
        ("Danone bought the 40 percent of Lactalis it did not own from Nestle.", [("Danone", "Nestle", "Lactalis", "40", "signed")]),
        ("Danone paid $310 million to Nestle for 50 percent plus one share of Lactalis.",
         [("Danone", "Nestle", "Lactalis", "50", "signed")]),
        ("Qantas is a carrier. Danone sold a 49 percent stake in the carrier to Nestle.",
         [("Nestle", "Danone", "carrier", "49", "signed")]),
        ("Danone sold a 49 percent stake in the idea to Nestle.", []),
        ("A 22 percent stake in Lactalis was taken over from Nestle in March.", [("", "Nestle", "Lactalis", "22", "signed")]),
        ("Unilever agreed to buy Nestle's Arla Foods unit for $2 billion.", [("Unilever", "Nestle", "Arla Foods", "", "signed")]),
        # what became of it
        ("Danone had its $2 billion takeover of Lactalis vetoed by the cabinet.", [("its", "", "Lactalis", "", "cancelled")]),
        ("Danone saw its $2 billion bid for Lactalis rejected by the board.", [("its", "", "Lactalis", "", "planned")]),
        # who acts for whom
        ("Qantas chairman Ann Lee announced the lease of ten Boeing 737s.", [("Qantas", "", "Boeing 737s", "10", "signed")]),
        ("Siemens will supply 27 turbines to Kestrel Energy's wind farm.", [("Kestrel Energy", "Siemens", "turbines", "27", "signed")]),
        ("Unilever ordered 250 lorries from Volvo and 220 from Scania.",
         [("Unilever", "Volvo", "lorries", "250", "signed"), ("Unilever", "Scania", "lorries", "220", "signed")]),
        ("Maersk placed an order for 12 newbuildings at Hyundai Heavy Industries.",
         [("Maersk", "Hyundai Heavy Industries", "newbuildings", "12", "signed")]),
        # two sentences
        ("Alstom is selling its Polish signalling unit. Hitachi will pay 300 million euros for the business.",
         [("Hitachi", "Alstom", "Polish signalling unit", "", "signed")]),
        ("Alstom is selling its Polish signalling unit. Hitachi will pay 300 million euros for the fuel.", []),
        # two that are merged
        ("Shareholders agreed to merge the brewers Heineken and Carlsberg.", [("Heineken", "", "Carlsberg", "", "signed")]),
        ("Shareholders agreed to merge two streets.", []),
    ],
)  # fmt: skip
def test_what_companies_buy_of_each_other(text: str, expected: list[Told], extracted: Callable[..., Extraction]) -> None:
    assert told(extracted(text).claims) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Balfour Beatty has won a 40 million pound contract to build a school for Glasgow City Council.",
         [("Glasgow City Council", "Balfour Beatty", "school", "", "signed")]),
        ("Kenya has cancelled a contract with Adani to run Nairobi airport.", [("Kenya", "Adani", "Nairobi airport", "", "cancelled")]),
        ("Uganda signed a $3 billion contract with Bechtel for the construction of a railway.",
         [("Uganda", "Bechtel", "railway", "", "signed")]),
        ("The Ugandan government and Italy's Webuild signed the contract for a section of the Kampala Metro.",
         [("Ugandan", "Webuild", "Kampala Metro", "", "signed")]),
        ("Bechtel bought a school in Kampala.", []),
        ("Uganda is looking at a school.", []),
        ("Uganda signed agreements with three contractors for the railway.", []),
        ("Renfe is paying Cambio $9 million for a records system.", [("Renfe", "Cambio", "records system", "", "signed")]),
        ("Renfe is paying Cambio $9 million for advice.", []),
    ],
)  # fmt: skip
def test_works_are_what_a_contract_is_for(text: str, expected: list[Told], extracted: Callable[..., Extraction]) -> None:
    assert told(extracted(text).claims) == expected


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Danone bought 20 percent of Lactalis in a deal that values the dairy at $2 billion.", []),
        ("Danone bought Lactalis in a deal that values the dairy at $2 billion.", [2_000_000_000]),
        ("Danone bought 20 percent of Lactalis, valuing the stake at $2 billion.", [2_000_000_000]),
        ("Danone acquired the half of Lactalis that it did not own for $65 million.", [65_000_000]),
    ],
)
def test_a_part_costs_less_than_the_whole_is_worth(text: str, amounts: list[int], extracted: Callable[..., Extraction]) -> None:
    values = [v for c in extracted(text).claims for v in c.values("hasValue")]
    assert [int(v.amount) for v in values if isinstance(v, Money)] == amounts
