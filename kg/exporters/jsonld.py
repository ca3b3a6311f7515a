"""How is the graph written as JSON-LD that a program can read without knowing RDF?

Our own terms stand bare ("buyer"), those of other vocabularies with their prefix ("skos:prefLabel"). The context that says so is at the
head of the file, so that it needs no network, and a file of its own for those who write such documents.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, XSD

from kg.graph import KnowledgeGraph

TYPE = str(RDF.type)


def write_context(graph: KnowledgeGraph, path: Path) -> None:
    """The context alone."""
    path.write_text(_json({"@context": context(graph)}, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_jsonld(graph: KnowledgeGraph, path: Path) -> None:
    """JSON-LD, compacted: one object a node and a line, in the order of the Turtle."""
    terms = context(graph)
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for t in graph.triples():
        assert isinstance(t.subject, NamedNode)
        if t.predicate.value == TYPE:
            nodes[t.subject.value]["@type"].append(_short(graph, t.object.value, bare=True))  # type: ignore[union-attr]
        else:
            name = _short(graph, t.predicate.value, bare=True)
            nodes[t.subject.value][name].append(_value(graph, t.object, terms.get(name)))
    rows = [_json({"@id": _short(graph, iri), **{p: v[0] if len(v) == 1 else v for p, v in told.items()}}) for iri, told in nodes.items()]
    head = f'{{"@context": {_json(terms)},\n"@graph": [\n'
    path.write_text(head + ",\n".join(rows) + "\n]}\n", encoding="utf-8", newline="\n")


def context(graph: KnowledgeGraph) -> dict[str, Any]:
    """Prefixes, our vocabulary as that of bare terms, and which of our properties always lead to a node or to one datatype."""
    ontology = graph.ontology
    ours = {name: term for name, term in ontology.properties.items() if str(term.iri) == ontology.prefixes["kg"] + name}
    typed = {name: _coercion(graph, term.range) for name, term in ours.items()}
    return {"@vocab": ontology.prefixes["kg"], **graph.prefixes, **{name: {"@type": to} for name, to in typed.items() if to}}


def _coercion(graph: KnowledgeGraph, ranges: tuple[str, ...]) -> str:
    """ "@id" for a property that leads to nodes, a datatype where there is one only, "" else."""
    if ranges and all(r in graph.ontology.classes for r in ranges):
        return "@id"
    return ranges[0] if len(ranges) == 1 and ranges[0].startswith("xsd:") and ranges[0] != "xsd:string" else ""


def _value(graph: KnowledgeGraph, term: object, coercion: Any) -> Any:
    to = coercion["@type"] if isinstance(coercion, dict) else ""
    if isinstance(term, NamedNode):
        return _short(graph, term.value) if to == "@id" else {"@id": _short(graph, term.value)}
    assert isinstance(term, Literal)
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = graph.ontology.short(term.datatype.value)
    if to and datatype == to:
        return term.value
    if term.datatype.value == str(XSD.string):
        return {"@value": term.value} if to else term.value
    return {"@value": term.value, "@type": datatype}


def _short(graph: KnowledgeGraph, iri: str, bare: bool = False) -> str:
    """An IRI with its prefix; bare: as a term, without the prefix of our own vocabulary."""
    own = graph.ontology.prefixes["kg"]
    if bare and iri.startswith(own):
        return iri[len(own) :]
    if iri.startswith(graph.ontology.base):
        return "id:" + iri[len(graph.ontology.base) :]
    return graph.ontology.short(iri)


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
