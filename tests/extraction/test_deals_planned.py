"""Deals that are only meant: goods put up for sale, bids asked for, rivals' offers; how far papers, purposes and prices take a deal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.deals_told import Told, told
from tests.extraction.test_deals import slots

DEALS: list[tuple[str, list[Told]]] = [
    # put up for sale, whoever may come
    ("Norway has put six F-16 fighters up for sale.", [("", "Norway", "F-16", "6", "planned")]),
    ("Chad put four AW139 helicopters up for auction.", [("", "Chad", "AW139", "4", "planned")]),
    ("Oman has put 12 Typhoon jets on the market.", [("", "Oman", "Typhoon", "12", "planned")]),
    ("Brunei is offering 16 Scorpion tanks for sale.", [("", "Brunei", "Scorpion", "16", "planned")]),
    ("Norway has put six F-16 fighters up for discussion.", []),
    ("Norway has put six F-16 fighters on display.", []),
    ("Norway's six F-16 fighters are not for sale.", []),
    # offered to somebody
    ("BAE Systems is marketing the Typhoon to Kuwait.", [("Kuwait", "BAE Systems", "Typhoon", "", "planned")]),
    ("BAE Systems is marketing the Typhoon to young people.", []),
    # bids are asked for
    ("Romania has invited bids for 200 Boxer vehicles.", [("Romania", "", "Boxer", "200", "planned")]),
    ("Romania is seeking offers for 12 Orka boats.", [("Romania", "", "Orka", "12", "planned")]),
    ("Romania is seeking offers for cleaning.", []),
    # what a buyer has in view
    ("Kenya has pencilled in 12 Super Tucano aircraft.", [("Kenya", "", "Super Tucano", "12", "planned")]),
    ("Kenya has pencilled in a visit by two frigates.", []),
    # offers of rivals by a name alone
    (
        "Saab has offered Peru the Gripen E and Lockheed Martin its F-16 Block 70.",
        [("Peru", "Saab", "Gripen E", "", "planned"), ("Peru", "Lockheed Martin", "F-16 Block 70", "", "planned")],
    ),
    (
        "Britain has offered Denmark 24 Boxer vehicles and Chile six F-16 fighters.",
        [("Denmark", "Britain", "Boxer", "24", "planned"), ("Denmark", "Chile", "F-16", "6", "planned")],
    ),
    ("Boeing offered Canada the Super Hornet and praised its P-8A.", [("Canada", "Boeing", "Super Hornet", "", "planned")]),
    ("Norway offered Ukraine six F-16s, and Kyiv its thanks.", [("Ukraine", "Norway", "F-16s", "6", "planned")]),
    # what is still to be ordered
    ("The list has 18 Archer howitzers, to be ordered from BAE Systems.", [("", "BAE Systems", "Archer", "18", "planned")]),
    ("The list has 18 Archer howitzers, ordered from BAE Systems.", [("", "BAE Systems", "Archer", "18", "signed")]),
    # what a firm is to do under a contract
    (
        "Thales is to provide eight Mistral 3 launchers to Kenya under a deal worth $9 million.",
        [("Kenya", "Thales", "Mistral 3", "8", "signed")],
    ),
    (
        "Thales is to provide eight Mistral 3 launchers to Kenya under a memorandum worth $9 million.",
        [("Kenya", "Thales", "Mistral 3", "8", "planned")],
    ),
]

Values = list[list[tuple[int, str]]]

# (text, value of each deal, in reading order)
PRICES: list[tuple[str, Values]] = [
    ("Romania signed a $5 billion contract with Hanwha for 54 K9 howitzers and 36 K10 vehicles.", [[(5_000_000_000, "USD")]] * 2),
    (
        "Spain ordered 13 H135 helicopters, six H175 helicopters and 31 NH90s for 4 billion euros.",
        [[(4_000_000_000, "EUR")]] * 3,
    ),
    ("Romania ordered 54 K9 howitzers for $3 billion and 36 K10 vehicles.", [[(3_000_000_000, "USD")], []]),
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_what_is_meant_and_what_is_made(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(("text", "expected"), PRICES, ids=[t[:60] for t, _ in PRICES])
def test_one_price_of_several_goods_is_that_of_each(text: str, expected: Values, claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c).get("hasValue", []) for c in claims(text) if c.kind == "Purchase"]
    assert found == expected
