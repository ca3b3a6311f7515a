import re
from pathlib import Path

import networkx as nx

from kg.exporters.html.network import network
from kg.exporters.network import write_gexf, write_graphml
from kg.graph import assemble, view
from kg.ontology import load
from tests.graph.sample import hostile_resolution, sample_articles, sample_graph


def test_gexf_has_every_entity_and_every_line(tmp_path: Path) -> None:
    graph, path = sample_graph(), tmp_path / "graph.gexf"
    write_gexf(graph, path)
    read, seen = nx.read_gexf(path), view(graph)
    assert set(read.nodes) == {e.id for e in seen.entities}
    assert read.number_of_edges() == len(seen.relations)
    assert read.nodes["country-turkey"]["label"] == "Turkey"


def test_parallel_lines_stay_apart(tmp_path: Path) -> None:
    write_graphml(sample_graph(), tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    labels = {d["label"] for d in read.get_edge_data("country-turkey", "system-s-400").values()}
    assert labels == {"buys", "purchases", "takes delivery of"}


def test_no_clock_gets_into_gexf(tmp_path: Path) -> None:
    write_gexf(sample_graph(), tmp_path / "graph.gexf")
    text = (tmp_path / "graph.gexf").read_text(encoding="utf-8")
    assert "lastmodifieddate" not in text
    assert re.search(r"<meta>\s*<creator>", text)


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    name = '</node><evil a="1">\x00\x1b\n& שלום 🚀'
    graph = assemble(hostile_resolution(name), sample_articles(), load())
    write_gexf(graph, tmp_path / "graph.gexf")
    write_graphml(graph, tmp_path / "graph.graphml")
    for read in (nx.read_gexf(tmp_path / "graph.gexf"), nx.read_graphml(tmp_path / "graph.graphml")):
        assert " ".join(read.nodes["country-turkey"]["label"].split()) == '</node><evil a="1"> & שלום 🚀'


def test_gexf_has_the_places_and_colours_of_the_page(tmp_path: Path) -> None:
    graph = sample_graph()
    write_gexf(graph, tmp_path / "graph.gexf")
    read = nx.read_gexf(tmp_path / "graph.gexf")
    for dot in network(view(graph)).nodes:
        look = read.nodes[dot["id"]]["viz"]
        assert (look["position"]["x"], look["position"]["y"], look["size"]) == (dot["x"], -dot["y"], dot["size"])
        assert "#{r:02X}{g:02X}{b:02X}".format(**look["color"]) == dot["color"]
