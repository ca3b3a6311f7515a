"""How is a graph asked over HTTP: SPARQL, a page for each thing, and the explorer?

The HTTP itself is waitress's; what stands here turns a request into an answer. Nothing can be changed through it.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.graph import is_kept, keep, load
from kg.limits import within
from kg.ontology import load as load_ontology
from kg.serve.app import App, Limits

__all__ = ["App", "Limits", "NoServer", "app_of", "run"]

THREADS = 4
STARTING_SECONDS = 120.0
LARGEST_REQUEST = 1_000_000  # bytes; a query has a few hundred


class NoServer(RuntimeError):
    """The library that serves is not installed; the message says how to get it."""


@contextlib.contextmanager
def app_of(source: Path, ontology: Path | None, limits: Limits, hosts: frozenset[str]) -> Iterator[App]:
    """The application for a store, or for a file, of which a store is made for as long as this lasts. Raises GraphError.

    hosts: names under which it may be asked, empty for any.
    """
    with contextlib.ExitStack() as stack:
        if not is_kept(source):
            graph = load(source, load_ontology(ontology))
            source = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-serve-")))
            keep(graph, source)
        yield App(source, ontology, limits, hosts)


def run(app: App, host: str, port: int, ready: Callable[[int], None]) -> None:
    """Serve until interrupted. ready: called with the port once requests are taken. Raises NoServer, OSError."""
    try:
        waitress: Any = importlib.import_module("waitress")
    except ImportError as error:
        raise NoServer("kg serve needs waitress: pip install 'newskg[serve]'") from error
    multiprocessing.get_context("forkserver").set_forkserver_preload(["kg.serve.answers"])
    within(STARTING_SECONDS, bool, method="forkserver")  # now, so that the first query does not wait for it
    server = waitress.create_server(
        app, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=LARGEST_REQUEST, clear_untrusted_proxy_headers=True
    )
    ready(server.effective_port)
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
