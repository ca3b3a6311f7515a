"""What the tests of training share: a reader of examples, and passages of their own with facts."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from kg.language.encoder.wordpieces import Wordpieces
from kg.language.slots.network import PIECES_OF
from kg.lexicon import Lexicon
from kg.training.examples import Example, Reader

ORDER = (
    "Norway ordered the Leopard 2A8 from KNDS for 1.9 billion euros in February. The Leopard 2A8 will be delivered to Norway by 2028. "
    "Defence Minister Ada Berg signed the contract, and Berg smiled."
)
FACTS: dict[str, Any] = {
    "id": "own-001",
    "roles": [
        {"person": "Ada Berg", "title": "Defence Minister", "of": "Norway", "status": "current", "evidence": "Defence Minister Ada Berg"}
    ],
    "deals": [
        {
            "kind": "purchase",
            "status": "signed",
            "buyer": ["Norway"],
            "seller": ["KNDS"],
            "maker": [],
            "system": ["Leopard 2A8"],
            "quantity": None,
            "value": ["1.9 billion euros"],
            "date": "February",
            "evidence": "Norway ordered the Leopard 2A8 from KNDS",
        }
    ],
    "deliveries": [
        {
            "system": "Leopard 2A8",
            "to": "Norway",
            "from": None,
            "quantity": None,
            "start": None,
            "end": "2028",
            "status": "expected",
            "evidence": "The Leopard 2A8 will be delivered to Norway by 2028",
        }
    ],
}
VISIT = "Spain showed the Super Tucano to Chile in Madrid. General Ivo Maric of the Chilean Air Force watched. Navantia had no part in it."
NOTHING: dict[str, Any] = {"id": "own-002", "roles": [], "deals": [], "deliveries": []}


@pytest.fixture(scope="session")
def reader(nlp: Language, words: Lexicon) -> Reader:
    return Reader(nlp, words, Wordpieces.from_disk(PIECES_OF))


@pytest.fixture(scope="session")
def order(reader: Reader) -> Example:
    """A passage with a deal, a delivery and a post."""
    return reader.example(FACTS, ORDER)[0]


@pytest.fixture(scope="session")
def visit(reader: Reader) -> Example:
    """A passage without facts."""
    return reader.example(NOTHING, VISIT)[0]
