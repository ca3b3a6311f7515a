import pytest

from kg import lexicon as words
from kg.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return words.load()
