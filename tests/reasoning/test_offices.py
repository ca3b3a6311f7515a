"""Sole offices: who held one after whom, and when two holders contradict each other. If / Then, and what must not fire."""

from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph, assemble
from kg.model import Article, Entity, Fact, Mention, Ref, Resolution, Value
from kg.ontology import load
from kg.reasoning import infer, load_rules
from kg.resolution.history import steps
from kg.values import Date
from tests.graph.sample import claim, fact

ONTOLOGY = load()
DAYS = {"a2016": Date(2016, 5, 1), "a2018": Date(2018, 3, 1), "a2019": Date(2019, 3, 1), "a2021": Date(2021, 2, 1), "undated": None}


def world(*facts: Fact, role: str = "President of Turkey", owner: str = "Country", code: str = "TR") -> KnowledgeGraph:
    names = {"ann": ("Person", "Ann"), "bob": ("Person", "Bob"), "c": (owner, "Turkey"), "r": ("Role", role), "r2": ("Role", role)}
    mention = (Mention("a2016", 0, 1, "x", "x"),)
    entities = tuple(Entity(i, k, n, (n,), mention, code if k == "Country" else "") for i, (k, n) in names.items())
    articles = [Article(id, "x", published=day) for id, day in DAYS.items()]
    return infer(assemble(Resolution(entities, facts, ()), articles, ONTOLOGY), ONTOLOGY)


def holds(person: str, *told: tuple[str, str], role: str = "r", **slots: Value | tuple[Value, ...]) -> Fact:
    """A role holding as articles tell it: pairs of article and status; the last status is that of the holding."""
    claims = [claim("RoleHolding", article, f"{person} {status}", "role", status=status) for article, status in told]
    slots |= {"status": told[-1][1], "of_": Ref("c"), "title": "x"}
    held = fact(f"h-{person}", "RoleHolding", *claims, holder=Ref(person), role=Ref(role), **slots)
    return replace(held, history=steps(claims, {}))


def after(graph: KnowledgeGraph) -> list[tuple[str, str, tuple[str, ...]]]:
    """(later, earlier, premises) of all successions."""

    def id(node: object) -> str:
        return graph.terms.id(getattr(node, "value", ""))

    found = [i for i in graph.inferences if i.triple.predicate == graph.terms.name("kg:inOfficeAfter")]
    return [(id(i.triple.subject), id(i.triple.object), tuple(map(id, i.premises))) for i in found]


def clashes(graph: KnowledgeGraph) -> list[str]:
    """The sentences of all contradictions."""
    return [t.object.value for t in graph.inferred().get("contradiction-two-holders", ()) if t.predicate == graph.terms.name("rdfs:label")]


def test_sole_office() -> None:
    """If a role of a country has a title of offices.ttl, then one person at a time holds it."""
    graph = world(holds("ann", ("a2018", "current")))
    assert [graph.terms.id(t.subject.value) for t in graph.inferred()["sole-office"]] == ["r"]


@pytest.mark.parametrize(
    ("role", "owner", "code"),
    [
        ("Senator of Turkey", "Country", "TR"),
        ("Deputy Prime Minister of Turkey", "Country", "TR"),
        ("President of Turkey", "Organization", ""),
        ("President of Turkey", "Country", "BA"),
    ],
)
def test_a_post_of_several_or_of_a_body_is_no_sole_office(role: str, owner: str, code: str) -> None:
    graph = world(holds("ann", ("a2018", "current")), holds("bob", ("a2018", "current")), role=role, owner=owner, code=code)
    assert "sole-office" not in graph.inferred()
    assert (after(graph), clashes(graph)) == ([], [])


def test_in_office_after_within_one_article() -> None:
    """If one article calls Ann the former and Bob the current holder, then Bob was in office after Ann."""
    graph = world(holds("ann", ("undated", "former")), holds("bob", ("undated", "current")))
    assert after(graph) == [("bob", "ann", ("h-ann", "h-bob"))]
    assert clashes(graph) == []


def test_in_office_after_by_two_articles() -> None:
    """If Ann is called former in 2018, and Bob current in 2021, then Bob was in office after Ann."""
    graph = world(holds("ann", ("a2016", "current"), ("a2018", "former")), holds("bob", ("a2021", "current")))
    assert after(graph) == [("bob", "ann", ("h-ann", "h-bob"))]


def test_in_office_after_by_end_and_start() -> None:
    """If Ann's holding ends no later than Bob's starts, then Bob was in office after Ann, whatever the articles call them."""
    left = holds("ann", ("a2021", "former"), end=Date(2014, 8))
    assert after(world(left, holds("bob", ("a2021", "former"), start=Date(2014, 8, 28)))) == [("bob", "ann", ("h-ann", "h-bob"))]
    assert after(world(left, holds("bob", ("a2021", "former"), start=Date(2007)))) == []


def test_a_former_of_a_later_article_says_nothing_of_an_earlier_current() -> None:
    """Obama current in 2016 and Trump former in 2021 do not make Obama the later one."""
    assert after(world(holds("ann", ("a2021", "former")), holds("bob", ("a2016", "current")))) == []
    assert after(world(holds("ann", ("undated", "former")), holds("bob", ("a2016", "current")))) == []


def test_two_currents_of_different_days_are_neither_succession_nor_contradiction() -> None:
    graph = world(holds("ann", ("a2016", "current")), holds("bob", ("a2021", "current")))
    assert (after(graph), clashes(graph)) == ([], [])


@pytest.mark.parametrize("status", ["elect", "appointed"])
def test_who_is_only_to_come_has_not_held_it(status: str) -> None:
    graph = world(holds("ann", ("a2018", "former")), holds("bob", ("a2018", status)))
    assert after(graph) == []


def test_two_roles_of_one_name_are_not_mixed() -> None:
    graph = world(holds("ann", ("a2018", "former")), holds("bob", ("a2018", "current"), role="r2"))
    assert after(graph) == []


def test_contradiction_two_holders_in_one_article() -> None:
    """If one article calls both current, then that is a contradiction between the two holdings, and both stay."""
    graph = world(holds("ann", ("undated", "current")), holds("bob", ("undated", "current")))
    assert clashes(graph) == ["Ann and Bob are both called President of Turkey at one time"]
    between = [graph.terms.id(t.object.value) for i in graph.inferences if (t := i.triple).predicate == graph.terms.name("kg:between")]
    assert between == ["h-ann", "h-bob"]
    assert {p.value for i in graph.inferences if i.rule.startswith("contra") for p in i.premises} == {
        graph.terms.data("h-ann").value, graph.terms.data("h-bob").value,
    }  # fmt: skip
    held = [t for t in graph.inferred()["holds-role"] if t.predicate == graph.terms.name("kg:holdsRole")]
    assert len(held) == 2


def test_contradiction_two_holders_over_time() -> None:
    """If Bob is called current between two articles that call Ann current, then that is a contradiction, also where one is later former."""
    ann = holds("ann", ("a2016", "current"), ("a2019", "current"))
    assert len(clashes(world(ann, holds("bob", ("a2018", "current"))))) == 1
    assert len(clashes(world(ann, holds("bob", ("a2018", "current"), ("a2021", "former"))))) == 1
    assert clashes(world(ann, holds("bob", ("a2021", "current")))) == []


def test_the_day_of_a_handover_is_no_contradiction_once_somebody_is_said_to_have_left() -> None:
    ann = holds("ann", ("a2016", "current"), ("a2018", "current"), ("a2019", "former"))
    graph = world(ann, holds("bob", ("a2018", "current"), ("a2021", "current")))
    assert clashes(graph) == []
    assert after(graph) == [("bob", "ann", ("h-ann", "h-bob"))]


@pytest.mark.parametrize("status", ["acting", "former", "elect", "appointed"])
def test_only_two_currents_contradict(status: str) -> None:
    assert clashes(world(holds("ann", ("a2018", "current")), holds("bob", ("a2018", status)))) == []


def test_a_holder_does_not_contradict_herself() -> None:
    assert clashes(world(holds("ann", ("a2018", "current"), ("a2018", "current")))) == []


def test_inferring_again_or_with_rules_in_another_order_changes_nothing() -> None:
    ann = holds("ann", ("a2016", "current"), ("a2019", "current"), ("a2021", "former"))
    graph = world(ann, holds("bob", ("a2018", "current"), ("a2021", "current")))
    assert (len(after(graph)), len(clashes(graph))) == (1, 1)
    assert infer(graph, ONTOLOGY).inferences == graph.inferences
    assert infer(graph, ONTOLOGY, load_rules()[::-1]).inferences == graph.inferences
