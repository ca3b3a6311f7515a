import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import Inference, KnowledgeGraph, Triples, query
from kg.graph.store import split
from kg.ontology import load
from tests.graph.sample import sample_graph

ONTOLOGY = load()


def triple(subject: str, object: str) -> Triple:
    return Triple(NamedNode(f"https://example.org/{subject}"), NamedNode("https://example.org/p"), Literal(object))


def test_doubles_go_and_order_does_not_matter() -> None:
    rows = [triple("b", "1"), triple("a", "2"), triple("a", "1"), triple("b", "1")]
    assert Triples(rows) == Triples(rows[::-1]) == (triple("a", "1"), triple("a", "2"), triple("b", "1"))


def test_types_come_first() -> None:
    graph = sample_graph()
    of_turkey = [t.predicate for t in graph.triples() if t.subject == graph.terms.data("country-turkey")]
    assert of_turkey[0] == graph.terms.name("rdf:type")


def recorded(graph: KnowledgeGraph) -> list[tuple[NamedNode, NamedNode, NamedNode]]:
    """What the records of inferences say in plain SPARQL: each inferred triple, from one side and from the other."""
    said = "SELECT ?s ?p ?o { ?r a kg:Inference { ?r rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } "
    said += "UNION { ?r rdf:subject ?o ; kg:inversely ?p ; rdf:object ?s } }"
    return [tuple(row) for row in query(graph, said, ONTOLOGY)]  # type: ignore[union-attr,misc]


def test_each_inferred_triple_stands_in_the_graph_and_is_recorded_once() -> None:
    graph = sample_graph()
    assert {i.triple for i in graph.inferences} <= set(graph.triples())
    told = [(i.triple.subject, i.triple.predicate, i.triple.object) for i in graph.inferences]
    assert sorted(map(str, recorded(graph))) == sorted(map(str, told))


def test_a_triple_and_its_inverse_have_one_record() -> None:
    terms = sample_graph().terms
    bought = Triple(terms.data("a"), terms.name("kg:purchases"), terms.data("b"))
    back = Triple(terms.data("b"), terms.name("kg:purchasedBy"), terms.data("a"))
    one, same, other = (terms.data(f"deal-{n}") for n in (1, 1, 2))

    def records(first: NamedNode, second: NamedNode) -> int:
        given = [Inference(bought, "purchases", (first,)), Inference(back, "purchases", (second,))]
        graph = KnowledgeGraph.of(ONTOLOGY, (), given)
        assert split(graph.triples(), ONTOLOGY).inferences == graph.inferences
        return len({t.subject for t in graph.records()})

    assert (records(one, same), records(one, other)) == (1, 2)


def test_an_inverse_that_articles_tell_stays_told() -> None:
    terms = sample_graph().terms
    told = Triple(terms.data("b"), terms.name("kg:purchasedBy"), terms.data("a"))
    given = Inference(Triple(terms.data("a"), terms.name("kg:purchases"), terms.data("b")), "purchases", (terms.data("d"),))
    graph = KnowledgeGraph.of(ONTOLOGY, [told], [given])
    again = split(graph.triples(), ONTOLOGY)
    assert (again.asserted, again.inferences) == (graph.asserted, graph.inferences)


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
