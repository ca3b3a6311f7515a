"""Who sells by the words around goods, and which goods are meant by words that take up others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.goods.unnamed import GENERIC
from kg.model import Claim, Mention
from tests.extraction.deals_told import Told, told

Claims = Callable[[str], list[Claim]]

SELLERS: list[tuple[str, Told]] = [
    # whose goods they are
    ("Denmark has leased Kongsberg's NASAMS system for a year.", ("Denmark", "Kongsberg", "NASAMS", "", "signed")),
    ("Kuwait's order for Leonardo's AW139 helicopters is worth $200 million.", ("Kuwait", "Leonardo", "AW139", "", "signed")),
    ("Orion acquired Verano's 20 percent stake in Kestrel for $960 million.", ("Orion", "Verano", "Kestrel", "20", "signed")),
    ("Orion has raised its 12 percent stake in Kestrel for $10 million.", ("Orion", "", "Kestrel", "12", "signed")),
    (
        "Leonardo made a profit, helped by the sale of its 12 AW139 helicopters to Kuwait.",
        ("Kuwait", "its", "AW139", "12", "signed"),
    ),
    # where they were bought
    ("Chile bought 12 Leopard 2 tanks in Germany last year.", ("Chile", "Germany", "Leopard 2", "12", "signed")),
    ("Poland bought 32 F-35 jets for use in Germany.", ("Poland", "", "F-35", "32", "signed")),
    ("Poland bought 32 F-35 jets in 2020 and based some in Iceland.", ("Poland", "", "F-35", "32", "signed")),
    # whom a state asks, who is chosen, with whom an order is placed
    ("Namibia had asked Brazil for Super Tucano aircraft in 2020.", ("Namibia", "Brazil", "Super Tucano", "", "planned")),
    ("Denmark picked Kongsberg to supply four NASAMS batteries.", ("Denmark", "Kongsberg", "NASAMS", "4", "signed")),
    ("Norway has placed with Nammo an order for 900 M72 launchers.", ("Norway", "Nammo", "M72 launchers", "900", "signed")),
    # who tells of a sale
    (
        "The US Defense Security Cooperation Agency notified Congress of a possible sale to Denmark of three P-8A Poseidon aircraft.",
        ("Denmark", "US", "P-8A Poseidon", "3", "approved"),
    ),
    ("The US has notified lawmakers of the proposed sale of 40 F-16 jets to Turkey.", ("Turkey", "US", "F-16", "40", "planned")),
    # by what stands behind goods and a comma
    (
        "A deal for 30 K9 howitzers, signed by Estonia with Hanwha in September, runs for ten years.",
        ("Estonia", "Hanwha", "K9", "30", "signed"),
    ),
]


@pytest.mark.parametrize(("text", "deal"), SELLERS)
def test_the_words_around_goods_tell_who_sells(claims: Claims, text: str, deal: Told) -> None:
    assert told(claims(text)) == [deal]


TAKEN_UP: list[tuple[str, str]] = [
    ("Canada flies the P-8A Poseidon. It bought fourteen of the submarine hunters from the United States in 2023.", "P-8A Poseidon"),
    ("The army has the Bushmaster. Kenya bought 105 of the carriers from Thales in 2001.", "Bushmaster"),
    ("Chile has the Gripen. It bought 105 of the tanks from Verano Group in 2001.", ""),
    ("Chile has the Bushmaster and the Hawkei. It bought 105 of the carriers from Thales in 2001.", ""),
]


@pytest.mark.parametrize(("text", "name"), TAKEN_UP)
def test_some_of_known_goods_are_those_named_last(claims: Claims, text: str, name: str) -> None:
    (claim,) = [c for c in claims(text) if c.kind == "Purchase"]
    (system,) = claim.values("system")
    assert isinstance(system, Mention)
    assert (system.chain < GENERIC) == bool(name)


def test_a_clause_on_one_of_two_firms_is_not_of_both(claims: Claims) -> None:
    text = "Canada has two bidders. Hanwha Ocean, offering Canada the KSS-III submarine, and TKMS, of Kiel, have until March to bid."
    (offer,) = [c for c in claims(text) if c.kind == "Purchase"]
    assert [m.text for m in offer.values("seller") if isinstance(m, Mention)] == ["Hanwha Ocean"]
