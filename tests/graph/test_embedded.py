"""The graph in the folder of a store: asked at once, whole, and never one that this program would misread."""

import json
from pathlib import Path

import pytest

from kg.graph import GraphError, keep, load, query
from kg.ontology import load as load_ontology
from tests.graph.sample import sample_graph

ONTOLOGY = load_ontology()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    keep(sample_graph(), folder)
    return folder


def numbers(store: Path, sparql: str) -> dict[str, int]:
    """Name and number in each row."""
    return {row[0].value.rpartition("/")[2]: int(row[1].value) for row in query(store, sparql, ONTOLOGY)}  # type: ignore[union-attr]


def test_a_query_is_about_everything_and_each_triple_counts_once(store: Path) -> None:
    assert numbers(store, "SELECT ('all' AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o }") == {"all": len(sample_graph().triples())}
    assert load(store, ONTOLOGY).asserted == sample_graph().asserted


def test_what_an_article_tells_what_was_decided_and_what_a_rule_gave_can_be_asked_apart(store: Path) -> None:
    found = numbers(store, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    quads = [q for q in sample_graph().quads() if hasattr(q.graph_name, "value")]
    assert {"article-first-story", "decisions", "rule-purchases"} <= set(found)
    assert sum(found.values()) == len(quads)


@pytest.mark.parametrize(("format", "told"), [(1, "of format 1; this kg knows format 2"), (9, "of format 9"), (None, "cannot be read")])
def test_a_graph_of_another_format_is_refused_by_name_until_it_is_made_anew(tmp_path: Path, format: int | None, told: str) -> None:
    keep(sample_graph(), tmp_path)
    pointer = tmp_path / "graph.json"
    pointer.write_text(json.dumps({**json.loads(pointer.read_text()), "format": format}) if format else "{")
    with pytest.raises(GraphError, match=told):
        query(tmp_path, "ASK {}", ONTOLOGY)
    keep(sample_graph(), tmp_path)
    assert bool(query(tmp_path, "ASK { ?a kg:purchases ?b }", ONTOLOGY))
