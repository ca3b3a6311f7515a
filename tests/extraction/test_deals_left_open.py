"""Deals whose verb lacks its subject in the parse, is "let have", or tells a buyer whom no rule can name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.deals_told import Told, told

DEALS: list[tuple[str, list[Told]]] = [
    # the subject of a clause in front of another
    (
        "The yard has two rivals: Kenya bought 12 H145Ms last December, for some $370 million, Chile has raised its order for frigates.",
        [("Kenya", "", "H145Ms", "12", "signed")],
    ),
    ("The officials had two guests: Kenya bought breakfast, Chile has raised its glass.", []),
    # let somebody have
    ("Chile let Kenya have six UH-1H helicopters.", [("Kenya", "Chile", "UH-1H", "6", "delivered")]),
    ("Chile let Kenya have its say on helicopters.", []),
    # goods without a name, bought by somebody whom no rule can name, where the story names systems too
    (
        "The K9 howitzers were on show. The old port had bought four cranes from Kestrel Motors in May.",
        [("", "Kestrel Motors", "cranes", "4", "signed")],
    ),
    ("The K9 howitzers were on show. Kestrel Motors sold four cranes in May.", []),
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_what_is_told_of_a_deal_with_an_open_side(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected
