"""Where is a name at home, and who is known to have held office where?"""

from __future__ import annotations

import pytest

from kg.extraction.roles.origins import origins, stretches
from kg.extraction.roles.statesmen import is_first_name
from kg.lexicon import Lexicon

NAMES = [
    ("Bambang Sutrisno", "ID", "IT"),
    ("Wolfgang Becker", "DE", "US"),
    ("Kowalczyk", "PL", "FR"),
    ("Nguyen Van Hung", "VN", "CN"),
    ("Gábor Szabó", "HU", "SK"),
]


@pytest.mark.parametrize(("name", "here", "there"), NAMES)
def test_a_name_is_likelier_where_statesmen_have_such_names(name: str, here: str, there: str, words: Lexicon) -> None:
    found = origins(words)
    assert found.likeness(name, here) > max(0.0, found.likeness(name, there))


def test_a_state_without_names_and_a_name_without_letters_tell_nothing(words: Lexicon) -> None:
    assert origins(words).likeness("Bambang Sutrisno", "XX") == 0.0
    assert origins(words).likeness("", "ID") == 0.0


def test_letters_count_plain_and_within_their_words() -> None:
    assert stretches("Ñu-Bo") == stretches("nu bo") == {"^n", "nu", "u$", "^nu", "nu$", "^nu$", "^b", "bo", "o$", "^bo", "bo$", "^bo$"}


def test_a_first_name_is_told_from_a_title(words: Lexicon) -> None:
    assert is_first_name("Dean", words) and not is_first_name("Bishop", words)
