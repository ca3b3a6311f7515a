"""Does each address give what it should, as the client likes it, and nothing more?"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from kg.graph import assemble, keep
from kg.ontology import load as load_ontology
from kg.reasoning import infer
from kg.serve import App, Limits
from kg.serve.http import Answer, negotiated
from tests.exporters.pages import data_of
from tests.graph.sample import hostile_resolution, sample_articles, sample_graph

ONTOLOGY = load_ontology()
PURCHASES = "SELECT ?buyer ?system { ?buyer kg:purchases ?system }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    keep(sample_graph(), folder)
    return folder


@pytest.fixture(scope="module")
def app(store: Path) -> Iterator[App]:
    yield App(store, None, Limits(60, 1_000_000), frozenset({"localhost", "127.0.0.1"}))


def ask(
    app: App, path: str, method: str = "GET", accept: str = "", body: bytes = b"", media: str = "", host: str = "localhost:8000"
) -> Answer:
    """What a server would send for a request."""
    told: list[tuple[str, list[tuple[str, str]]]] = []
    place, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": place, "QUERY_STRING": query, "HTTP_ACCEPT": accept, "HTTP_HOST": host,
        "CONTENT_TYPE": media, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
    }  # fmt: skip
    content = b"".join(app(environ, lambda line, fields: told.append((line, fields))))
    [(line, fields)] = told
    headers = dict(fields)
    if method != "HEAD":
        assert headers["Content-Length"] == str(len(content))
    return Answer(int(line.split()[0]), headers.pop("Content-Type"), content, headers)


def sparql(app: App, query: str, accept: str = "", **more: str) -> Answer:
    return ask(app, "/sparql?" + urlencode({"query": query, **more}), accept=accept)


def test_the_three_ways_of_the_protocol_give_the_same(app: App) -> None:
    by_get = sparql(app, PURCHASES)
    by_form = ask(app, "/sparql", "POST", body=urlencode({"query": PURCHASES}).encode(), media="application/x-www-form-urlencoded")
    direct = ask(app, "/sparql", "POST", body=PURCHASES.encode(), media="application/sparql-query; charset=utf-8")
    assert by_get.content == by_form.content == direct.content
    [row] = json.loads(by_get.content)["results"]["bindings"]
    assert row["buyer"]["value"] == ONTOLOGY.base + "country-turkey"
    assert by_get.media == "application/sparql-results+json"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/sparql-results+xml, */*;q=0.1", "application/sparql-results+xml"),
        ("text/html, text/tab-separated-values;q=0.5", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_rows_come_as_the_client_likes_them(app: App, accept: str, media: str) -> None:
    assert (sparql(app, PURCHASES, accept).status, sparql(app, PURCHASES, accept).media) == (200, media)


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_graphs_come_as_the_client_likes_them(app: App, accept: str) -> None:
    found = sparql(app, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . ?s a kg:Purchase }", accept)
    triples = {q.triple for q in ox.parse(found.content, format=ox.RdfFormat.from_media_type(accept))}
    assert len(triples) > 20 and triples <= set(sample_graph().triples())


def test_yes_and_no_are_answered(app: App) -> None:
    assert (
        json.loads(sparql(app, "ASK { id:country-turkey kg:purchases id:system-s-400 }", "text/csv, */*;q=0.1").content)["boolean"] is True
    )


def test_what_cannot_be_given_is_told(app: App) -> None:
    assert sparql(app, PURCHASES, "image/png").status == 406
    assert sparql(app, "DESCRIBE id:country-turkey", "text/csv").status == 406
    assert b"not a SPARQL query" in sparql(app, "SELECT ?x {").content and sparql(app, "SELECT ?x {").status == 400
    assert ask(app, "/sparql").status == 400
    assert ask(app, "/sparql?query=ASK{}&query=ASK{}").status == 400
    assert ask(app, "/sparql", "POST", body=b"x", media="text/plain").status == 415
    assert ask(app, "/sparql", "POST", body=b"\xff", media="application/sparql-query").status == 400


def test_a_query_is_about_the_graphs_that_are_named(app: App) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    decisions = ONTOLOGY.base + "decisions"
    some = int(json.loads(sparql(app, count, **{"default-graph-uri": decisions}).content)["results"]["bindings"][0]["n"]["value"])
    every = int(json.loads(sparql(app, count).content)["results"]["bindings"][0]["n"]["value"])
    assert 0 < some < every == len(sample_graph().triples())


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_nothing_can_be_changed(app: App, store: Path, method: str) -> None:
    before = {p: p.read_bytes() for p in store.rglob("*") if p.is_file()}
    update = "DELETE WHERE { ?s ?p ?o }"
    assert ask(app, "/sparql?" + urlencode({"update": update}), method).status in (403, 415)
    form = urlencode({"update": update}).encode()
    assert ask(app, "/sparql", "POST", body=form, media="application/x-www-form-urlencoded").status == 403
    assert ask(app, "/sparql", "POST", body=update.encode(), media="application/sparql-update").status == 403
    assert ask(app, "/sparql", "POST", body=update.encode(), media="application/sparql-query").status == 400
    assert {ask(app, path, verb).status for path in ("/", "/id/x", "/sparql") for verb in ("PUT", "DELETE", "PATCH")} == {405}
    assert {p: p.read_bytes() for p in store.rglob("*") if p.is_file()} == before


def test_a_query_that_takes_too_long_or_says_too_much_is_ended(store: Path) -> None:
    narrow = App(store, None, Limits(0.3, 2_000))
    assert sparql(narrow, ENDLESS).status == 503
    roomy = App(store, None, Limits(60, 2_000))
    found = sparql(roomy, "SELECT * { ?s ?p ?o }")
    assert (found.status, b"more than 2,000 bytes" in found.content) == (413, True)
    assert sparql(roomy, PURCHASES).status == 200


def test_no_other_server_is_asked(app: App) -> None:
    found = sparql(app, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert (found.status, b"another server" in found.content) == (400, True)


def test_a_thing_is_a_page_turtle_or_jsonld(app: App) -> None:
    page = ask(app, "/id/deal-turkey-s-400", accept="text/html,application/xhtml+xml")
    assert page.media.startswith("text/html") and page.headers["Vary"] == "Accept"
    text = page.content.decode()
    assert "Turkey bought four S-400 batteries from Russia in December 2017" in text
    assert '<a href="/id/country-turkey">Turkey</a>' in text and "script" not in page.headers["Content-Security-Policy"]
    node = ox.NamedNode(ONTOLOGY.base + "deal-turkey-s-400")
    about = {t for t in sample_graph().triples() if node in (t.subject, t.object)}
    for media in ("text/turtle", "application/ld+json", "application/n-triples"):
        found = ask(app, "/id/deal-turkey-s-400", accept=media)
        assert {q.triple for q in ox.parse(found.content, format=ox.RdfFormat.from_media_type(media))} == about


def test_every_link_of_a_page_leads_to_a_page(app: App) -> None:
    waiting, seen = ["/id/deal-turkey-s-400", "/id/article-second%20story"], set()
    while waiting and len(seen) < 60:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            path, _, query = here.partition("?")
            found = ask(app, _decoded(path) + ("?" + query if query else ""), accept="text/html")
            assert found.status == 200, here
            waiting += [h for h in re.findall(r'href="(/[^"]+)"', found.content.decode()) if h != "/"]
    assert len(seen) > 20


def _decoded(path: str) -> str:
    """As a server hands a path on: its bytes, one a character."""
    from urllib.parse import unquote_to_bytes

    return unquote_to_bytes(path).decode("latin-1")


def test_a_thing_of_another_vocabulary_is_asked_for_by_its_iri(app: App) -> None:
    iri = str(ONTOLOGY.cls("Purchase"))
    assert "deal-turkey-s-400" in ask(app, "/thing?" + urlencode({"iri": iri}), accept="text/html").content.decode()
    assert ask(app, "/thing?iri=not%20an%20iri").status == 400
    assert ask(app, "/thing").status == ask(app, "/nowhere").status == ask(app, "/id/nothing").status == 404
    assert ask(app, "/id/country-turkey", accept="image/png").status == 406


@pytest.mark.parametrize("label", ["</h1><script>alert(1)</script>", "\"onmouseover='alert(1)'", "{{ 7*7 }}", "javascript:alert(1)"])
def test_article_text_cannot_become_code(label: str, tmp_path: Path) -> None:
    keep(infer(assemble(hostile_resolution(label), sample_articles(), ONTOLOGY), ONTOLOGY), tmp_path)
    served = App(tmp_path, None, Limits())
    text = ask(served, "/id/country-turkey", accept="text/html").content.decode()
    assert "<script" not in text and "49" not in text and 'href="javascript' not in text
    assert label in text.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&#39;", "'")
    article = ask(served, "/id/article-second story", accept="text/html").content.decode()
    assert 'href="javascript' not in article  # the sample's second story has that for its address


def test_the_explorer_is_served_and_head_gives_no_body(app: App) -> None:
    assert "S-400" in data_of(ask(app, "/").content.decode())["n"]["label"]
    assert ask(app, "/", "HEAD").content == b""


def test_another_name_is_not_answered_to(app: App) -> None:
    assert ask(app, "/", host="evil.example").status == ask(app, "/sparql?query=ASK{}", host="evil.example:8000").status == 403
    assert ask(app, "/id/country-turkey", host="127.0.0.1:1").status == 200


def test_a_graph_that_is_put_in_place_meanwhile_is_the_one_that_answers(tmp_path: Path) -> None:
    keep(sample_graph(), tmp_path)
    served = App(tmp_path, None, Limits())
    assert ask(served, "/id/country-turkey").status == 200
    empty = infer(assemble(hostile_resolution("x"), (), ONTOLOGY), ONTOLOGY)
    keep(empty.with_inferences(()), tmp_path)
    assert json.loads(sparql(served, "ASK { ?x kg:purchases ?y }").content)["boolean"] is False


def test_odd_requests_harm_nothing(app: App) -> None:
    for path in (
        "/id/" + quote("../../etc/passwd"),
        "/id/%00",
        "/sparql?query=%ff",
        "/" + "x" * 5000,
        "/sparql?" + "&" * 500 + "a=1" * 200,
    ):
        assert 400 <= ask(app, path).status < 500


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a/b"), ("*/*", "a/b"), ("c/*", "c/d"), ("a/b;q=0, */*", "c/d"), ("a/b;q=0.2, c/d;q=0.3", "c/d"), ("x/y", ""),
        ("a/b;q=nonsense", ""), (";;,,q", ""), ("*/*;q=0.1, c/d", "c/d"), ("A/B", "a/b"),
    ],
)  # fmt: skip
def test_a_wish_is_read_as_the_standard_has_it(accept: str, chosen: str) -> None:
    assert negotiated(accept, ("a/b", "c/d")) == chosen
