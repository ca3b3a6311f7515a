"""Deals that tell no buyer, or only "the navy": they are of the state that the story is of, if several signs say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.deals_told import Told, told

STORIES: list[tuple[str, list[Told]]] = [
    # the story begins with it, names it most, and it acts last
    (
        "Latvia will station its new battery at Adazi. Estonia has one already. Latvian officers want more. "
        "A contract with Diehl for two IRIS-T systems was signed in 2023.",
        [("Latvia", "Diehl", "IRIS-T", "2", "signed")],
    ),
    (
        "Oman will hold its exercise in May. Qatar will take part. Omani pilots will fly the Hawk. BAE Systems has offered 12 Typhoons.",
        [("Oman", "BAE Systems", "Typhoons", "12", "planned")],
    ),
    (
        "Malta has a new base. Libya complained. Maltese officers did not answer. Italy gave six AW139s in May.",
        [("Malta", "Italy", "AW139s", "6", "delivered")],
    ),
    # as many signs for its neighbour
    (
        "Latvia will station its new battery at Adazi. Estonia has one already. "
        "A contract with Diehl for two IRIS-T systems was signed in 2023.",
        [("", "Diehl", "IRIS-T", "2", "signed")],
    ),
    (
        "Oman and Qatar will hold an exercise in May. Omani pilots and Qatari pilots will fly. BAE Systems has offered 12 Typhoons.",
        [],
    ),
    # a part of a state buys, and no name says of which; others who have no name buy for themselves
    (
        "Ghana held a parade in Accra on Thursday. Togo sent a band. In May the navy ordered two OPV 50 patrol boats from Damen.",
        [("Ghana", "Damen", "OPV 50", "2", "signed")],
    ),
    (
        "Ghana held a parade in Accra on Thursday. Togo sent a band. In May the port ordered two OPV 50 patrol boats from Damen.",
        [("", "Damen", "OPV 50", "2", "signed")],
    ),
    # the state of a story may as well sell; what was bought in a country was not bought by it
    (
        "Norway marked the day with a parade. Sweden sent guests. Norwegian officers spoke. "
        "Talks with Saab on the purchase of six Gripens broke down in May.",
        [("Norway", "Saab", "Gripens", "6", "cancelled")],
    ),
    (
        "Norway marked the day with a parade. Sweden sent guests. Norwegian officers spoke. "
        "Talks on the sale of six Skjold corvettes broke down in May.",
        [],
    ),
    ("Chad opened a hangar on Monday. Niger and Mali sent guests. In it stood two H145Ms bought in Niger in 2020.", []),
    # a noun that tells nothing of its own may name a deal again
    (
        "Norway marked the day with a parade. Sweden sent guests. Norwegian officers spoke. The agreement on the F-16 followed in June.",
        [],
    ),
    # who gives in a story of gifts receives none
    (
        "Poland gave Ukraine 14 MiG-29s in May. Polish officers said more would follow. Poland has asked others. "
        "Slovakia and Spain gave 33 Leopard 2s.",
        [("Ukraine", "Poland", "MiG-29s", "14", "delivered"), ("Ukraine", "Slovakia, Spain", "Leopard 2s", "33", "delivered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[t[:60] for t, _ in STORIES])
def test_whose_deal_a_story_tells(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Africa's Denel lost a tender in Malaysia to Turkey's FNSS. The country will now buy 100 Pars vehicles.", []),
        ("South Africa's Denel showed its guns in May. The country will now buy 100 G6 guns.", ["country"]),
        ("Chad's army paraded in Niger. The country has ordered 20 Pars vehicles from FNSS.", ["country"]),
    ],
)
def test_the_country_is_no_firms_home_where_others_are_named(text: str, expected: list[str], claims: Callable[..., list[Claim]]) -> None:
    assert [t[0] for t in told(claims(text))] == expected
