"""How do triples of the store become triples of rdflib? The one place where terms cross over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import XSD

_Foreign: TypeAlias = NamedNode | BlankNode | Literal | Triple


def to_rdflib(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> rdflib.Graph:
    """The triples as an rdflib graph, literals spelled as they are.

    xsd:string is dropped: to rdflib "USD" and "USD"^^xsd:string are two terms, and SHACL would report the second.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    known: dict[_Foreign, rdflib.term.Node] = {}

    def term(foreign: _Foreign) -> rdflib.term.Node:
        if foreign not in known:
            known[foreign] = _term(foreign)
        return known[foreign]

    graph.addN((term(t.subject), term(t.predicate), term(t.object), graph) for t in triples)
    return graph


def _term(term: _Foreign) -> rdflib.term.Node:
    match term:
        case NamedNode():
            return rdflib.URIRef(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case Literal():
            datatype = rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)
        case _:
            raise ValueError(f"rdflib has no term for {term}")
