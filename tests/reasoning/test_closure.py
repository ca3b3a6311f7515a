from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import KnowledgeGraph, assemble
from kg.model import Resolution
from kg.ontology import load
from kg.reasoning import Rule, infer, load_rules
from tests.graph.sample import sample_articles, sample_graph, sample_resolution

ONTOLOGY = load()
NEXT = "# If a is before b, then b is after a.\nCONSTRUCT { ?b prov:next ?a } WHERE { ?a prov:before ?b }"
CHAIN = (
    "# If a is before b and b before c, then a is before c.\n"
    "CONSTRUCT { ?a prov:before ?c } WHERE { ?a prov:before ?b . ?b prov:before ?c }"
)


def chain(length: int) -> KnowledgeGraph:
    terms = assemble(Resolution((), (), ()), (), ONTOLOGY).terms
    return KnowledgeGraph.of(ONTOLOGY, (terms.row(terms.data(f"n{i}"), "prov:before", terms.data(f"n{i + 1}")) for i in range(length)))


@given(st.integers(min_value=0, max_value=7))
@settings(deadline=None, max_examples=8)
def test_rules_feed_each_other_until_nothing_is_new(length: int) -> None:
    closed = infer(chain(length), ONTOLOGY, [Rule("chain", "", CHAIN), Rule("next", "", NEXT)])
    pairs = (length + 1) * length // 2
    assert len(closed.inferred().get("chain", ())) == pairs - length
    assert len(closed.inferred().get("next", ())) == pairs


def test_the_order_of_rules_changes_nothing() -> None:
    rules = [Rule("chain", "", CHAIN), Rule("next", "", NEXT)]
    assert infer(chain(4), ONTOLOGY, rules).inferences == infer(chain(4), ONTOLOGY, rules[::-1]).inferences


def test_what_two_rules_give_is_listed_under_both() -> None:
    twice = infer(chain(1), ONTOLOGY, [Rule("a", "", NEXT), Rule("b", "", NEXT)])
    assert sorted(twice.inferred()) == ["a", "b"]
    assert len(twice.triples()) == 1 + 1 + 2 * 5


def test_the_closure_holds_what_was_asserted_and_keeps_it_apart() -> None:
    graph = assemble(sample_resolution(), sample_articles(), ONTOLOGY)
    closed = infer(graph, ONTOLOGY)
    assert closed.asserted == graph.asserted
    assert set(graph.asserted) < set(closed.triples())
    assert not {i.triple for i in closed.inferences} & set(graph.asserted)
    assert graph.inferences == ()


def test_inferring_twice_changes_nothing() -> None:
    once = sample_graph()
    assert infer(once, ONTOLOGY).inferences == once.inferences


def test_on_the_disk_the_same_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reasoning.closure.MOST_IN_MEMORY", 0)
    monkeypatch.setattr("kg.reasoning.closure.AT_ONCE", 7)
    assert infer(sample_graph(), ONTOLOGY).inferences == sample_graph().inferences


def test_no_axiom_of_the_ontology_leaks_into_the_graph() -> None:
    graph = sample_graph()
    kinds = {t.object for t in graph.triples() if t.predicate == graph.terms.name("rdf:type")}
    assert graph.terms.name("kg:Deal") in kinds
    assert graph.terms.name("owl:Class") not in kinds


def test_facts_do_not_change_by_a_rule_that_says_nothing_new() -> None:
    graph = chain(1)
    same = Rule("same", "", "CONSTRUCT WHERE { ?a prov:before ?b }")
    assert infer(graph, ONTOLOGY, [same]).inferences == ()


@pytest.mark.parametrize(("sparql", "told"), [("CONSTRUCT {", "odd is not SPARQL"), ("SELECT ?x { ?x ?y ?z }", "odd is no CONSTRUCT")])
def test_a_faulty_rule_is_named(sparql: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        infer(chain(1), ONTOLOGY, [Rule("odd", "", sparql)])


def test_a_rule_added_as_a_file_fires(tmp_path: Path) -> None:
    (tmp_path / "next.rq").write_text(NEXT)
    assert list(infer(chain(1), ONTOLOGY, load_rules(tmp_path)).inferred()) == ["next"]
