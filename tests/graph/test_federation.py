import pytest

from kg.graph import GraphError, query
from kg.graph.federation import asks_elsewhere
from tests.graph.sample import sample_graph


@pytest.mark.parametrize(
    "clause",
    [
        "SERVICE <http://127.0.0.1:9/> {}",
        "service silent <http://127.0.0.1:9/> {}",
        "SERVICE<http://127.0.0.1:9/>{}",
        "SERVICE # <urn:x>\n <http://127.0.0.1:9/> {}",
        "SERVICE#\r<http://127.0.0.1:9/> {}",
        "?a ?b '''x\\'''' . SERVICE <http://127.0.0.1:9/> { # '\n}",
        "?a ?b ?c.SERVICE ?c {}",
        "BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x {}",
        "\\u0053ERVICE <http://127.0.0.1:9/> {}",
        "\\U00000053ERVICE \\u003Chttp://127.0.0.1:9/\\u003E {}",
        "SERVICE SILENT kg:x {}",
        "SERVICE :x {}",
    ],
)
def test_no_query_has_the_program_ask_another_server(clause: str) -> None:
    graph = sample_graph()
    with pytest.raises(GraphError, match="another server"):
        query(graph, f"SELECT * WHERE {{ {clause} }}", graph.ontology)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?service ?p 'the secret service' }",
        "SELECT ?service { ?s kg:service ?service . ?s schema:self-service ?o }",
        "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'service')) } # SERVICE",
    ],
)
def test_the_word_alone_is_no_request(sparql: str) -> None:
    assert not asks_elsewhere(sparql)
