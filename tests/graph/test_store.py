from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.exporters import export
from kg.graph import GraphError, KnowledgeGraph, assemble, explain, load, query
from kg.ontology import load as load_ontology
from kg.reasoning import infer
from tests.graph.sample import sample_articles, sample_graph, sample_resolution

ONTOLOGY = load_ontology()
BUYERS = "SELECT ?buyer ?system { ?buyer kg:purchases ?system }"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return sample_graph()


@pytest.mark.parametrize("format", ["turtle", "trig", "ntriples", "jsonld"])
def test_a_written_graph_is_read_as_it_was_with_its_inferences_apart(graph: KnowledgeGraph, tmp_path: Path, format: str) -> None:
    path = export(graph, tmp_path, [format])[0]
    again = load(path, ONTOLOGY)
    assert again.asserted == graph.asserted
    assert again.inferences == graph.inferences


@pytest.mark.parametrize("format", ["turtle", "trig", "ntriples", "jsonld"])
def test_a_file_is_asked_without_typing_prefixes(graph: KnowledgeGraph, tmp_path: Path, format: str) -> None:
    path = export(graph, tmp_path, [format])[0]
    [row] = query(path, BUYERS, ONTOLOGY)  # type: ignore[misc]
    assert [t.value for t in row] == [ONTOLOGY.base + "country-turkey", ONTOLOGY.base + "system-s-400"]


def test_another_base_of_data_is_known_from_the_file(tmp_path: Path) -> None:
    elsewhere = load_ontology(base="https://example.org/kb/")
    [path] = export(infer(assemble(sample_resolution(), sample_articles(), elsewhere), elsewhere), tmp_path, ["turtle"])
    assert bool(query(path, "ASK { id:country-turkey kg:purchases id:system-s-400 }", ONTOLOGY))
    assert explain(load(path, ONTOLOGY), "country-turkey").label == "Turkey"


def test_a_graph_is_asked_like_a_file(graph: KnowledgeGraph) -> None:
    assert bool(query(graph, "ASK { id:country-turkey kg:purchases id:system-s-400 }", ONTOLOGY))
    assert not bool(query(graph, "ASK { id:country-poland kg:purchases ?anything }", ONTOLOGY))


def test_a_query_may_bring_its_own_prefixes(graph: KnowledgeGraph) -> None:
    assert bool(query(graph, f"PREFIX x: <{ONTOLOGY.prefixes['kg']}> ASK {{ ?a x:purchases ?b }}", ONTOLOGY))


def test_a_store_on_disk_is_asked_and_read(graph: KnowledgeGraph, tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "db"))
    store.bulk_extend(graph.quads())
    store.flush()
    del store
    assert len(list(query(tmp_path / "db", BUYERS, ONTOLOGY))) == 1  # type: ignore[arg-type]
    assert load(tmp_path / "db", ONTOLOGY).inferences == graph.inferences


def test_what_is_wrong_with_a_query_is_told(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="not a SPARQL query"):
        query(graph, "SELECT ?x WHERE {", ONTOLOGY)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [("graph.ttl", "this is no Turtle", "cannot be read"), ("graph.xyz", "", "ending"), ("missing.ttl", None, "cannot be read")],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, name: str, content: str | None, told: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(GraphError, match=told):
        load(path, ONTOLOGY)


def test_a_folder_that_is_no_store_is_told_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no store"):
        query(tmp_path, BUYERS, ONTOLOGY)
    assert list(tmp_path.iterdir()) == []


def test_half_a_record_of_an_inference_is_told(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(f"<urn:x> a <{ONTOLOGY.prefixes['kg']}Inference> .")
    with pytest.raises(GraphError, match="inference"):
        load(path, ONTOLOGY)
