from dataclasses import replace

from pyoxigraph import Literal

from kg.graph import KnowledgeGraph, assemble, validate
from kg.model import Fact, Ref
from kg.ontology import load
from tests.graph.sample import fact, sample_articles, sample_graph, sample_resolution

ONTOLOGY = load()


def with_fact(extra: Fact) -> KnowledgeGraph:
    world = sample_resolution()
    return assemble(replace(world, facts=(*world.facts, extra)), sample_articles(), ONTOLOGY)


def test_the_sample_keeps_to_the_shapes() -> None:
    assert validate(sample_graph(), ONTOLOGY) == ()


def test_a_fact_without_evidence_is_found() -> None:
    findings = validate(with_fact(fact("deal-x", "Purchase", buyer=Ref("country-turkey"), status="signed")), ONTOLOGY)
    assert {(f.node, f.path, f.severity) for f in findings} == {
        ("id:deal-x", "kg:supportedBy", "Violation"),
        ("id:deal-x", "kg:mentionedIn", "Violation"),
    }


def test_a_person_cannot_be_bought() -> None:
    sound = next(f for f in sample_resolution().facts if f.id == "deal-poland-jet")
    spoilt = fact("deal-x", "Purchase", *sound.claims, buyer=Ref("country-turkey"), system=Ref("person-ash-carter"), status="signed")
    [finding] = validate(with_fact(spoilt), ONTOLOGY)
    assert (finding.node, finding.path, finding.value) == ("id:deal-x", "kg:system", "id:person-ash-carter")
    assert finding.message


def test_a_word_that_is_no_date_is_found() -> None:
    graph = sample_graph()
    terms = graph.terms
    bad = terms.row(terms.data("deal-poland-jet"), "kg:hasDate", Literal("soon", datatype=terms.name("xsd:date")))
    [finding] = validate(KnowledgeGraph.of(ONTOLOGY, [*graph.asserted, bad], graph.inferences), ONTOLOGY)
    assert finding.path == "kg:hasDate"
