"""How is a written graph read again, and how is a graph asked in SPARQL?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Triple

from kg.graph.binding import BadBinding, bound
from kg.graph.embedded import NoGraph, is_kept, opened, state
from kg.graph.federation import asks_elsewhere
from kg.graph.knowledge_graph import Inference, KnowledgeGraph
from kg.graph.terms import Terms
from kg.graph.triples import TYPE, Term, Triples
from kg.ontology import Ontology

Results: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class GraphError(Exception):
    """A graph cannot be read, or a query not run; the message says why and what to do."""


def load(path: Path, ontology: Ontology) -> KnowledgeGraph:
    """Read a graph that an exporter wrote (.ttl, .nt, .trig, .nq, .jsonld), or the folder of a store.

    What the file records as inferred is kept apart again. A file that declares another base of data (the prefix id:) is read
    with that. Raises GraphError.
    """
    return split(_triples(path), _with_base_of(path, ontology))


def split(triples: Iterable[Triple], ontology: Ontology) -> KnowledgeGraph:
    """One graph taken apart: what kg:Inference nodes tell of, with these nodes, is inferred; the rest is asserted."""
    everything, terms = Triples(triples), Terms(ontology)
    records = set(everything.subjects_with(TYPE, terms.name("kg:Inference")))
    inferences = [i for record in records for i in _inferences(terms, everything.about(record))]
    told = {i.triple for i in inferences}
    return KnowledgeGraph.of(ontology, (t for t in everything if t.subject not in records and t not in told), inferences)


def query(
    source: KnowledgeGraph | Path,
    sparql: str,
    ontology: Ontology,
    values: Mapping[str, str] | None = None,
    *,
    default: Iterable[str] = (),
    named: Iterable[str] = (),
) -> Results:
    """Run a SPARQL 1.1 query. The ontology's prefixes and id: (the data) need no PREFIX line.

    source: a graph, a file that an exporter wrote, or the folder of a store; named graphs are read as one.
    values: what variables must be, by name, as a person types them (kg.graph.binding). default, named: IRIs of graphs that alone make
    up the default graph and the named graphs of the query.
    Returns pyoxigraph's results (they know how to `.serialize` themselves). Raises GraphError.
    """
    if isinstance(source, KnowledgeGraph):
        store, prefixes, whole = source.store(), source.prefixes, True
    else:
        store, prefixes = _store(source), {**ontology.prefixes, "id": _with_base_of(source, ontology).base}
        whole = is_kept(source)  # its default graph has everything
    if asks_elsewhere(sparql):
        raise GraphError("this query asks another server (SERVICE), which this program never does; ask that server itself")
    try:
        sparql = bound(sparql, values or {}, prefixes)
        graphs: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in default]
        others: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in named]
        if graphs or others:
            return store.query(sparql, prefixes=dict(prefixes), default_graph=graphs, named_graphs=others)
        return store.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=not whole)
    except BadBinding as error:
        raise GraphError(str(error)) from error
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"this is not a SPARQL query: {error}") from error
    except RuntimeError as error:
        raise GraphError(f"the query cannot be answered: {error}") from error


def _store(path: Path) -> ox.Store:
    if path.is_dir():
        try:
            return opened(path) if is_kept(path) else ox.Store.read_only(str(path))
        except NoGraph as error:
            raise GraphError(str(error)) from error
        except (OSError, ValueError) as error:
            raise GraphError(f"{path} is a folder, but no store: {error}") from error
    store, format = ox.Store(), _format(path)
    with _told(path):
        store.load(path=str(path), format=format)  # into memory this is quicker than bulk_load, in two thirds of the room
    return store


def _triples(path: Path) -> Iterator[Triple]:
    if path.is_dir():
        everything = DefaultGraph() if is_kept(path) else None
        yield from (q.triple for q in _store(path).quads_for_pattern(None, None, None, everything))
        return
    format = _format(path)
    with _told(path):
        yield from (q.triple for q in ox.parse(path=str(path), format=format))


def _with_base_of(path: Path, ontology: Ontology) -> Ontology:
    """The ontology, with the base of data that the head of the file, or the store, declares."""
    if is_kept(path):
        try:
            return replace(ontology, base=state(path)[1])
        except NoGraph as error:
            raise GraphError(str(error)) from error
    if path.is_dir() or _format(path) not in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        return ontology
    with _told(path):
        parser = ox.parse(path=str(path), format=_format(path))
        next(parser, None)
        return replace(ontology, base=parser.prefixes.get("id", ontology.base))


def _format(path: Path) -> ox.RdfFormat:
    format = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if format is None:
        raise GraphError(f"{path}: the ending does not tell a format; use .ttl, .nt, .trig, .nq or .jsonld")
    return format


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Says of what goes wrong in reading a file which file it was."""
    try:
        yield
    except (OSError, SyntaxError, ValueError) as error:
        raise GraphError(f"{path} cannot be read: {error}") from error


def _inferences(terms: Terms, record: Iterable[tuple[NamedNode, Term]]) -> Iterator[Inference]:
    """The inferred triple that one kg:Inference node records, and its inverse if told. Raises GraphError when a part is missing."""
    parts: Mapping[str, list[object]] = defaultdict(list)
    for property, value in record:
        parts[property.value].append(value)

    def part(name: str) -> list[object]:
        return parts[terms.name(name).value]

    try:
        [subject], [predicate], [object], [rule] = (part(n) for n in ("rdf:subject", "rdf:predicate", "rdf:object", "kg:rule"))
        premises = tuple(sorted((p for p in part("prov:wasDerivedFrom") if isinstance(p, NamedNode)), key=lambda node: node.value))
        told = str(getattr(rule, "value", rule))
        yield Inference(Triple(subject, predicate, object), told, premises)  # type: ignore[arg-type]
        for backward in part("kg:inversely"):
            yield Inference(Triple(object, backward, subject), told, premises)  # type: ignore[arg-type]
    except (ValueError, TypeError) as error:
        raise GraphError(f"a record of an inference is not whole: {error}") from error
