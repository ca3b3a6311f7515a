"""A passage is read as an article is: its dateline tells the place, and nothing in the text."""

from __future__ import annotations

from typing import Any

import pytest

from kg.lexicon import Lexicon
from kg.training.examples import Reader
from kg.training.labels import NotInPassage
from kg.training.passages import article_of, behind_dateline
from tests.training.conftest import FACTS, NOTHING

BEHIND = "The government ordered 12 Leopard 2A8 from KNDS, Defence Minister Ada Berg said."
TEXT = f"OSLO, March 3 (Nordwire) - {BEHIND}"


def told(**parts: Any) -> dict[str, Any]:
    """The facts with one deal, of which the dateline says nothing."""
    deal = FACTS["deals"][0] | {"buyer": [], "value": [], "date": None, "evidence": "The government ordered 12 Leopard 2A8"}
    return NOTHING | {"deals": [deal | parts]}


def test_what_only_the_dateline_names_is_open(words: Lexicon) -> None:
    article = article_of(NOTHING, TEXT, words)
    assert (article.text, article.place) == (BEHIND, "OSLO")
    facts = behind_dateline(told(buyer=["OSLO"], date="March 3"), TEXT, article.text)
    (deal,) = facts["deals"]
    assert (deal["buyer"], deal["date"], deal["seller"], deal["system"]) == ([], None, ["KNDS"], ["Leopard 2A8"])


def test_evidence_that_begins_in_the_dateline_goes_on_behind_it(words: Lexicon) -> None:
    facts = behind_dateline(told(evidence=TEXT[:30] + BEHIND[3:20]), TEXT, BEHIND)
    assert facts["deals"][0]["evidence"] == BEHIND[:20]


def test_a_passage_without_a_dateline_keeps_its_facts(words: Lexicon) -> None:
    facts = told(buyer=["government"])
    assert behind_dateline(facts, BEHIND, article_of(NOTHING, BEHIND, words).text) is facts


def test_words_that_stand_nowhere_are_told(reader: Reader) -> None:
    with pytest.raises(NotInPassage, match="SAAB"):
        reader.example(told(seller=["SAAB"]), TEXT)
    example, missed = reader.example(told(buyer=["OSLO"]), TEXT)
    assert len(example.labels.deals) == 1
    assert not missed
