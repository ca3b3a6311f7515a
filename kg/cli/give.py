"""Giving a graph to others: a triple store, readers over HTTP, a page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from kg.cli.common import GRAPH, ONTOLOGY, Stop, late, printable
from kg.cli.group import main

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


@main.command()
@GRAPH
@click.argument("url")
@click.option("--graph", "named", default="", metavar="IRI", help="The named graph to write. [default: the default graph]")
@click.option("--add", is_flag=True, help="Keep what the graph holds; otherwise it is replaced.")
@click.option("--batch", type=click.IntRange(min=1), default=50_000, show_default=True, help="Triples a request.")
@click.option("--digest", is_flag=True, help="Prove the password by digest, as Virtuoso asks for.")
@ONTOLOGY
def load(graph: Path, url: str, named: str, add: bool, batch: int, digest: bool, ontology: Path | None) -> None:
    """Put a graph into a triple store through its Graph Store Protocol.

    \b
    kg load exports/graph.ttl http://127.0.0.1:7878/store --graph https://example.org/news
    kg load news.kg http://127.0.0.1:8890/sparql-graph-crud-auth --graph https://example.org/news --digest

    Name and password are taken from the variables KG_USER and KG_PASSWORD, or a token from KG_TOKEN, never from the URL.
    A request that fails for the moment is tried again; in the end the triples are counted.
    """
    remote, graphs = late("remote"), late("graph")
    place = remote.Remote(url, named, digest)
    try:
        if warning := remote.check(place, os.environ):
            click.echo(f"warning: {warning}", err=True)
        triples = graphs.load(graph, late("ontology").load(ontology)).triples()
        found = remote.load(triples, place, os.environ, add=add, batch=batch)
    except (remote.NotLoaded, graphs.GraphError, OSError, ValueError) as error:
        raise Stop(printable(str(error))) from error
    click.echo(f"{len(triples)} triples sent, {found} in the graph", err=True)


@main.command()
@GRAPH
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 lets the whole network ask.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), default=30, show_default=True, help="What a query may take.")
@click.option("--megabytes", type=click.IntRange(min=1), default=50, show_default=True, help="What an answer may hold.")
@ONTOLOGY
def serve(graph: Path, host: str, port: int, seconds: float, megabytes: int, ontology: Path | None) -> None:
    """Serve a graph over HTTP, for reading.

    \b
    http://127.0.0.1:8000/               the explorer
    http://127.0.0.1:8000/sparql         the SPARQL 1.1 Protocol
    http://127.0.0.1:8000/id/NAME        one thing, as a page, Turtle or JSON-LD

    GRAPH is a file, or the folder of a store; after a build of the store its new graph is served. Only this machine can ask
    unless --host says otherwise. Needs the extra `serve`: pip install 'newskg[serve]'.
    """
    serving, graphs = late("serve"), late("graph")
    limits = serving.Limits(seconds, megabytes * 1_000_000)
    shown = f"[{host}]" if ":" in host else host
    hosts = LOOPBACK if shown in LOOPBACK else frozenset()
    try:
        with serving.app_of(graph, ontology, limits, hosts) as app:
            serving.run(app, host, port, lambda at: click.echo(f"http://{shown}:{at}/", err=True))
    except (serving.NoServer, graphs.GraphError, graphs.NoGraph, OSError, ValueError) as error:
        raise Stop(str(error)) from error


@main.command()
@GRAPH
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("graph.html"), show_default=True, help="The file.")
@click.option("--around", default="", metavar="NODE", help="Only this entity, by id or name, and what two steps from it lead to.")
@click.option("--since", default="", metavar="DAY", help="Only what articles since this day, month or year tell.")
@click.option("--top", type=click.IntRange(min=1), help="At most so many entities, the most connected.")
@ONTOLOGY
def page(graph: Path, out: Path, ontology: Path | None, **asked: Any) -> None:
    """Write the page of a graph, or of a part of it: the one that `build` writes holds the whole.

    \b
    kg page exports/graph.ttl --around Turkey --out turkey.html
    kg page news.kg --since 2024-06 --top 500
    """
    exporters, graphs = late("exporters"), late("graph")
    try:
        loaded = graphs.load(graph, late("ontology").load(ontology))
        exporters.write_page(loaded, out, **asked)
    except (graphs.GraphError, graphs.UnknownNode, OSError, ValueError) as error:
        raise Stop(printable(str(error))) from error
    click.echo(out)
