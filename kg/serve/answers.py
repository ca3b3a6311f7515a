"""What is answered to a SPARQL query, within a size? Runs in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import contextlib
import resource
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.graph import query
from kg.ontology import Ontology

MEMORY_BYTES = 8 << 30  # of address space; a store takes part of it for its files
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


class TooLarge(Exception):
    """The answer is larger than it may be."""


class Bounded:
    """A place to write to that takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        self.most, self.parts, self.size = most, list[bytes](), 0

    def write(self, part: bytes) -> int:
        """Take a part. Raises TooLarge."""
        self.size += len(part)
        if self.size > self.most:
            raise TooLarge(f"the answer has more than {self.most:,} bytes; ask for less, or with LIMIT")
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits."""


def answer(
    store: Path, prefixes: Mapping[str, str], sparql: str, wanted: tuple[str, str], most: int, default: Sequence[str], named: Sequence[str]
) -> tuple[str, bytes]:
    """Media type and content of the answer. wanted: types for rows and for a graph, "" for none that can be given.

    most: bytes; default, named: graphs that the query is about. Raises GraphError, TooLarge, LookupError for a type that cannot be.
    """
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    vocabulary = Ontology({}, {}, {}, {}, {}, prefixes)  # a query needs no more of it, and reading all takes longer than most queries
    results = query(store, sparql, vocabulary, default=default, named=named)
    out, (rows, graph) = Bounded(most), wanted
    if isinstance(results, ox.QueryTriples):
        if not graph:
            raise LookupError(", ".join(GRAPHS))
        ox.serialize(results, out, format=GRAPHS[graph], prefixes=dict(prefixes))  # type: ignore[arg-type]
        return graph, b"".join(out.parts)
    if not rows or (isinstance(results, ox.QueryBoolean) and rows.startswith("text/")):
        rows = rows and "application/sparql-results+json"  # yes or no has no form in CSV
    if not rows:
        raise LookupError(", ".join(ROWS))
    results.serialize(out, format=ROWS[rows])  # type: ignore[arg-type]
    return rows, b"".join(out.parts)
