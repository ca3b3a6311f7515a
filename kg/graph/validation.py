"""Does a graph keep to the shapes of the ontology?"""

from __future__ import annotations

from dataclasses import dataclass

import pyshacl
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kg.graph.conversion import to_rdflib
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.soundness import around, suspects
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One breach of a shape. node, path, value: short names as in Turtle, "" when the breach has none.

    severity: "Violation", "Warning" or "Info". message: what the shape asks for.
    """

    node: str
    path: str
    message: str
    value: str
    severity: str


def validate(graph: KnowledgeGraph, ontology: Ontology) -> tuple[Finding, ...]:
    """All breaches of ontology/shapes.ttl, sorted; empty when the graph is sound. Inferred triples are checked as well."""
    doubtful = suspects(graph.triples(), ontology.shapes, ontology.graph)
    if doubtful is not None and not doubtful:
        return ()
    conforms, report, _ = pyshacl.validate(
        to_rdflib(around(doubtful, graph.triples(), ontology.shapes) if doubtful else graph.triples(), graph.prefixes),
        shacl_graph=ontology.shapes,
        ont_graph=ontology.graph,
        inference="none",
        advanced=False,
        meta_shacl=False,
    )
    if conforms or not isinstance(report, Graph):
        return ()
    results = report.subjects(RDF.type, SH.ValidationResult)
    told = (r for r in results if doubtful is None or str(report.value(r, SH.focusNode)) in doubtful)  # not those at the rim of a part
    return tuple(sorted({_finding(report, result, ontology) for result in told}))


def _finding(report: Graph, result: Node, ontology: Ontology) -> Finding:
    def part(property: Node) -> str:
        value = report.value(result, property)
        return "" if value is None or isinstance(value, BNode) else ontology.short(str(value))

    messages = sorted(str(m) for m in report.objects(result, SH.resultMessage))
    return Finding(
        node=part(SH.focusNode),
        path=part(SH.resultPath),
        message="; ".join(messages),
        value=part(SH.value),
        severity=part(SH.resultSeverity).rpartition("#")[2].rpartition(":")[2],
    )
