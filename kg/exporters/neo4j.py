"""How is the graph written for Neo4j: nodes and edges as `neo4j-admin database import` reads them?

Every entity, fact, article and passage is a node; its label is its class. Every property that leads from one to another is an edge.

    neo4j-admin database import full --nodes=neo4j-nodes.csv --relationships=neo4j-edges.csv --array-delimiter=U+001F
"""

from __future__ import annotations

import csv
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph import KnowledgeGraph

BETWEEN = "\x1f"  # of several values or labels; --array-delimiter takes U+001F


def write_nodes(graph: KnowledgeGraph, path: Path) -> None:
    """Columns: id, classes, then every property whose value is no node, sorted, as lists of text."""
    nodes = _nodes(graph)
    values: dict[str, dict[str, list[str]]] = {iri: {} for iri in nodes}
    for t in graph.triples():
        if isinstance(t.subject, NamedNode) and t.subject.value in nodes and not _is_edge(t, nodes):
            values[t.subject.value].setdefault(_name(graph, t.predicate), []).extend(_texts(graph, t))
    columns = sorted({p for told in values.values() for p in told} - {"type"})
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["iri:ID", ":LABEL", *(f"{c}:string[]" for c in columns)])
        for iri, told in values.items():
            table.writerow([iri, BETWEEN.join(told.get("type", [])), *(BETWEEN.join(told.get(c, [])) for c in columns)])


def write_edges(graph: KnowledgeGraph, path: Path) -> None:
    """Columns: start, end, type (BUYER, SUPPORTED_BY), and the rule for an inferred one."""
    nodes, inferred = _nodes(graph), {i.triple: i.rule for i in reversed(graph.inferences)}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([":START_ID", ":END_ID", ":TYPE", "rule"])
        for t in graph.triples():
            if _is_edge(t, nodes):
                kind = "".join(f"_{c}" if c.isupper() else c for c in _name(graph, t.predicate)).upper()
                table.writerow([_iri(t.subject), _iri(t.object), kind, inferred.get(t, "")])


def _nodes(graph: KnowledgeGraph) -> dict[str, None]:
    """IRIs of the things that the graph tells of, in its order; the records of inferences are not things."""
    record = graph.terms.name("kg:Inference")
    records = {t.subject for t in graph.triples() if t.object == record}
    return dict.fromkeys(t.subject.value for t in graph.triples() if isinstance(t.subject, NamedNode) and t.subject not in records)


def _is_edge(t: Triple, nodes: dict[str, None]) -> bool:
    return _iri(t.subject) in nodes and _iri(t.object) in nodes


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _name(graph: KnowledgeGraph, property: NamedNode) -> str:
    """The local name of a property; of one of another vocabulary too, since its prefix would need quotes in Cypher."""
    return graph.ontology.short(property.value).rpartition(":")[2]


def _texts(graph: KnowledgeGraph, t: Triple) -> list[str]:
    """A value; each line of a text in lines is one. The importer takes no line ends within a field."""
    if not isinstance(t.object, Literal):
        return [graph.ontology.local(_iri(t.object)) or _iri(t.object)]
    in_lines = t.predicate in (graph.terms.name("skos:note"), graph.terms.name("kg:finding"))
    lines = t.object.value.split("\n") if in_lines else [t.object.value]
    return [" ".join(line.replace(BETWEEN, " ").split()) for line in lines]
