"""One test per rule that reports a contradiction within or between deals and deliveries: If / Then, and what must not fire."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.graph import KnowledgeGraph, assemble, validate
from kg.model import Entity, Fact, Mention, Ref, Resolution, Value
from kg.ontology import load
from kg.reasoning import infer
from kg.resolution.history import steps
from kg.values import Date, Quantity
from tests.graph.sample import claim, fact

ONTOLOGY = load()
MENTION = (Mention("a", 0, 1, "x", "x"),)
SIGNED = Date(2018)
ENTITIES = (Entity("c", "Country", "Chile", ("Chile",), MENTION), Entity("s", "System", "S-1", ("S-1",), MENTION))


def closed(*facts: Fact) -> KnowledgeGraph:
    return infer(assemble(Resolution(ENTITIES, facts, ()), (), ONTOLOGY), ONTOLOGY)


def contradictions(*facts: Fact) -> dict[str, list[str]]:
    """Rule to the facts that its contradictions lie in."""
    graph = closed(*facts)
    between = graph.terms.name("kg:between")
    found: dict[str, list[str]] = {}
    for i in graph.inferences:
        if i.triple.predicate == between:
            found.setdefault(i.rule, []).append(graph.terms.id(getattr(i.triple.object, "value", "")))
            mine = [j.triple.object for j in graph.inferences if j.triple.subject == i.triple.subject and j.triple.predicate == between]
            assert {p.value for p in i.premises} == {getattr(node, "value", "") for node in mine}
    return found


def told(id: str, kind: str, *statuses: str, **slots: Value | tuple[Value, ...]) -> Fact:
    claims = [claim(kind, "a", f"{s} {i}", "rule", status=s) for i, s in enumerate(statuses)]
    return replace(fact(id, kind, *claims, status=statuses[-1], **slots), history=steps(claims, {}))


def bought(id: str = "d", when: Date = SIGNED, number: int = 4, status: str = "signed") -> Fact:
    return told(id, "Purchase", status, buyer=Ref("c"), system=Ref("s"), hasDate=when, quantity=Quantity(Decimal(number), ""))


def moved(number: int = 4, status: str = "completed", **dates: Date) -> Fact:
    return told("m", "Delivery", status, to=Ref("c"), system=Ref("s"), quantity=Quantity(Decimal(number), ""), **dates)


def test_contradiction_cancelled_delivered() -> None:
    """If one article says that a deal was cancelled and one that it was delivered, then that is a contradiction in it."""
    both = told("d", "Purchase", "cancelled", "delivered", buyer=Ref("c"), system=Ref("s"))
    assert contradictions(both) == {"contradiction-cancelled-delivered": ["d"]}


@pytest.mark.parametrize("statuses", [("cancelled",), ("delivered",), ("signed", "cancelled"), ("planned", "delivered")])
def test_other_steps_do_not_contradict(statuses: tuple[str, ...]) -> None:
    assert contradictions(told("d", "Purchase", *statuses, buyer=Ref("c"), system=Ref("s"))) == {}


@pytest.mark.parametrize(
    ("start", "end"),
    [(Date(2019), Date(2018)), (Date(2019, 5), Date(2019, 4, 30)), (Date(2019, 5), Date(2018)), (Date(2019), Date(2018, 12))],
)
def test_contradiction_end_before_start(start: Date, end: Date) -> None:
    """If a fact ends before it starts, then that is a contradiction in it."""
    assert contradictions(moved(start=start, end=end)) == {"contradiction-end-before-start": ["m"]}


@pytest.mark.parametrize(
    ("start", "end"),
    [(Date(2018), Date(2019)), (Date(2019, 5), Date(2019)), (Date(2019), Date(2019, 3)), (Date(2019, 5), Date(2019, 5, 1))],
)
def test_an_end_that_may_be_later_is_no_contradiction(start: Date, end: Date) -> None:
    assert contradictions(moved(start=start, end=end)) == {}


@pytest.mark.parametrize("dates", [{"start": Date(2016)}, {"end": Date(2017, 12)}, {"start": Date(2015), "end": Date(2016)}])
def test_contradiction_delivered_before_deal(dates: dict[str, Date]) -> None:
    """If as many are delivered to a buyer as its only deal for the system is for, but earlier, then that is a contradiction."""
    assert contradictions(bought(), moved(**dates)) == {"contradiction-delivered-before-deal": ["d", "m"]}


def test_a_delivery_that_may_be_of_another_deal_or_day_is_no_contradiction() -> None:
    assert contradictions(bought(), moved(start=Date(2018, 1))) == {}
    assert contradictions(bought(when=Date(2018, 5)), moved(start=Date(2018))) == {}
    assert contradictions(bought(), moved(start=Date(2016), end=Date(2019))) == {}
    assert contradictions(bought(), moved(number=5, start=Date(2016))) == {}
    assert contradictions(bought(), moved(status="expected", start=Date(2016))) == {}
    assert contradictions(bought(status="planned"), moved(start=Date(2016))) == {}
    assert contradictions(bought(), bought("d2", when=Date(2015), number=4), moved(start=Date(2016))) == {}


def test_contradictions_keep_to_the_shapes() -> None:
    graph = closed(bought(), moved(start=Date(2016), end=Date(2015)))
    assert len({i.triple.subject for i in graph.inferences if i.rule.startswith("contradiction")}) == 2
    assert [f for f in validate(graph, ONTOLOGY) if "contradiction" in f.node] == []
