"""Deals by their wording: goods behind a preposition, parts of companies, several sellers, two firms that sign, what is called off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Mention

Told = tuple[str, str, str, str]


def told(claims: list[Claim]) -> list[Told]:
    """(kind, buyers, sellers, systems) of every claim that is no post, names joined by commas."""

    def names(claim: Claim, property: str) -> str:
        return ", ".join(v.text for v in claim.values(property) if isinstance(v, Mention))

    return [(c.kind, names(c, "buyer"), names(c, "seller"), names(c, "system")) for c in claims if c.kind != "RoleHolding"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iberia signed with Airbus for eight A321XLRs.", [("Purchase", "Iberia", "Airbus", "A321XLRs")]),
        ("Argentina will pay Denmark $300 million for 24 F-16 jets.", [("Purchase", "Argentina", "Denmark", "F-16")]),
        ("BlackRock took a 10 percent stake in Vossloh.", [("Acquisition", "BlackRock", "", "Vossloh")]),
        ("Oman bought 60 buses from Yutong and 25 from Solaris.",
         [("Purchase", "Oman", "Yutong", "buses"), ("Purchase", "Oman", "Solaris", "buses")]),
        ("Chile and Peru each ordered two patrol vessels from Damen.",
         [("Purchase", "Chile", "Damen", "patrol vessels"), ("Purchase", "Peru", "Damen", "patrol vessels")]),
        ("Hapag-Lloyd and UASC have merged.", [("Acquisition", "Hapag-Lloyd", "", "UASC")]),
        ("Maersk leased four tankers to Norway.", [("Lease", "Norway", "Maersk", "tankers")]),
        ("Shipowner Costamare signed a contract with Hyundai Mipo for six tankers.",
         [("Purchase", "Costamare", "Hyundai Mipo", "tankers")]),
        ("Airbus signed a deal with Kenya Airways for ten A320s.", [("Purchase", "Kenya Airways", "Airbus", "A320s")]),
        ("Verano and Kestrel signed a contract for ten trains.", []),
        ("Stuttgart ordered 20 trams from Siemens.", [("Purchase", "Stuttgart", "Siemens", "trams")]),
        ("Two jets were bought in Stuttgart.", []),
        ("Any country that buys the S-400 from Russia risks sanctions.", []),
        ("A merger between Verano Foods and Kestrel Dairies would be the fifth deal this year.", []),
        ("The minister opted for the train.", []),
    ],
)  # fmt: skip
def test_a_deal_is_read_whatever_words_it_is_put_in(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The sale of 20 Typhoon jets to Turkey will not go ahead.", "cancelled"),
        ("The sale of 20 Typhoon jets to Turkey went ahead.", "signed"),
        ("The Sejm gave its consent on Thursday to the purchase of 96 Apache helicopters.", "approved"),
        ("Norway backed away from buying 18 Super Hornets from Boeing.", "cancelled"),
        ("Qatar has cancelled 39 A380s.", "cancelled"),
    ],
)
def test_a_third_word_gives_the_status(text: str, status: str, claims: Callable[..., list[Claim]]) -> None:
    assert [c.values("status")[0] for c in claims(text) if c.kind != "RoleHolding"] == [status]


def test_a_part_told_in_one_word_is_a_percentage(claims: Callable[..., list[Claim]]) -> None:
    quantity = claims("KKR bought a quarter of the ports group Peel for 600 million pounds.")[0].values("quantity")[0]
    assert getattr(quantity, "number", None) == 25 and getattr(quantity, "unit", None) == "percent"
