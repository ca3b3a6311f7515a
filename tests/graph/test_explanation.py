from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph, UnknownNode, assemble, explain
from kg.model import Entity
from kg.ontology import load
from tests.graph.sample import sample_articles, sample_graph, sample_resolution


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return sample_graph()


@pytest.mark.parametrize(
    "name",
    [
        "https://w3id.org/newskg/id/country-turkey",
        "<https://w3id.org/newskg/id/country-turkey>",
        "id:country-turkey",
        "country-turkey",
        "Turkey",
        "turkey",
        "ANKARA",
    ],
)
def test_a_node_is_found_by_iri_id_prefixed_name_label_and_any_name(graph: KnowledgeGraph, name: str) -> None:
    assert explain(graph, name).short == "id:country-turkey"


def test_an_entity_is_explained_with_its_facts_and_their_sentences(graph: KnowledgeGraph) -> None:
    turkey = explain(graph, "Turkey")
    assert turkey.kinds == ("Country",)
    assert turkey.names == ("Turkey", "Ankara")
    assert turkey.articles == ("first-story", "second story")
    assert [f.id for f in turkey.facts] == ["deal-turkey-s-400", "delivery-turkey-s-400", "holding-cavusoglu"]
    purchase = turkey.facts[0]
    assert [(e.article.id, e.article.publisher, e.article.date, e.rule, e.confidence) for e in purchase.evidence] == [
        ("first-story", "Sample News", "2019-11-27", "deal.order.active", 0.9),
        ("second story", "", "2020-01-05", "deal.order.active", 0.9),
    ]
    assert purchase.evidence[1].quote == "Ankara ordered the S-400 systems in 2017 at about $2 billion."


def test_what_is_inferred_is_told_with_rule_and_fact(graph: KnowledgeGraph) -> None:
    [shortcut] = [i for i in explain(graph, "Turkey").inferred if i.property == "kg:purchases"]
    assert (shortcut.subject, shortcut.target, shortcut.rule, shortcut.premises) == ("Turkey", "S-400", "purchases", ("deal-turkey-s-400",))


def test_decisions_are_told_from_both_sides(graph: KnowledgeGraph) -> None:
    [merge] = explain(graph, "Turkey").decisions
    assert (merge.left.id, merge.right.name, merge.right.article, merge.same, merge.score) == (
        "country-turkey",
        "Ankara",
        "second story",
        True,
        1.0,
    )
    assert (merge.by, merge.uncertain, merge.right.words) == ("policy", False, "Ankara ordered the")
    for deal in ("deal-turkey-s-400", "deal-poland-jet"):
        [apart] = explain(graph, deal).decisions
        assert (apart.reason, apart.by, apart.uncertain) == ("different buyers: Poland / Turkey", "Ann", True)
        assert apart.findings == ("veto different buyers: Poland / Turkey", "+0.10 near each other")


def test_a_fact_explains_itself_alone(graph: KnowledgeGraph) -> None:
    holding = explain(graph, "id:holding-carter")
    assert [f.id for f in holding.facts] == ["holding-carter"]
    assert holding.inferred == ()


def test_an_article_is_explained_by_the_facts_it_tells(graph: KnowledgeGraph) -> None:
    for name in ("second story", "Orders", "article-second story"):
        assert [f.id for f in explain(graph, name).facts] == ["deal-poland-jet", "deal-turkey-s-400", "holding-carter"]


def test_any_other_node_shows_its_properties(graph: KnowledgeGraph) -> None:
    value = next(t.object for t in graph.asserted if t.predicate == graph.terms.name("kg:hasValue"))
    assert ("kg:amount", "2500000000") in explain(graph, str(value)).other


def test_an_unknown_name_gets_suggestions(graph: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNode, match="Mevlut Cavusoglu"):
        explain(graph, "Mevlut Cavusoglou")
    with pytest.raises(UnknownNode, match=r"nothing in the graph is called 'qqq'$"):
        explain(graph, "qqq")


def test_a_name_of_two_things_is_not_guessed() -> None:
    world, ontology = sample_resolution(), load()
    twin = Entity("country-russia-2", "Country", "Russia", ("Russia",))
    graph = assemble(replace(world, entities=(*world.entities, twin)), sample_articles(), ontology)
    with pytest.raises(UnknownNode, match="country-russia, country-russia-2"):
        explain(graph, "Russia")


def test_a_label_goes_before_somebody_elses_other_name() -> None:
    world, ontology = sample_resolution(), load()
    capital = Entity("place-ankara", "Place", "Ankara", ("Ankara",))
    graph = assemble(replace(world, entities=(*world.entities, capital)), sample_articles(), ontology)
    assert explain(graph, "Ankara").short == "id:place-ankara"
