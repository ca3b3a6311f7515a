"""Does the real server answer a client that is not ours?"""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.exporters import export
from kg.ontology import load
from tests.graph.sample import sample_graph
from tests.servers import HOST, free_port, started

ONTOLOGY = load()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pytest.importorskip("waitress", reason="needs the extra serve")
    [path] = export(sample_graph(), tmp_path_factory.mktemp("file"), ["turtle"])
    port = free_port()
    with started([sys.executable, "-m", "kg.cli", "serve", str(path), "--port", str(port)], f"http://{HOST}:{port}/id/x") as url:
        yield url.removesuffix("/id/x")


@pytest.mark.slow
def test_a_client_that_is_not_ours_asks_and_is_answered(server: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server}/sparql"))
    rows = list(graph.query(f"SELECT ?s ?o {{ ?s <{ONTOLOGY.prop('purchases')}> ?o }}"))
    assert [tuple(map(str, row)) for row in rows] == [(ONTOLOGY.base + "country-turkey", ONTOLOGY.base + "system-s-400")]
    assert len(graph) == len(sample_graph().triples())
    node = rdflib.URIRef(ONTOLOGY.base + "country-turkey")
    assert str(graph.value(node, rdflib.SKOS.prefLabel)) == "Turkey"


@pytest.mark.slow
def test_a_thing_is_read_by_a_client_that_is_not_ours(server: str) -> None:
    for format in ("turtle", "json-ld"):
        media = {"turtle": "text/turtle", "json-ld": "application/ld+json"}[format]
        request = urllib.request.Request(f"{server}/id/country-turkey", headers={"Accept": media})
        with urllib.request.urlopen(request) as answer:
            read = rdflib.Graph().parse(data=answer.read(), format=format)
        assert str(read.value(rdflib.URIRef(ONTOLOGY.base + "country-turkey"), rdflib.SKOS.prefLabel)) == "Turkey"


@pytest.mark.slow
def test_a_request_that_is_too_large_is_refused(server: str) -> None:
    request = urllib.request.Request(f"{server}/sparql", b"x" * 2_000_000, {"Content-Type": "application/sparql-query"}, method="POST")
    with pytest.raises(urllib.error.URLError) as refused:
        urllib.request.urlopen(request)
    assert getattr(refused.value, "code", 413) == 413  # or the server had hung up before all was sent
    with urllib.request.urlopen(f"{server}/id/country-turkey") as answer:
        assert answer.status == 200
