"""Examples as numbers: what the network takes, what it must answer, and what is not to be known."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.language import Language

from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned.asked import asked_of
from kg.extraction.roles import stated_posts
from kg.language import annotate
from kg.language.slots import SlotNetwork
from kg.lexicon import Lexicon
from kg.model import Article
from kg.training import batches as module
from kg.training.answers import ALL_SLOTS, ANSWERS, RELATIONS
from kg.training.batches import batch_of, batches
from kg.training.examples import Example, Reader
from kg.training.passages import DAY
from kg.training.swaps import joined
from tests.training.conftest import ORDER


class Session:
    """Takes the place of the transformer: keeps what it is given."""

    def __init__(self) -> None:
        self.given: list[dict[str, NDArray[Any]]] = []

    def run(self, outputs: None, inputs: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
        self.given.append(inputs)
        return [np.zeros((1, inputs["ids"].shape[1], 384), dtype=np.float32)]


def test_the_network_learns_from_what_it_will_be_given(order: Example, reader: Reader, nlp: Language, words: Lexicon) -> None:
    article = Article("t", ORDER, published=DAY)
    doc = annotate(article, nlp, words)
    story = story_of(doc, article, words)
    asked = asked_of(story, stated_posts(story), event_claims(story), list(order.labels.deals))
    network, session = SlotNetwork(), Session()
    network.__dict__["session"] = session
    network.answers(doc, asked)
    batch = batch_of([order], reader.pieces, random.Random(1))
    for name, array in (("ids", batch.ids), ("mask", batch.mask)):
        assert np.array_equal(session.given[0][name], array)
    assert np.array_equal(session.given[0]["looks"], batch.looks)
    assert asked.spans == order.spans


def test_shorter_examples_are_padded_and_spans_lie_on_their_pieces(order: Example, visit: Example, reader: Reader) -> None:
    batch = batch_of([order, visit], reader.pieces, random.Random(1))
    assert batch.mask.sum(1).tolist() == [order.length + 2, visit.length + 2]
    spans = [(row, example, span) for row, example in enumerate((order, visit)) for span in example.spans]
    for (row, low, high), (example_row, example, span) in zip(batch.spans, spans, strict=True):
        assert row == example_row
        assert batch.ids[row, low:high].tolist() == [p for w in example.words[span[0] : span[1]] for p in w.pieces]


def answers_of(batch: module.Batch, number: int) -> dict[str, str | None]:
    """What is taught of one span; None for what is not to be known."""
    (row,) = np.flatnonzero(batch.things == number)
    return {name: values[int(batch.answers[name][row].argmax())] if batch.known[name][row] else None for name, values in ANSWERS.items()}


def test_what_is_not_bought_is_taught_too_but_not_of_another_mention_of_it(order: Example, visit: Example, reader: Reader) -> None:
    batch = batch_of([order, visit], reader.pieces, random.Random(1))
    bought, delivered = *order.labels.deals, *order.labels.deliveries
    assert answers_of(batch, bought) == {"status": "signed", "kind": "Purchase", "delivery": "", "post": None}
    assert answers_of(batch, delivered) == {"status": "", "kind": None, "delivery": "expected", "post": None}
    assert answers_of(batch, *order.labels.posts) == {"status": None, "kind": None, "delivery": None, "post": "current"}
    shown = next(len(order.spans) + k for k, s in enumerate(visit.spans) if s[2] == "System")
    assert answers_of(batch, shown) == {"status": "", "kind": None, "delivery": "", "post": None}


def test_another_mention_of_what_is_bought_is_not_to_be_known(order: Example, reader: Reader) -> None:
    labels = order.labels
    only = Example(order.words, order.spans, {}, {}, type(labels)(labels.deals, {}, {}, frozenset()))
    batch = batch_of([only], reader.pieces, random.Random(1))
    assert answers_of(batch, *labels.deliveries) == {"status": None, "kind": None, "delivery": None, "post": None}


def test_a_slot_is_filled_by_the_chain_whose_mention_fills_it(order: Example, reader: Reader) -> None:
    batch = batch_of([order], reader.pieces, random.Random(1))
    (bought,) = order.labels.deals
    norway = [k for k, s in enumerate(order.spans) if s[2] == "Country"]
    rows = [int(np.flatnonzero((batch.pairs["thing"] == bought) & (batch.pairs["filler"] == k))[0]) for k in norway]
    (group,) = {int(batch.pairs["group"][row]) for row in rows}
    assert [s for s, filled in zip(ALL_SLOTS, batch.slots[group], strict=True) if filled] == ["buyer"]
    assert [s for s, known in zip(ALL_SLOTS, batch.slots_known[group], strict=True) if known] == ["buyer", "seller", "maker"]


def test_what_rules_told_is_kept_back_at_times(order: Example, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    told = batch_of([order], reader.pieces, random.Random(1))
    assert told.pairs["told"].sum() > 1
    (bought,) = order.labels.deals
    assert told.told[list(told.things).index(bought)][RELATIONS.index("system")] == 1
    monkeypatch.setattr(module, "UNTOLD", 1.0)
    silent = batch_of([order], reader.pieces, random.Random(1))
    assert silent.pairs["told"].sum() == silent.told.sum() == 0


def test_batches_hold_every_example_once(order: Example, visit: Example) -> None:
    examples = [order, visit, joined([order, visit])] * 9
    made = batches(examples, random.Random(1))
    assert sorted(map(id, (e for batch in made for e in batch))) == sorted(map(id, examples))
    assert max(map(len, made)) == module.SIZE
