from __future__ import annotations

from itertools import pairwise

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.slots.windows import PIECES, home_of, stretches

VOCAB = spacy.blank("en").vocab
WORDS = st.lists(st.tuples(st.sampled_from(["Kiel", "ordered", ".", "\n\n", " "]), st.integers(1, 150), st.booleans()), max_size=60)


def doc_of(words: list[tuple[str, int, bool]]) -> tuple[Doc, list[int]]:
    """A text of (word, pieces, whether a sentence begins), and the pieces of its tokens."""
    texts = [word for word, _, _ in words]
    doc = Doc(VOCAB, words=texts, spaces=[False] * len(words), sent_starts=[k == 0 or starts for k, (_, _, starts) in enumerate(words)])
    return doc, [0 if t.is_space else size for t, (_, size, _) in zip(doc, words, strict=True)]


@given(WORDS)
def test_every_word_is_read_unless_its_sentence_is_too_long(words: list[tuple[str, int, bool]]) -> None:
    doc, sizes = doc_of(words)
    read = {i for stretch in stretches(doc, sizes) for i in stretch}
    assert not any(doc[i].is_space for i in read)
    for sentence in doc.sents if len(doc) else ():
        if sum(sizes[t.i] for t in sentence) <= PIECES:
            assert {t.i for t in sentence if not t.is_space} <= read


@given(WORDS)
def test_a_stretch_fits_the_network_and_goes_on_in_order(words: list[tuple[str, int, bool]]) -> None:
    doc, sizes = doc_of(words)
    found = stretches(doc, sizes)
    for stretch in found:
        assert stretch == sorted(set(stretch))
        assert sum(sizes[i] for i in stretch) <= PIECES
    assert all(left[0] < right[0] and left[-1] <= right[-1] for left, right in pairwise(found))


def test_each_stretch_begins_in_the_middle_of_the_one_before() -> None:
    doc, sizes = doc_of([word for _ in range(8) for word in (("Kiel", 64, True), ("\n\n", 0, False))])
    places = [[i // 2 for i in stretch] for stretch in stretches(doc, sizes)]
    assert places == [[0, 1, 2, 3], [2, 3, 4, 5], [4, 5, 6, 7]]


def test_a_paragraph_that_does_not_fit_goes_by_its_sentences_and_an_endless_one_is_left_out() -> None:
    doc, sizes = doc_of([("Kiel", 75, True), ("ordered", 75, True), ("ferries", 160, True), (".", 110, False), ("Kiel", 50, True)])
    assert stretches(doc, sizes) == [[0, 1, 4]]
    assert stretches(*doc_of([])) == []


def test_a_thing_is_read_where_most_is_shown_on_both_of_its_sides() -> None:
    doc, sizes = doc_of([word for _ in range(8) for word in (("Kiel", 64, True), ("\n\n", 0, False))])
    runs = stretches(doc, sizes)
    assert [home_of((2 * place, 2 * place + 1), runs, sizes) for place in range(8)] == [0, 0, 0, 1, 1, 2, 2, 2]
    assert home_of((0, 16), runs, sizes) is None
