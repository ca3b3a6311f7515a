from __future__ import annotations

import pytest

from kg.lexicon import Lexicon, load
from kg.resolution.words import Words


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> Words:
    return Words.of(lexicon)
