"""Which value does a fact show when its claims differ?"""

from kg.model import Argument, Claim, Evidence
from kg.resolution.slots import merged_arguments, preferred, support
from kg.values import Money, Quantity
from tests.resolution.build import count, money

TWELVE, TWENTY = count(12), count(20)


def claim(article: str, value: Quantity, copy_of: str = "") -> tuple[Quantity, Claim]:
    return value, Claim("Purchase", (Argument("quantity", value),), Evidence(article, 0, 1, "x", "test.rule", 0.9, copy_of))


def same(a: Quantity, b: Quantity) -> bool:
    return a == b


def test_copies_of_one_story_are_one_voice() -> None:
    said = [claim("wire", TWELVE), claim("post", TWELVE, "wire"), claim("herald", TWELVE, "wire"), claim("a", TWENTY), claim("b", TWENTY)]
    assert support(said) == {TWELVE: 1, TWENTY: 2}
    assert preferred(said, same, {}) == TWENTY


def test_without_copies_each_claim_counts() -> None:
    said = [claim("wire", TWELVE), claim("post", TWELVE), claim("herald", TWELVE), claim("a", TWENTY), claim("b", TWENTY)]
    assert preferred(said, same, {}) == TWELVE


def test_an_update_that_says_otherwise_still_has_its_say() -> None:
    said = [claim("wire", TWELVE), claim("wire update", TWENTY, "wire")]
    assert support(said) == {TWELVE: 1, TWENTY: 1}
    assert preferred(said, same, {"wire": "2023-05-09", "wire update": "2023-05-10"}) == TWENTY


def test_what_one_story_says_twice_counts_twice_as_before() -> None:
    assert support([claim("wire", TWELVE), claim("wire", TWELVE), claim("post", TWELVE, "wire")]) == {TWELVE: 2}


def priced(article: str, amount: int, status: str, approximate: bool = False) -> Claim:
    value = money(amount, about=approximate)
    return Claim("Purchase", (Argument("hasValue", value), Argument("status", status)), Evidence(article, 0, 1, "x", "test.rule", 0.9))


def shown(*claims: Claim) -> list[object]:
    return [a.value.amount for a in merged_arguments(claims, lambda m: None, {}) if isinstance(a.value, Money)]


def test_the_price_that_was_agreed_is_shown_not_an_earlier_offer() -> None:
    offers = [priced("a", 12_200, "planned"), priced("b", 12_200, "planned")]
    assert shown(*offers) == [12_200]
    assert shown(*offers, priced("a", 13_600, "signed")) == [13_600]


def test_an_exact_price_of_the_plan_stands_beside_a_rough_one_of_the_signing() -> None:
    assert shown(priced("a", 1_984, "planned"), priced("b", 2_000, "signed", approximate=True)) == [1_984]
