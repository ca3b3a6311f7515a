from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.encoder.windows import LONGEST, PIECES, windows
from kg.language.encoder.wordpieces import CAPITALS, CODE, FIGURES, INITIAL, LOWER, MARK, MIXED, MIXED_LOWER, TITLE, look

VOCAB = spacy.blank("en").vocab
WORDS = st.lists(st.sampled_from(["Kiel", "ordered", "ferries", ".", '"', "?", "\n", "\n\n", " "]), max_size=120)


def read(doc: Doc, size: int = 3) -> list[list[int]]:
    return list(windows(doc, [0 if token.is_space else size for token in doc]))


@given(WORDS)
def test_each_word_is_read_once_and_in_order(words: list[str]) -> None:
    doc = Doc(VOCAB, words=words, spaces=[False] * len(words))
    assert [i for window in read(doc) for i in window] == [token.i for token in doc if not token.is_space]


@given(WORDS)
def test_no_window_is_longer_than_one_sentence_or_the_limit(words: list[str]) -> None:
    doc = Doc(VOCAB, words=words, spaces=[False] * len(words))
    for window in read(doc):
        ends = sum(doc[i].text in (".", "?") for i in window[:-1])
        assert len(window) * 3 <= PIECES or (ends == 0 or '"' in [doc[i].text for i in window] or "?" in [doc[i].text for i in window])
        assert len(window) * 3 <= LONGEST


def test_windows_end_with_sentences_and_paragraphs() -> None:
    sentence = ["Kiel", "ordered", "ferries", "."]
    doc = Doc(VOCAB, words=[*sentence, *sentence, "\n\n", *sentence])
    assert list(windows(doc, [1] * len(doc))) == [list(range(8)), list(range(9, 13))]
    assert list(windows(doc, [1] * len(doc), limit=5)) == [[0, 1, 2, 3], [4, 5, 6, 7], [9, 10, 11, 12]]


def test_an_endless_sentence_is_cut() -> None:
    doc = Doc(VOCAB, words=["word"] * 1000)
    found = list(windows(doc, [1] * 1000))
    assert [len(window) for window in found] == [LONGEST, LONGEST, 200]


def test_looks_are_told_apart() -> None:
    shapes = {
        "xxxx": LOWER,
        "Xxxx": TITLE,
        "XXX": CAPITALS,
        "X": INITIAL,
        "XxXxx": MIXED,
        "xXxxx": MIXED_LOWER,
        "dddd": FIGURES,
        "d,ddd": FIGURES,
    }
    shapes |= {"X-ddd": CODE, "dXX": CODE, "-": MARK, "Xxx-Xxxx": MIXED}
    assert {shape: look(shape) for shape in shapes} == shapes
