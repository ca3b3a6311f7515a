"""Do the shapes let good graphs pass and name what is wrong in bad ones?"""

from collections.abc import Callable

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, URIRef

from kg.ontology import Ontology, load

ONTOLOGY: Ontology = load()
T = ONTOLOGY.term
HOLDING, DEAL, DELIVERY, VALUE, EVIDENCE, ARTICLE = (
    ONTOLOGY.data(i) for i in ("holding-1", "deal-1", "delivery-1", "value-1", "evidence-1", "article-1")
)
PERSON, COUNTRY, SELLER, SYSTEM, ROLE = (
    ONTOLOGY.data(i) for i in ("person-ana-silva", "country-pt", "organization-acme", "system-x1", "role-foreign-minister-pt")
)


def good() -> Graph:
    """One of everything, as small as may be."""
    graph = Graph()
    add = graph.add
    for node, kind in (
        (PERSON, "Person"), (COUNTRY, "Country"), (SELLER, "Organization"), (SYSTEM, "System"), (ROLE, "Role"),
        (HOLDING, "RoleHolding"), (DEAL, "Purchase"), (DELIVERY, "Delivery"),
    ):  # fmt: skip
        add((node, RDF.type, ONTOLOGY.cls(kind)))
        add((node, T("kg:mentionedIn"), ARTICLE))
    for node in (PERSON, COUNTRY, SELLER, SYSTEM, ROLE):
        add((node, T("skos:prefLabel"), Literal("name")))
    add((COUNTRY, T("kg:code"), Literal("PT")))
    for node in (ROLE, HOLDING):
        add((node, T("kg:title"), Literal("Foreign Minister")))
        add((node, T("kg:of"), COUNTRY))
    add((HOLDING, T("kg:holder"), PERSON))
    add((HOLDING, T("kg:role"), ROLE))
    add((HOLDING, T("kg:status"), T("kg:current")))
    add((DEAL, T("kg:buyer"), COUNTRY))
    add((DEAL, T("kg:seller"), SELLER))
    add((DEAL, T("kg:system"), SYSTEM))
    add((DEAL, T("kg:quantity"), Literal(4)))
    add((DEAL, T("kg:hasValue"), VALUE))
    add((DEAL, T("kg:hasDate"), Literal("2017-12", datatype=T("xsd:gYearMonth"))))
    add((DEAL, T("kg:status"), T("kg:signed")))
    add((DELIVERY, T("kg:system"), SYSTEM))
    add((DELIVERY, T("kg:to"), COUNTRY))
    add((DELIVERY, T("kg:start"), Literal("2019", datatype=T("xsd:gYear"))))
    add((DELIVERY, T("kg:status"), T("kg:started")))
    add((VALUE, RDF.type, ONTOLOGY.cls("MonetaryValue")))
    add((VALUE, T("kg:amount"), Literal("2500000000", datatype=T("xsd:decimal"))))
    add((VALUE, T("kg:currency"), Literal("USD")))
    for fact in (HOLDING, DEAL, DELIVERY):
        add((fact, T("kg:supportedBy"), EVIDENCE))
    add((EVIDENCE, RDF.type, ONTOLOGY.cls("Evidence")))
    add((EVIDENCE, T("prov:wasDerivedFrom"), ARTICLE))
    add((EVIDENCE, T("oa:exact"), Literal("Portugal signed")))
    add((EVIDENCE, T("oa:start"), Literal(0)))
    add((EVIDENCE, T("oa:end"), Literal(15)))
    add((EVIDENCE, T("kg:confidence"), Literal("0.9", datatype=T("xsd:decimal"))))
    add((EVIDENCE, T("kg:rule"), Literal("deal.sign.active")))
    add((ARTICLE, RDF.type, ONTOLOGY.cls("Article")))
    add((ARTICLE, T("dcterms:identifier"), Literal("story-1")))
    return graph


def messages(graph: Graph) -> str:
    """What the shapes say against a graph; empty when it conforms."""
    conforms, _, report = validate(graph, shacl_graph=ONTOLOGY.shapes, inference="none")
    return "" if conforms else str(report)


def test_a_good_graph_passes() -> None:
    assert messages(good()) == ""


def without(node: URIRef, term: str) -> Callable[[Graph], object]:
    return lambda graph: graph.remove((node, T(term), None))


def with_(node: URIRef, term: str, value: Literal | URIRef) -> Callable[[Graph], object]:
    return lambda graph: graph.add((node, T(term), value))


def set_(node: URIRef, term: str, value: Literal | URIRef) -> Callable[[Graph], object]:
    return lambda graph: graph.set((node, T(term), value))


BAD: list[tuple[str, Callable[[Graph], object]]] = [
    ("exactly one holder", without(HOLDING, "kg:holder")),
    ("exactly one holder", with_(HOLDING, "kg:holder", ONTOLOGY.data("person-other"))),
    ("exactly one holder", set_(HOLDING, "kg:holder", COUNTRY)),
    ("exactly one role", without(HOLDING, "kg:role")),
    ("at least one title", without(HOLDING, "kg:title")),
    ("status of a role holding", set_(HOLDING, "kg:status", T("kg:signed"))),
    ("status of a role holding", without(HOLDING, "kg:status")),
    ("at most one country, organization or place", set_(HOLDING, "kg:of", PERSON)),
    ("supported by evidence", without(HOLDING, "kg:supportedBy")),
    ("supported by evidence", without(DEAL, "kg:supportedBy")),
    ("supported by evidence", without(DELIVERY, "kg:supportedBy")),
    ("status of a deal", set_(DEAL, "kg:status", T("kg:started"))),
    ("at most one date", set_(DEAL, "kg:hasDate", Literal("December 2017"))),
    ("an amount of money", set_(DEAL, "kg:hasValue", Literal(3))),
    ("the system of a deal", set_(DEAL, "kg:system", PERSON)),
    ("at most one quantity", set_(DEAL, "kg:quantity", Literal("four"))),
    ("at most one quantity", with_(DEAL, "kg:quantity", Literal(5))),
    ("at least one system", without(DELIVERY, "kg:system")),
    ("status of a delivery", set_(DELIVERY, "kg:status", T("kg:delivered"))),
    ("at most one start", set_(DELIVERY, "kg:start", Literal("mid-July"))),
    ("exactly one amount", set_(VALUE, "kg:amount", Literal("2.5 billion"))),
    ("exactly one currency", set_(VALUE, "kg:currency", Literal("dollars"))),
    ("exactly one article", without(EVIDENCE, "prov:wasDerivedFrom")),
    ("before its end", set_(EVIDENCE, "oa:start", Literal(15))),
    ("from 0 to 1", set_(EVIDENCE, "kg:confidence", Literal("1.2", datatype=T("xsd:decimal")))),
    ("quotes words", without(EVIDENCE, "oa:exact")),
    ("names the rule", without(EVIDENCE, "kg:rule")),
    ("exactly one identifier", without(ARTICLE, "dcterms:identifier")),
    ("exactly one label", without(PERSON, "skos:prefLabel")),
    ("exactly one label", with_(PERSON, "skos:prefLabel", Literal("another name"))),
    ("mentioned in at least one article", without(SYSTEM, "kg:mentionedIn")),
    ("two capital letters", set_(COUNTRY, "kg:code", Literal("PRT"))),
    ("a person is no country", lambda graph: graph.add((PERSON, RDF.type, ONTOLOGY.cls("Country")))),
]


@pytest.mark.parametrize(("message", "spoil"), BAD)
def test_a_bad_graph_is_refused_with_its_reason(message: str, spoil: Callable[[Graph], object]) -> None:
    graph = good()
    spoil(graph)
    assert message in messages(graph)


def test_a_deal_needs_one_side_but_not_both() -> None:
    graph = good()
    graph.remove((DEAL, T("kg:buyer"), None))
    assert messages(graph) == ""
    graph.remove((DEAL, T("kg:seller"), None))
    assert "at least one buyer or seller" in messages(graph)


def test_every_subclass_of_deal_is_a_target() -> None:
    targets = set(ONTOLOGY.shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass")))
    for name in sorted(ONTOLOGY.subclasses("Deal") | {"Delivery", "RoleHolding"}):
        assert ONTOLOGY.cls(name) in targets, name


def test_shapes_use_only_terms_of_the_ontology() -> None:
    own = ONTOLOGY.prefixes["kg"]
    known = {str(t.iri) for group in (ONTOLOGY.classes, ONTOLOGY.properties, ONTOLOGY.statuses) for t in group.values()}
    used = {str(node) for triple in ONTOLOGY.shapes for node in triple if str(node).startswith(own)}
    assert {u for u in used if not u.endswith("Shape")} <= known
