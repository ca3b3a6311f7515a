"""Amounts of money are one token each, whatever stands around them."""

from __future__ import annotations

import spacy

from kg.language.amount_tokens import merge_amounts
from kg.lexicon import Lexicon

NLP = spacy.blank("en")


def test_a_full_stop_behind_an_amount_is_none_of_it(words: Lexicon) -> None:
    doc = merge_amounts(NLP.make_doc("It paid $120m. Then it paid £3bn."), words)
    assert [t.text for t in doc] == ["It", "paid", "$120m", ".", "Then", "it", "paid", "£3bn", "."]


def test_an_hour_keeps_its_stops(words: Lexicon) -> None:
    assert [t.text for t in merge_amounts(NLP.make_doc("It left at 3 p.m. in May."), words)][4] == "p.m."
