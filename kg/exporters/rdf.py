"""How is the graph written as RDF, the same bytes on every run?"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.graph import KnowledgeGraph


def write_turtle(graph: KnowledgeGraph, path: Path) -> None:
    """Turtle: asserted and inferred triples in one graph, one paragraph per subject, sorted."""
    path.write_bytes(_pretty(graph, graph.triples(), ox.RdfFormat.TURTLE))


def write_trig(graph: KnowledgeGraph, path: Path) -> None:
    """TriG: what each article says, what each rule inferred and the decisions in named graphs, all that was merged in the default graph."""
    path.write_bytes(_pretty(graph, graph.quads(), ox.RdfFormat.TRIG))


def write_ntriples(graph: KnowledgeGraph, path: Path) -> None:
    """N-Triples: one triple a line, without prefixes."""
    ox.serialize(graph.triples(), str(path), format=ox.RdfFormat.N_TRIPLES)


def write_nquads(graph: KnowledgeGraph, path: Path) -> None:
    """N-Quads: one statement a line, in the graphs of the TriG."""
    ox.serialize(graph.quads(), str(path), format=ox.RdfFormat.N_QUADS)


def _pretty(graph: KnowledgeGraph, statements: Iterable[ox.Triple] | Iterable[ox.Quad], format: ox.RdfFormat) -> bytes:
    """As Oxigraph writes it, with the prefixes sorted (Oxigraph writes them in any order) and a blank line before each subject.

    A line break inside a literal is written as an escape, so every line that is not indented opens a subject or a graph.
    """
    out = io.BytesIO()
    ox.serialize(statements, out, format=format, prefixes=dict(graph.prefixes))
    lines = out.getvalue().split(b"\n")
    heads = sorted(line for line in lines if line.startswith(b"@prefix "))
    body = [line for line in lines if not line.startswith(b"@prefix ")]
    paragraphs = [b"\n" + line if line and not line.startswith((b"\t", b"}")) else line for line in body]
    return b"\n".join([*heads, *paragraphs])
