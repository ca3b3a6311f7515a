from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolution.names import alike, fold, is_within, joined_initials, romanised, skeleton, slug, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Mir-Mohammadi", "mir mohammadi"),
        ("Turkey's", "turkey"),
        ("Hizir\n Reis", "hizir reis"),
        ("Kießling", "kiessling"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [("cavusoglu", "cavusoglou"), ("mikheev", "mikheyev"), ("zelensky", "zelenskyy"), ("khamenei", "khameney"), ("mcilwain", "mcillwain")],
)
def test_romanisations_of_one_name(left: str, right: str) -> None:
    assert romanised(left) == romanised(right)


@pytest.mark.parametrize(
    ("left", "right"), [("petersen", "peterson"), ("marin", "moreno"), ("kim", "kang"), ("clinton", "clayton"), ("orban", "urban")]
)
def test_other_names_have_other_romanisations(left: str, right: str) -> None:
    assert romanised(left) != romanised(right)


def test_alike_needs_the_same_consonants() -> None:
    assert alike("mohamed", "muhammad")
    assert not alike("marin", "moreno")
    assert not alike("petersen", "peterson") and not alike("marin", "marina") and not alike("maria", "mario")
    assert skeleton("mohamed") == skeleton("muhammad")


def test_slug_and_initials() -> None:
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"
    assert slug("…") == ""
    assert joined_initials(tokens("J.C. Flowers")) == ("jc", "flowers")
    assert joined_initials(tokens("U.S. Army")) == tokens("US Army")


def test_is_within() -> None:
    assert is_within(("rotem",), ("hyundai", "rotem"))
    assert not is_within(("hyundai", "motor"), ("hyundai", "rotem", "motor"))
