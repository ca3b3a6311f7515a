import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import Inference, KnowledgeGraph, in_order
from kg.ontology import load
from tests.graph.sample import sample_graph

ONTOLOGY = load()


def triple(subject: str, object: str) -> Triple:
    return Triple(NamedNode(f"https://example.org/{subject}"), NamedNode("https://example.org/p"), Literal(object))


def test_doubles_go_and_order_does_not_matter() -> None:
    rows = [triple("b", "1"), triple("a", "2"), triple("a", "1"), triple("b", "1")]
    assert in_order(rows) == in_order(rows[::-1]) == (triple("a", "1"), triple("a", "2"), triple("b", "1"))


def test_types_come_first() -> None:
    graph = sample_graph()
    of_turkey = [t.predicate for t in graph.triples() if t.subject == graph.terms.data("country-turkey")]
    assert of_turkey[0] == graph.terms.name("rdf:type")


def test_each_inferred_triple_stands_in_the_graph_with_one_record() -> None:
    graph = sample_graph()
    for inference in graph.inferences:
        records = [
            t.subject for t in graph.records() if t.object == inference.triple.object and t.predicate == graph.terms.name("rdf:object")
        ]
        assert inference.triple in graph.triples()
        assert records
    kind, marker = graph.terms.name("rdf:type"), graph.terms.name("kg:Inference")
    assert sum(t.predicate == kind and t.object == marker for t in graph.records()) == len(graph.inferences)


def test_a_graph_without_inferences_is_its_assertions() -> None:
    graph = sample_graph().with_inferences(())
    assert graph.triples() == graph.asserted
    assert graph.inferred() == {}


def test_named_graphs_hold_what_is_inferred_and_decided_and_the_default_graph_the_rest() -> None:
    graph = sample_graph()
    default = {q.triple for q in graph.quads() if not isinstance(q.graph_name, NamedNode)}
    decided = {q.triple for q in graph.quads() if q.graph_name == graph.terms.data("decisions")}
    assert {t.subject.value.rpartition("/")[2][:9] for t in decided if isinstance(t.subject, NamedNode)} == {"decision-"}
    articles = [q.triple for q in graph.quads() if isinstance(q.graph_name, NamedNode) and "/article-" in q.graph_name.value]
    assert {*default, *decided, *articles} == {*graph.asserted, *graph.records()}
    assert len(default) + len(decided) + len(articles) == len({*graph.asserted, *graph.records()})
    assert {q.triple for q in graph.quads()} == set(graph.triples())


def test_nothing_is_inferred_about_a_blank_node() -> None:
    odd = Inference(Triple(BlankNode(), NamedNode("https://example.org/p"), Literal("x")), "odd")
    with pytest.raises(ValueError, match="IRI"):
        KnowledgeGraph.of(ONTOLOGY, (), [odd]).triples()
