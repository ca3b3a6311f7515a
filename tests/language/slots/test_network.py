"""What the shipped network says of an article: the same whatever else is asked, and about each thing that it can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest
from spacy.tokens import Doc

from kg.language.slots import SlotNetwork

STORY = (
    "Lithuania's parliament approved the budget on Thursday. It contains money for 44 Leopard tanks from KNDS.\n\n"
    "Portugal said farewell to its old trainers. It welcomes twelve Tucano aircraft made by Embraer.\n\n"
)
KINDS = {"Lithuania": "Country", "Portugal": "Country", "Leopard": "System", "Tucano": "System", "KNDS": "Organization", "44": "quantity"}


@dataclass(frozen=True)
class Question:
    """What is asked, by hand."""

    words: tuple[str, ...]
    told: tuple[str, ...]
    spans: tuple[tuple[int, int, str, int], ...]
    things: tuple[int, ...]
    fillers: tuple[int, ...]
    relations: Mapping[tuple[int, int], frozenset[str]] = field(default_factory=dict)


def asked_about(doc: Doc) -> Question:
    """All systems, with all other names as fillers."""
    spans = tuple((t.i, t.i + 1, KINDS[t.text], t.i) for t in doc if t.text in KINDS)
    things = tuple(k for k, s in enumerate(spans) if s[2] == "System")
    others = tuple(k for k in range(len(spans)) if k not in things)
    return Question(tuple(KINDS.get(t.text, "") for t in doc), ("",) * len(doc), spans, things, others)


@pytest.fixture(scope="module")
def network() -> SlotNetwork:
    return SlotNetwork()


def test_a_thing_is_answered_alike_whatever_else_is_asked(read_text: Callable[..., Doc], network: SlotNetwork) -> None:
    doc = read_text(STORY * 8)
    question = asked_about(doc)
    answers = network.answers(doc, question)
    assert set(answers) == set(question.things)
    for thing in question.things[::5]:
        assert network.answers(doc, replace(question, things=(thing,))) == {thing: answers[thing]}


def test_the_same_question_has_the_same_answer(read_text: Callable[..., Doc], network: SlotNetwork) -> None:
    doc = read_text(STORY)
    question = asked_about(doc)
    first = network.answers(doc, question)
    network.answers(read_text(STORY * 8), asked_about(read_text(STORY * 8)))
    assert network.answers(doc, question) == first == SlotNetwork().answers(doc, question)


def test_chances_are_chances_and_cover_all_labels(read_text: Callable[..., Doc], network: SlotNetwork) -> None:
    doc = read_text(STORY)
    question = asked_about(doc)
    for answer in network.answers(doc, question).values():
        for name, shares in (("statuses", answer.statuses), ("kinds", answer.kinds), ("deliveries", answer.deliveries)):
            assert list(shares) == network.labels[name]
            assert sum(shares.values()) == pytest.approx(1)
        assert list(answer.slots) == network.labels["slots"]
        assert all(0 <= chance <= 1 and k in question.fillers for row in answer.slots.values() for k, chance in row.items())


def test_a_buyer_is_told_from_a_seller(read_text: Callable[..., Doc], network: SlotNetwork) -> None:
    doc = read_text(STORY)
    question = asked_about(doc)
    named = {doc[s[0]].text: k for k, s in enumerate(question.spans)}
    slots = network.answers(doc, question)[named["Leopard"]].slots
    assert slots["buyer"][named["Lithuania"]] > slots["buyer"][named["KNDS"]]
    assert slots["seller"][named["KNDS"]] > slots["seller"][named["Lithuania"]]


def test_nothing_asked_opens_no_file(read_text: Callable[..., Doc], tmp_path: object) -> None:
    doc = read_text(STORY)
    assert SlotNetwork(tmp_path).answers(doc, replace(asked_about(doc), things=())) == {}  # type: ignore[arg-type]
