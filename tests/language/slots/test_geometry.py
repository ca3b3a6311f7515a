from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.slots.geometry import ARCS, STEPS, Geometry, arc_distance, distance, sentence_distance, top

VOCAB = spacy.blank("en").vocab
FAR = st.integers(-2000, 2000)


def test_distances_in_words_have_their_classes() -> None:
    assert [distance(n) for n in (0, -1, -2, -3, -4, -5, -110, -111, -5000)] == [0, 0, 1, 2, 2, 3, 10, 11, 11]
    assert [distance(n) for n in (1, 2, 3, 110, 111, 5000)] == [12, 13, 14, 22, 23, 23]


@given(FAR, FAR)
def test_a_class_is_a_row_of_the_table_and_grows_with_the_distance(left: int, right: int) -> None:
    rows = len(STEPS) + 1
    for words in (left, right):
        assert 0 <= distance(words) < 2 * rows
        assert (distance(words) >= rows) == (words > 0)
    if abs(left) <= abs(right):
        assert distance(left) % rows <= distance(right) % rows


@given(FAR)
def test_sentences_are_told_apart_up_to_four_either_way(sentences: int) -> None:
    assert sentence_distance(sentences) == min(max(sentences + 4, 0), 8)


def test_arcs_are_counted_within_a_sentence_only() -> None:
    words = ["Norway", "bought", "two", "new", "tanks", ".", "It", "paid", "."]
    heads = [1, 1, 4, 4, 1, 1, 7, 7, 7]
    starts = [i in (0, 6) for i in range(9)]
    doc = Doc(VOCAB, words=words, heads=heads, deps=["dep"] * 9, sent_starts=starts)
    assert [arc_distance(doc[0], doc[i]) for i in (0, 1, 2, 4)] == [0, 1, 3, 2]
    assert arc_distance(doc[2], doc[0]) == arc_distance(doc[0], doc[2])
    assert arc_distance(doc[0], doc[6]) == ARCS + 2
    assert top(doc, 2, 5) == doc[4]
    assert top(doc, 0, 2) == doc[1]


def test_spans_of_a_text_are_as_far_apart_as_their_words() -> None:
    words = ["Norway", "bought", "two", "new", "tanks", ".", "It", "paid", "KNDS", "."]
    heads = [1, 1, 4, 4, 1, 1, 7, 7, 7, 7]
    doc = Doc(VOCAB, words=words, heads=heads, deps=["dep"] * 10, sent_starts=[i in (0, 6) for i in range(10)])
    geometry = Geometry(doc, [(0, 1, "Country", 0), (2, 5, "System", 1), (8, 9, "Organization", 2)])
    assert geometry.distances(1, [0, 2]) == [distance(0 - 4), distance(8 - 4)]
    assert geometry.sentences(1, [0, 2]) == [sentence_distance(0), sentence_distance(1)]
    assert geometry.arcs(1, [0, 2]) == [arc_distance(doc[4], doc[0]), ARCS + 2]


def test_words_far_apart_in_one_tree_are_only_far() -> None:
    count = 40
    doc = Doc(VOCAB, words=["so"] * count, heads=[max(i - 1, 0) for i in range(count)], deps=["dep"] * count)
    assert arc_distance(doc[0], doc[9]) == arc_distance(doc[0], doc[10]) == ARCS
    assert arc_distance(doc[0], doc[30]) == ARCS + 1
