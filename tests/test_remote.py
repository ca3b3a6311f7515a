"""Does a graph arrive in a triple store elsewhere, whole, and does nobody see the password?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.exporters import export
from kg.graph import assemble
from kg.ontology import load as load_ontology
from kg.remote import PASSWORD, TOKEN, USER, NotLoaded, Remote, check, load
from tests.graph.sample import hostile_resolution, sample_articles, sample_graph
from tests.servers import Playing, TripleStore, fuseki, oxigraph, virtuoso

GRAPH = "https://example.org/news"
TRIPLES = sample_graph().triples()
SECRET = {USER: "ann", PASSWORD: "s3cret"}


@pytest.fixture(scope="module", params=[oxigraph, virtuoso, fuseki], ids=lambda server: server.__name__)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TripleStore]:
    """A triple store that is not ours."""
    with request.param(tmp_path_factory.mktemp("server")) as store:
        yield store


@pytest.fixture
def playing() -> Iterator[Playing]:
    server = Playing([])
    yield server
    server.close()


def sent(triples: Sequence[ox.Triple], server: TripleStore, graph: str, **options: Any) -> int:
    return load(triples, Remote(server.crud, graph, server.digest), server.environment, **options)


@pytest.mark.slow
def test_every_triple_arrives_in_the_named_graph(server: TripleStore) -> None:
    assert sent(TRIPLES, server, GRAPH, batch=100) == len(TRIPLES)
    assert server.held(GRAPH) == {str(t) for t in TRIPLES}


@pytest.mark.slow
def test_what_stood_there_is_replaced_unless_it_is_to_stay(server: TripleStore) -> None:
    graph = GRAPH + "/2"
    sent(TRIPLES, server, graph)
    assert sent(TRIPLES[:10], server, graph) == 10
    assert server.held(graph) == {str(t) for t in TRIPLES[:10]}
    assert sent(TRIPLES[5:20], server, graph, add=True) == 20
    assert sent((), server, graph) == 0


@pytest.mark.slow
def test_the_default_graph_and_other_graphs_are_left_alone(server: TripleStore) -> None:
    if server.digest:
        pytest.skip("Virtuoso has no default graph")
    sent(TRIPLES[:7], server, "")
    sent(TRIPLES, server, GRAPH + "/3")
    assert sent(TRIPLES[:3], server, "", add=True) == 7


@pytest.mark.slow
def test_hostile_text_arrives_as_it_is(server: TripleStore) -> None:
    label = 'a\\b "c" <d> \n\t\u202e\u2028 Ç 中 🚀 {x} \' $y'
    graph = assemble(hostile_resolution(label), sample_articles(), load_ontology())
    sent(graph.triples(), server, GRAPH + "/4")
    assert server.held(GRAPH + "/4") == {str(t) for t in graph.triples()}


@pytest.mark.slow
def test_a_file_and_a_store_are_loaded_from_the_prompt(server: TripleStore, tmp_path: Path) -> None:
    [path] = export(sample_graph(), tmp_path, ["turtle"])
    digest = ["--digest"] * server.digest
    done = CliRunner(env=dict(server.environment)).invoke(main, ["load", str(path), server.crud, "--graph", GRAPH + "/5", *digest])
    assert done.exit_code == 0, done.output
    assert f"{len(TRIPLES)} triples sent, {len(TRIPLES)} in the graph" in done.output
    done = CliRunner().invoke(main, ["load", str(path), urljoin(server.crud, "/nowhere"), "--graph", GRAPH])
    assert (done.exit_code, "the store answered" in done.output) == (2, True)


def test_what_fails_for_the_moment_is_tried_again(playing: Playing) -> None:
    content = "".join(f"{t} .\n" for t in TRIPLES[:4]).encode()
    waited: list[float] = []
    playing = Playing([(503, {}, b"busy"), (429, {}, b""), (201, {}, b""), (500, {}, b""), (200, {}, content)])
    assert load(TRIPLES[:4], Remote(playing.url, GRAPH), {}, sleep=waited.append) == 4
    assert [method for method, *_ in playing.asked] == ["PUT", "PUT", "PUT", "GET", "GET"]
    assert waited == [0.5, 1.0, 0.5]
    playing.close()


def test_it_is_given_up_in_the_end(playing: Playing) -> None:
    server = Playing([(503, {}, b"")] * 9)
    with pytest.raises(NotLoaded, match=r"503 .*given up after 5 tries"):
        load(TRIPLES[:4], Remote(server.url), {}, sleep=lambda seconds: None)
    server.close()
    with pytest.raises(NotLoaded, match="does not answer"):
        load(TRIPLES[:4], Remote(server.url), {}, sleep=lambda seconds: None)


def test_a_count_that_is_wrong_is_told(playing: Playing) -> None:
    with pytest.raises(NotLoaded, match="4 triples were sent, but the store says that the graph holds 0"):
        load(TRIPLES[:4], Remote(playing.url, GRAPH), {})


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_credentials_follow_no_redirect(playing: Playing, code: int) -> None:
    other = Playing([])
    server = Playing([(code, {"Location": other.url}, b"")])
    with pytest.raises(NotLoaded, match=r"give that address"):
        load(TRIPLES[:4], Remote(server.url, GRAPH), SECRET)
    assert other.asked == []
    server.close()
    other.close()


@pytest.mark.parametrize("environment", [SECRET, {TOKEN: "s3cret"}])
def test_credentials_go_in_a_head_and_into_no_message(environment: dict[str, str]) -> None:
    server = Playing([(401, {}, b"\x1b[31mno\r\n entry")])
    with pytest.raises(NotLoaded) as told:
        load(TRIPLES[:4], Remote(server.url, GRAPH), environment)
    [(_, path, headers, _)] = server.asked
    assert headers["Authorization"].split()[0] == ("Bearer" if TOKEN in environment else "Basic")
    assert "s3cret" not in path + str(told.value) and "\x1b" not in str(told.value)
    assert f"put name and password into {USER}" in str(told.value)
    server.close()


def test_a_digest_never_sends_the_password() -> None:
    challenge = {"WWW-Authenticate": 'Digest realm="SPARQL", nonce="1", qop="auth", algorithm="MD5"'}
    content = "".join(f"{t} .\n" for t in TRIPLES[:2]).encode()
    server = Playing([(401, challenge, b""), (201, {}, b""), (200, {}, content)])
    assert load(TRIPLES[:2], Remote(server.url, GRAPH, digest=True), SECRET) == 2
    sent = [headers.get("Authorization", "") for _, _, headers, _ in server.asked]
    assert sent[0] == "" and sent[1].startswith("Digest username=")
    assert "s3cret" not in json.dumps(sent)
    server.close()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x/", "store", "http://", "http://x:99999/", "http://ann:s3cret@x.example/"])
def test_an_address_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(NotLoaded) as told:
        check(Remote(url, GRAPH), SECRET)
    assert "s3cret" not in str(told.value)


def test_a_graph_that_is_no_iri_is_refused_and_a_password_in_the_open_is_warned_of() -> None:
    with pytest.raises(NotLoaded, match="no IRI"):
        check(Remote("http://127.0.0.1/store", "not an iri"), {})
    assert check(Remote("http://127.0.0.1/store", GRAPH), SECRET) == check(Remote("https://x.example/", GRAPH), SECRET) == ""
    assert check(Remote("http://x.example/", GRAPH), {}) == ""
    assert "unencrypted to x.example" in check(Remote("http://x.example/", GRAPH), SECRET)


def test_the_name_of_a_graph_cannot_change_the_address() -> None:
    place = Remote("http://127.0.0.1/store?no_transaction", "https://example.org/a&graph=b#c")
    assert place.address == "http://127.0.0.1/store?no_transaction=&graph=https%3A%2F%2Fexample.org%2Fa%26graph%3Db%23c"
