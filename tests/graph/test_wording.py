from decimal import Decimal

import pytest

from kg.graph.wording import fact_label, value_text
from kg.model import Mention, Ref, Value
from kg.values import Date, Money, Quantity
from tests.graph.sample import fact

LABELS = {"country-turkey": "Turkey", "person-x": "A. X", "system-s-400": "S-400"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Ref("country-turkey"), "Turkey"),
        (Ref("country-nowhere"), "country-nowhere"),
        (Mention("a", 0, 6, "Ankara", "Country"), "Ankara"),
        (Date(2017, 12, text="last December"), "2017-12 (last December)"),
        (Date(2017, approximate=True), "about 2017"),
        (Money(Decimal("2.5E9"), "USD", True, "about $2.5bn"), "about 2500000000 USD (about $2.5bn)"),
        (Quantity(Decimal(4), "battery", False, "four batteries"), "4 battery (four batteries)"),
        (Quantity(Decimal(4)), "4"),
        ("signed", "signed"),
    ],
)
def test_a_value_is_said_with_the_words_it_was_read_from(value: Value, text: str) -> None:
    assert value_text(value, LABELS) == text


def test_a_purchase_is_named_by_buyer_goods_and_date() -> None:
    deal = fact(
        "d",
        "Purchase",
        buyer=Ref("country-turkey"),
        system=Ref("system-s-400"),
        quantity=Quantity(Decimal(4)),
        hasDate=Date(2017),
        status="signed",
    )
    assert fact_label(deal, "purchase", LABELS) == "purchase: Turkey, 4 S-400, 2017 (signed)"


def test_a_role_holding_is_named_by_holder_and_title() -> None:
    holding = fact("h", "RoleHolding", holder=Ref("person-x"), title="president", of=Ref("country-turkey"), status="former")
    assert fact_label(holding, "role holding", LABELS) == "role holding: A. X, president of Turkey (former)"


def test_a_fact_with_nothing_to_say_is_named_by_its_id() -> None:
    assert fact_label(fact("deal-9", "Deal"), "deal", LABELS) == "deal: deal-9"
