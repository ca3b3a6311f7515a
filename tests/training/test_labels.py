"""What the facts of a passage teach about its spans."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from kg.extraction.extract import story_of
from kg.extraction.learned.asked import Span, spans_of
from kg.extraction.roles import stated_posts
from kg.language.slots import SlotNetwork
from kg.lexicon import Lexicon
from kg.model import Article
from kg.training.answers import labels
from kg.training.examples import Example, Reader
from kg.training.labels import Labels, NotInPassage, labels_of
from kg.training.passages import told_passages
from tests.training.conftest import FACTS, NOTHING, ORDER, VISIT


def changed(**deal: Any) -> dict[str, Any]:
    """The facts with another deal, and nothing else."""
    return NOTHING | {"deals": [FACTS["deals"][0] | deal]}


@pytest.fixture
def spans(read_text: Callable[..., Doc], words: Lexicon) -> Callable[[str], tuple[tuple[Span, ...], Doc]]:
    def found(text: str) -> tuple[tuple[Span, ...], Doc]:
        doc = read_text(text)
        story = story_of(doc, Article("t", text), words)
        return spans_of(story, stated_posts(story))[1], doc

    return found


@pytest.fixture
def taught(spans: Callable[[str], tuple[tuple[Span, ...], Doc]]) -> Callable[[dict[str, Any], str], tuple[Labels, dict[int, str]]]:
    """The labels of a passage, and the words of its spans with the number of their first token."""

    def found(facts: dict[str, Any], text: str) -> tuple[Labels, dict[int, str]]:
        given, doc = spans(text)
        return labels_of(facts, given, doc)[0], {k: doc[s[0] : s[1]].text for k, s in enumerate(given)}

    return found


def test_each_fact_is_of_the_span_in_its_evidence_and_its_parts_fill_the_slots(taught: Any) -> None:
    found, text = taught(FACTS, ORDER)
    (bought,), (delivered,), (post,) = found.deals, found.deliveries, found.posts
    assert (text[bought], text[delivered], text[post]) == ("Leopard 2A8", "Leopard 2A8", "Defence Minister")
    assert bought < delivered
    assert found.deals[bought] == (("signed", "Purchase"),)
    assert (found.deliveries[delivered], found.posts[post]) == (("expected",), ("current",))
    assert {(thing, text[filler], slot) for thing, filler, slot in found.slots} == {
        (bought, "Norway", "buyer"),
        (bought, "KNDS", "seller"),
        (bought, "1.9 billion euros", "value"),
        (bought, "February", "date"),
        (delivered, "Norway", "to"),
        (delivered, "2028", "end"),
        (post, "Ada Berg", "person"),
        (post, "Norway", "of"),
    }
    buyer, to = (next(f for t, f, s in found.slots if s == slot) for slot in ("buyer", "to"))
    assert buyer < to


def test_goods_without_a_name_are_their_last_noun(taught: Any) -> None:
    text = "Chile bought four fast patrol boats from Navantia."
    deal = {"buyer": ["Chile"], "seller": ["Navantia"], "system": ["fast patrol boats"], "quantity": "four", "value": [], "date": None}
    found, words = taught(changed(**deal, evidence=text), text)
    assert [words[thing] for thing in found.deals] == ["boats"]
    assert {(words[filler].split()[0], slot) for _, filler, slot in found.slots} == {
        ("Chile", "buyer"),
        ("Navantia", "seller"),
        ("four", "quantity"),
    }


def test_a_part_for_which_no_span_stands_is_counted_and_left_out(spans: Any) -> None:
    found, missed = labels_of(changed(quantity="ordered"), *spans(ORDER))
    assert missed == {"quantity": 1}
    assert "quantity" not in {slot for _, _, slot in found.slots}


@pytest.mark.parametrize("part", [{"buyer": ["Sweden"]}, {"evidence": "Sweden ordered"}])
def test_words_that_do_not_stand_in_the_passage_are_an_error(spans: Any, part: dict[str, Any]) -> None:
    with pytest.raises(NotInPassage, match=r"own-002: 'Sweden.*' does not stand in the passage"):
        labels_of(changed(**part), *spans(ORDER))


def test_a_status_that_the_network_cannot_answer_is_an_error(spans: Any) -> None:
    with pytest.raises(ValueError, match="own-002: unknown status 'dreamt'; known: planned, signed"):
        labels_of(changed(status="dreamt"), *spans(ORDER))


def test_a_passage_without_facts_teaches_that_there_are_none(visit: Example) -> None:
    assert visit.labels == Labels({}, {}, {}, frozenset())
    assert {visit.spans[k][2] for k in visit.asked} >= {"System", "Organization", "title"}


def test_an_example_knows_what_rules_have_told(order: Example) -> None:
    thing = next(iter(order.labels.deals))
    buyer = next(f for t, f, slot in order.labels.slots if (t, slot) == (thing, "buyer"))
    assert order.relations[thing, buyer] == {"buyer"}
    assert [w.told for w in order.words[slice(*order.spans[buyer][:2])]] == ["buyer"]
    assert order.arcs[thing, buyer] == 2


def test_files_of_facts_are_read_with_their_passages(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(f"[GPE|Peru] slept.\n{VISIT.replace('Spain', '[GPE|Spain]')}\n", encoding="utf-8")
    (tmp_path / "own.jsonl").write_text(json.dumps(NOTHING), encoding="utf-8")
    assert list(told_passages(tmp_path, tmp_path)) == [(NOTHING, VISIT)]
    assert [e.labels.told for e in reader.examples(tmp_path, tmp_path)] == [[]]
    assert len(reader.examples(tmp_path, tmp_path, twice=["own"])) == 2


def test_the_shipped_network_gives_the_answers_that_are_taught() -> None:
    assert {name: list(values) for name, values in labels().items()} == SlotNetwork().labels
