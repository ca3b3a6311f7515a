"""The shipped transformer pipeline as spaCy sees it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg import language

TEXT = "Turkey bought four ferries from Acme Corp. for $5bn.\n\nDefence Minister Selin Aydar said so in Kiel."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language.load("news")


def annotations(doc: Doc) -> list[object]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc]


def test_each_word_has_a_vector_and_white_space_has_none(nlp: Language) -> None:
    doc = nlp(TEXT)
    spaces = [token.is_space for token in doc]
    assert doc.tensor.shape[0] == len(doc) and doc.tensor.dtype == np.float32
    assert (np.abs(doc.tensor).sum(axis=1) == 0).tolist() == spaces


def test_a_model_that_was_saved_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert annotations(again(TEXT)) == annotations(nlp(TEXT))


def test_documents_do_not_colour_each_other(nlp: Language) -> None:
    texts = [TEXT, "Kiel ordered two ferries.", "", "A third."]
    together = [annotations(doc) for doc in nlp.pipe(texts, batch_size=4)]
    assert together == [annotations(nlp(text)) for text in texts]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kiel", "said", "“", "”", ".", "\n\n", "\n", "S-400", "x" * 300, "é", "🙂", "'s", "\u200b", "艦"]), max_size=30
    )
)
def test_any_words_give_trees_with_one_root_a_sentence(nlp: Language, words: list[str]) -> None:
    doc = nlp(Doc(nlp.vocab, words=words))
    assert [token.text for token in doc] == words
    for sent in doc.sents:
        assert len([token for token in sent if token.head.i == token.i]) == 1
        assert all(sent.start <= token.head.i < sent.end for token in sent)
        assert all((token.dep_ == "ROOT") == (token.head.i == token.i) for token in sent if not token.is_space)


def test_sentence_starts_that_are_set_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("Kiel ordered ferries . It paid in cash .")
    for token in doc:
        token.is_sent_start = token.text == "paid"
    assert [sent.start for sent in nlp(doc).sents] == [0, 5]


def test_a_paragraph_opens_a_sentence(nlp: Language) -> None:
    assert [sent.text.strip() for sent in nlp("shipyard in Kiel\n\nordered by Acme").sents] == ["shipyard in Kiel", "ordered by Acme"]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The yard unveiled two ships.", "unveiled", "unveil"),
        ("The deal was cancelled.", "cancelled", "cancel"),
        ("They objected to it.", "objected", "object"),
        ("He was prosecuted.", "prosecuted", "prosecute"),
        ("Deliveries begin in May.", "Deliveries", "delivery"),
        ("The companies agreed.", "companies", "company"),
        ("The Norwegian yard closed.", "Norwegian", "Norwegian"),
        ("The jets flew home.", "The", "the"),
        ("The jets flew home.", "flew", "fly"),
    ],
)
def test_lemmas(nlp: Language, text: str, word: str, lemma: str) -> None:
    assert [token.lemma_ for token in nlp(text) if token.text == word] == [lemma]


def test_an_amount_that_is_one_token_is_read_as_its_norm(nlp: Language) -> None:
    words = ["Kiel", "paid", "5.6 trillion won", "for", "ferries", "."]
    doc = Doc(nlp.vocab, words=words)
    nlp.vocab["5.6 trillion won"].norm_ = "dollars"
    plain = nlp(Doc(nlp.vocab, words=["dollars" if word == words[2] else word for word in words]))
    assert [token.head.i for token in nlp(doc)] == [token.head.i for token in plain]
