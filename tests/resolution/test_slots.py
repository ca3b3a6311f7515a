"""Which value does a fact show when its claims differ?"""

from kg.model import Argument, Claim, Evidence
from kg.resolution.slots import preferred, support
from kg.values import Quantity
from tests.resolution.build import count

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
