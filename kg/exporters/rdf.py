"""How is the graph written as RDF, the same bytes on every run?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

import pyoxigraph as ox

from kg.graph import KnowledgeGraph


def write_turtle(graph: KnowledgeGraph, path: Path) -> None:
    """Turtle: asserted and inferred triples in one graph, one paragraph per subject, sorted."""
    _write_pretty(graph, graph.triples(), ox.RdfFormat.TURTLE, path)


def write_trig(graph: KnowledgeGraph, path: Path) -> None:
    """TriG: what each article says, what each rule inferred and the decisions in named graphs, all that was merged in the default graph."""
    _write_pretty(graph, graph.quads(), ox.RdfFormat.TRIG, path)


def write_ntriples(graph: KnowledgeGraph, path: Path) -> None:
    """N-Triples: one triple a line, without prefixes."""
    ox.serialize(graph.triples(), str(path), format=ox.RdfFormat.N_TRIPLES)


def write_nquads(graph: KnowledgeGraph, path: Path) -> None:
    """N-Quads: one statement a line, in the graphs of the TriG."""
    ox.serialize(graph.quads(), str(path), format=ox.RdfFormat.N_QUADS)


def _write_pretty(graph: KnowledgeGraph, statements: Iterable[ox.Triple] | Iterable[ox.Quad], format: ox.RdfFormat, path: Path) -> None:
    """As Oxigraph writes it, with the prefixes sorted (Oxigraph writes them in any order) and a blank line before each subject.

    A line break inside a literal is written as an escape, so every line that is not indented opens a subject or a graph. A large graph
    has more lines than memory has room for, so they wait on the disk.
    """
    with TemporaryFile() as plain, path.open("wb") as file:
        ox.serialize(statements, plain, format=format, prefixes=dict(graph.prefixes))
        plain.seek(0)
        file.writelines(sorted(islice(plain, len(graph.prefixes))))
        for line in plain:
            file.write(b"\n" + line if not line.startswith((b"\t", b"}", b"\n")) else line)
