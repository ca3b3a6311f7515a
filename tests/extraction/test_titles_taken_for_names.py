"""A word of a title that the model took for a name is none."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.extraction.mentions import begins_title
from kg.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start", "end", "label", "title"),
    [
        (["the", "acting", "Prime", "Minister", "of"], 2, 3, "PERSON", True),
        (["the", "Justice", "Minister", "of"], 1, 2, "ORG", False),  # only what the model took for a person
        (["Grant", "director", "Ann"], 0, 1, "PERSON", False),  # no listed title
        (["Ann", "Prime", "Minister"], 0, 2, "PERSON", False),  # a whole name
        (["said", "Grant"], 1, 2, "PERSON", False),
    ],
)
def test_the_first_word_of_a_listed_title_is_no_name(
    text: list[str], start: int, end: int, label: str, title: bool, words: Lexicon
) -> None:
    doc = Doc(Vocab(), words=text)
    doc.ents = [Span(doc, start, end, label=label)]
    assert begins_title(doc.ents[0], words) is title
