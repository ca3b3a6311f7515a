"""Deals that stand in a participle at their goods, where the parser may see a verb of its own, and whose buyer is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.deals_told import Told, told

DEALS: list[tuple[str, list[Told]]] = [
    # a participle read as a verb of its own
    (
        "They recalled the eight Chinook helicopters bought from Boeing in 1995 for £259 million that sat in a shed.",
        [("", "Boeing", "Chinook", "8", "signed")],
    ),
    (
        "The armed forces of Chad fly six armed drones, Bayraktar TB2s bought from Baykar in 2022, and three Herons.",
        [("Chad", "Baykar", "Bayraktar TB2s", "", "signed")],
    ),
    ("The Gripen bought time for the air force of Chad.", []),
    ("The helicopters of Chad supplied the garrison for a month.", []),
    # a participle behind a comma, at the goods right before it and not at what the parser hung it on
    (
        "An advance party arrived in Chad to survey sites for the Cheongung-II air defence system, bought two years ago for $2.8 billion.",
        [("Chad", "", "Cheongung-II", "", "signed")],
    ),
    ("A spokesman for the port of Chad presented the Patriot batteries to the press, bought lunch and left.", []),
    # who has them has bought them
    (
        "Kenya already fields four air-surveillance radars, acquired from Verano Systems in 2020 for 10 billion yen.",
        [("Kenya", "Verano Systems", "air-surveillance radars", "4", "signed")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_what_is_told_of_a_deal_in_passing(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected
