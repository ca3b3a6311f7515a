from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.lemmas import mend_lemmas
from kg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("form", "guess", "lemma"),
    [
        ("cancelled", "cancell", "cancel"),
        ("unveiled", "unveile", "unveil"),
        ("leased", "leas", "lease"),
        ("rose", "rose", "rise"),
        ("Bought", "bought", "buy"),
        ("lent", "lent", "lend"),
        ("bidding", "bidd", "bid"),
        ("buys", "buys", "buy"),
        ("signed", "sign", "sign"),  # right: untouched
        ("glorped", "glorp", "glorp"),  # unknown: the model's guess stays
    ],
)
def test_verbs_get_a_base_form_that_is_a_verb(words: Lexicon, form: str, guess: str, lemma: str) -> None:
    doc = Doc(Vocab(), words=[form], pos=["VERB"], lemmas=[guess])
    mend_lemmas(doc, words)
    assert doc[0].lemma_ == lemma


def test_nouns_keep_their_lemma(words: Lexicon) -> None:
    doc = Doc(Vocab(), words=["rose"], pos=["NOUN"], lemmas=["rose"])
    mend_lemmas(doc, words)
    assert doc[0].lemma_ == "rose"
