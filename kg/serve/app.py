"""Which address gives what?

/ is the explorer, /sparql the SPARQL 1.1 Protocol, /id/NAME a thing of the data, /thing?iri=... any thing; each of these two as a page, as
Turtle or as JSON-LD, as the client likes it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
from jinja2 import Environment, StrictUndefined

from kg.exporters.html import render
from kg.graph import GraphError, NoGraph, load, opened, state
from kg.graph.terms import Terms
from kg.limits import TooLong, within
from kg.ontology import load as load_ontology
from kg.serve.answers import GRAPHS, ROWS, TooLarge, answer
from kg.serve.http import Answer, Request, negotiated, refusal
from kg.serve.things import Things

log = logging.getLogger("kg.serve")

HTML = "text/html; charset=utf-8"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
READ_ONLY = "this endpoint is for reading; the graph changes by kg build --store and kg retract"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost. seconds: of work; bytes: of its answer."""

    seconds: float = 30.0
    bytes: int = 50_000_000


class App:
    """A WSGI application over the graph of a store, always the one that counts now."""

    def __init__(self, folder: Path, ontology: Path | None, limits: Limits, hosts: frozenset[str] = frozenset()) -> None:
        self.folder, self.terms, self.limits, self.hosts = folder, load_ontology(ontology), limits, hosts
        self._lock = Lock()
        self._pages: dict[Path, bytes] = {}
        template = (files("kg.serve") / "templates" / "thing.html").read_text(encoding="utf-8")
        environment = Environment(autoescape=True, undefined=StrictUndefined)
        self._page = environment.from_string(template)

    def __call__(self, environ: Mapping[str, Any], start: Callable[[str, list[tuple[str, str]]], Any]) -> Iterable[bytes]:
        """Answer one request."""
        try:
            given = self.answer(Request.of(environ))
        except ValueError:
            given = refusal(400, "the request cannot be read")
        except (GraphError, NoGraph) as error:
            given = refusal(503, str(error))
        except Exception:
            log.exception("a request failed")
            given = refusal(500, "this is a fault of the program; its log says more")
        start(given.line, given.fields())
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [given.content]

    def answer(self, request: Request) -> Answer:
        """The answer to one request."""
        if self.hosts and request.host.rpartition(":")[0] not in self.hosts and request.host not in self.hosts:
            return refusal(403, "this server does not answer under that name")  # a page elsewhere may have had its name lead here
        if request.path == "/sparql":
            return self.sparql(request)
        if request.method not in ("GET", "HEAD"):
            return refusal(405, READ_ONLY, Allow="GET, HEAD")
        if request.path == "/":
            return self.explorer()
        if request.path.startswith("/id/"):
            return self.thing(request, lambda base: base + quote(request.path.removeprefix("/id/"), safe="/-._~!$'()*+,;=:@"))
        if request.path == "/thing" and request.parameters.get("iri"):
            return self.thing(request, lambda base: request.parameters["iri"][0])
        return refusal(404, "there is nothing here; there are /, /sparql, /id/NAME and /thing?iri=IRI")

    def sparql(self, request: Request) -> Answer:
        """The SPARQL 1.1 Protocol, for queries."""
        if request.method not in ("GET", "HEAD", "POST"):
            return refusal(405, READ_ONLY, Allow="GET, HEAD, POST")
        if "update" in request.parameters or request.media == "application/sparql-update":
            return refusal(403, READ_ONLY)
        direct = request.method == "POST" and request.media == "application/sparql-query"
        if request.method == "POST" and not direct and request.media != "application/x-www-form-urlencoded":
            return refusal(415, "send a query as application/sparql-query or as a form")
        queries = [request.body.decode("utf-8")] if direct else list(request.parameters.get("query", ()))
        if len(queries) != 1:
            return refusal(400, "send one query, as the parameter query")
        wanted = (negotiated(request.accept, ROWS), negotiated(request.accept, GRAPHS))
        graphs = (list(request.parameters.get(f"{kind}-graph-uri", ())) for kind in ("default", "named"))
        asked = (self.folder, dict(self.terms.prefixes), queries[0], wanted, self.limits.bytes, *graphs)
        try:
            media, content = within(self.limits.seconds, answer, *asked, method="forkserver")
        except TooLong as error:
            return refusal(503, f"{error}; narrow the query")
        except TooLarge as error:
            return refusal(413, str(error))
        except LookupError as error:
            return refusal(406, f"this query can be answered as {error}")
        except GraphError as error:
            return refusal(400, str(error))
        return Answer(200, media + "; charset=utf-8" * media.startswith("text/"), content, {"Vary": "Accept"})

    def explorer(self) -> Answer:
        """The interactive page of the whole graph."""
        path, _ = state(self.folder)
        with self._lock:
            if path not in self._pages:
                self._pages = {path: render(load(self.folder, self.terms)).encode("utf-8")}
            return Answer(200, HTML, self._pages[path])

    def thing(self, request: Request, iri_of: Callable[[str], str]) -> Answer:
        """One thing, as the client likes it."""
        _, base = state(self.folder)
        terms = Terms(replace(self.terms, base=base))
        try:
            node = ox.NamedNode(iri_of(base))
        except ValueError:
            return refusal(400, "this is no IRI")
        media = negotiated(request.accept, ("text/html", *GRAPHS))
        if not media:
            return refusal(406, f"there are text/html, {', '.join(GRAPHS)}")
        things = Things(opened(self.folder), terms)
        if media in GRAPHS:
            if not (triples := things.triples(node)):
                return refusal(404, "the graph does not know it")
            content = ox.serialize(triples, format=GRAPHS[media], prefixes={**terms.ontology.prefixes, "id": base})
            return Answer(200, media, content or b"", {"Vary": "Accept"})
        if not (found := things.thing(node)):
            return refusal(404, "the graph does not know it", Vary="Accept")
        content = self._page.render(thing=found, here=lambda iri: here(iri, base)).encode("utf-8", "replace")
        return Answer(200, HTML, content, {"Vary": "Accept", "Content-Security-Policy": POLICY})


def here(iri: str, base: str) -> str:
    """The address of a thing's page on this server."""
    return "/thing?" + urlencode({"iri": iri}) if not iri.startswith(base) else "/id/" + iri[len(base) :]
