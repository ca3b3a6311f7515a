from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode

from kg.graph import KnowledgeGraph, assemble, query, view
from kg.graph.index import Index
from kg.model import Argument, Claim, Entity, Evidence, Fact, Mention, Ref, Resolution, Variant
from kg.ontology import UnknownTerm, load
from kg.values import Quantity
from tests.graph.sample import FIRST, SECOND, fact, sample_articles, sample_resolution

ONTOLOGY = load()


def built(resolution: Resolution | None = None) -> KnowledgeGraph:
    return assemble(resolution or sample_resolution(), sample_articles(), ONTOLOGY)


def asked(graph: KnowledgeGraph, sparql: str) -> list[tuple[str, ...]]:
    return [tuple(v.value if v else "" for v in row) for row in query(graph, sparql, ONTOLOGY)]  # type: ignore[union-attr]


def with_facts(*facts: Fact, entities: Iterable[Entity] = ()) -> KnowledgeGraph:
    world = sample_resolution()
    return built(replace(world, facts=facts, entities=(*world.entities, *entities)))


def test_a_purchase_has_every_slot_of_the_contract() -> None:
    rows = asked(
        built(),
        """SELECT ?buyer ?seller ?system ?n ?unit ?amount ?currency ?approximate ?date ?status WHERE {
             ?deal a kg:Purchase ; kg:buyer/skos:prefLabel ?buyer ; kg:seller/skos:prefLabel ?seller ; kg:system/skos:prefLabel ?system ;
               kg:quantity ?n ; kg:unit ?unit ; kg:hasDate ?date ; kg:status ?status ; kg:hasValue ?value .
             ?value a kg:MonetaryValue ; kg:amount ?amount ; kg:currency ?currency ; kg:approximate ?approximate }""",
    )
    assert rows == [
        ("Turkey", "Russia", "S-400", "4", "battery", "2500000000", "USD", "false", "2017-12", ONTOLOGY.prefixes["kg"] + "signed")
    ]


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [("Purchase", {"Purchase", "Deal"}), ("Deal", {"Deal"}), ("Delivery", {"Delivery"}), ("RoleHolding", {"RoleHolding"})],
)
def test_a_fact_is_of_its_class_and_of_the_kinds_above_it(kind: str, kinds: set[str]) -> None:
    graph = with_facts(fact("f", kind, status="current" if kind == "RoleHolding" else "planned"))
    assert set(Index(graph, graph.asserted).classes(graph.terms.data("f"))) == kinds
    assert [(f.id, f.kind) for f in view(graph).facts] == [("f", kind)]


def test_a_value_keeps_its_words_and_its_datatype() -> None:
    sparql = "SELECT ?text (DATATYPE(?a) AS ?t) { ?v kg:text ?text ; kg:amount ?a }"
    assert asked(built(), sparql) == [("$2.5 billion", ONTOLOGY.prefixes["xsd"] + "decimal")]


def test_a_role_holding_names_holder_role_title_and_country() -> None:
    rows = asked(
        built(),
        """SELECT ?who ?role ?title ?of { ?h a kg:RoleHolding ; kg:status kg:current ; kg:holder/skos:prefLabel ?who ;
             kg:role/skos:prefLabel ?role ; kg:title ?title ; kg:of/skos:prefLabel ?of . ?h kg:role/kg:of/skos:prefLabel ?of }""",
    )
    assert rows == [("Mevlut Cavusoglu", "Foreign Minister of Turkey", "Foreign Minister", "Turkey")]


def test_a_delivery_has_receiver_and_start() -> None:
    rows = asked(built(), "SELECT ?to ?start { ?d a kg:Delivery ; kg:to/skos:prefLabel ?to ; kg:start ?start ; kg:status kg:started }")
    assert rows == [("Turkey", "2019-07")]


def test_every_name_is_kept_and_the_label_is_not_said_twice() -> None:
    assert asked(built(), "SELECT ?n { id:country-turkey skos:prefLabel|skos:altLabel ?n } ORDER BY ?n") == [("Ankara",), ("Turkey",)]


def test_doubt_is_kept_on_the_fact() -> None:
    assert asked(built(), "SELECT ?h { ?d kg:hedge ?h ; kg:status kg:planned }") == [("reportedly",)]
    assert asked(built(), "SELECT ?w { ?d kg:attributedTo/skos:prefLabel ?w }") == [("Mevlut Cavusoglu",)]


def test_each_fact_has_evidence_that_stands_in_its_article() -> None:
    texts = {"first-story": FIRST, "second story": SECOND}
    rows = asked(
        built(),
        """SELECT ?fact ?id ?exact ?start ?end { ?fact kg:supportedBy ?e .
             ?e a kg:Evidence ; oa:exact ?exact ; oa:start ?start ; oa:end ?end ; prov:wasDerivedFrom/dcterms:identifier ?id }""",
    )
    assert {r[0] for r in rows} == {ONTOLOGY.data(f.id).toPython() for f in sample_resolution().facts}
    for _, article, exact, start, end in rows:
        assert texts[article][int(start) : int(end)] == exact


def test_a_value_that_lost_is_readable_at_its_evidence_only() -> None:
    rows = asked(
        built(),
        'SELECT ?id ?note { ?e skos:note ?note ; prov:wasDerivedFrom/dcterms:identifier ?id FILTER(CONTAINS(?note, "2000000000")) }',
    )
    [(article, note)] = rows
    assert article == "second story" and "hasValue: about 2000000000 USD (about $2 billion)" in note.split("\n")
    assert "hasDate: 2017" in note.split("\n")
    assert asked(built(), "SELECT ?v { id:deal-turkey-s-400 kg:hasValue/kg:amount ?v }") == [("2500000000",)]


def test_articles_have_their_particulars_and_no_dangerous_address() -> None:
    rows = asked(
        built(), "SELECT ?id ?h ?d { ?a a kg:Article ; dcterms:identifier ?id ; schema:headline ?h ; schema:datePublished ?d } ORDER BY ?id"
    )
    assert rows == [("first-story", "Turkey's S-400 purchase", "2019-11-27"), ("second story", "Orders", "2020-01-05")]
    assert asked(built(), "SELECT ?u { ?a schema:url ?u }") == [("https://news.example/s-400?id=1&x=2",)]


def test_an_article_without_facts_is_in_the_graph() -> None:
    empty = Resolution(entities=(), facts=(), decisions=())
    assert asked(built(empty), "SELECT (COUNT(?a) AS ?n) { ?a a kg:Article }") == [("2",)]


def test_entities_are_mentioned_where_they_are_named_and_roles_where_they_are_told() -> None:
    sparql = (
        "SELECT ?e ?id { VALUES ?e { id:country-russia id:role-defence-secretary } ?e kg:mentionedIn/dcterms:identifier ?id } ORDER BY ?e"
    )
    assert [row[1] for row in asked(built(), sparql)] == ["first-story", "second story"]


def test_decisions_stand_apart_from_the_facts() -> None:
    rows = asked(
        built(), "SELECT ?left ?right ?same { ?d a kg:Decision ; kg:left ?left ; kg:rightName ?right ; kg:same ?same } ORDER BY ?left"
    )
    assert [row[1:] for row in rows] == [("Ankara", "true"), ("bought four batteries", "false")]
    assert asked(built(), "SELECT ?x { ?x ?p ?d . ?d a kg:Decision }") == []


def test_there_are_no_blank_nodes() -> None:
    assert all(isinstance(t.subject, NamedNode) and not str(t.object).startswith("_:") for t in built().asserted)


def test_the_order_of_what_comes_in_changes_nothing() -> None:
    world = sample_resolution()
    turned = Resolution(
        world.entities[::-1], tuple(replace(f, claims=f.claims[::-1]) for f in reversed(world.facts)), world.decisions[::-1]
    )
    assert assemble(turned, reversed(sample_articles()), ONTOLOGY).asserted == built().asserted


def test_an_approximate_quantity_says_so_and_a_fraction_stays() -> None:
    share = fact("deal-x", "Acquisition", quantity=Quantity(Decimal("49.50"), "percent", True, "about 49.5%"))
    graph = with_facts(share)
    sparql = "SELECT ?n ?unit ?words ?about { ?d kg:quantity ?n ; kg:unit ?unit ; kg:quantityText ?words ; kg:approximateQuantity ?about }"
    assert asked(graph, sparql) == [("49.5", "percent", "about 49.5%", "true")]


@pytest.mark.parametrize(
    ("property", "value"),
    [
        ("buyer", Mention("first-story", 0, 6, "Turkey", "Country")),
        ("buyer", "somebody"),
        ("attributedTo", "somebody"),
        ("quantity", Quantity(Decimal("NaN"))),
    ],
)
def test_what_is_no_entity_or_no_number_gives_no_triple(property: str, value: Mention | Quantity | str) -> None:
    graph = with_facts(fact("deal-x", "Purchase", **{property: value}))
    assert Index(graph, graph.asserted).values(graph.terms.data("deal-x"), f"kg:{property}") == []


@pytest.mark.parametrize(
    ("kind", "property", "value", "wrong"),
    [
        ("Robbery", "buyer", Ref("x"), "Robbery"),
        ("Purchase", "robber", Ref("x"), "robber"),
        ("Purchase", "robber", "somebody", "robber"),
        ("Purchase", "status", "stolen", "stolen"),
    ],
)
def test_a_word_that_the_ontology_lacks_is_refused(kind: str, property: str, value: Ref | str, wrong: str) -> None:
    with pytest.raises(UnknownTerm, match=wrong):
        with_facts(fact("deal-x", kind, **{property: value}))


def test_two_facts_on_one_sentence_have_evidence_of_their_own() -> None:
    quote = Evidence("first-story", 0, 6, "Turkey", "role.title", 0.5)
    facts = [
        Fact(f"holding-{t}", "RoleHolding", (Argument("title", t),), (Claim("RoleHolding", (Argument("title", t),), quote),)) for t in "ab"
    ]
    assert asked(with_facts(*facts), "SELECT ?note { id:holding-a kg:supportedBy/skos:note ?note }") == [("title: a",)]


def test_a_variant_is_linked_to_its_family() -> None:
    world = sample_resolution()
    variant = Entity("system-s-400m", "System", "S-400M", ("S-400M",), (Mention(FIRST, 0, 6, "S-400M", "System"),))
    link = Variant("system-s-400m", "system-s-400", "the same designator and more")
    graph = built(replace(world, entities=(*world.entities, variant), variants=(link,)))
    rows = asked(graph, "SELECT ?v ?f WHERE { ?x kg:variantOf ?y . ?x skos:prefLabel ?v . ?y skos:prefLabel ?f }")
    assert rows == [("S-400M", "S-400")]
    assert "schema:isVariantOf" in ONTOLOGY.superproperties("variantOf")
    lines = [(r.label, r.fact, r.evidence) for r in view(graph).relations if r.property == "variantOf"]
    assert lines == [("variant of", "", ())]
