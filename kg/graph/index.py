"""What does a graph say of one node? Look-ups by subject and property, for views and explanations."""

from __future__ import annotations

from functools import cache, lru_cache
from sys import intern

from pyoxigraph import Literal, NamedNode

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.terms import Node
from kg.graph.triples import TYPE, Triples

HELD = 1_000  # nodes whose values are at hand, since one is asked for many properties in turn


class Index:
    """Triples by subject and property, and subjects by class. Values come in the order of the graph's triples."""

    def __init__(self, graph: KnowledgeGraph, triples: Triples) -> None:
        self.graph = graph
        self.terms = graph.terms
        self._triples = triples
        self._of = lru_cache(HELD)(self._read)
        self._iri = cache(lambda property: self.terms.name(property).value)

    def _read(self, node: NamedNode) -> dict[str, list[Node]]:
        """The values of a node by property."""
        found: dict[str, list[Node]] = {}
        for property, value in self._triples.about(node):
            if isinstance(value, NamedNode | Literal):
                found.setdefault(property.value, []).append(value)
        return found

    def members(self, cls: str) -> list[NamedNode]:
        """Nodes whose asserted type is this class (prefixed name), sorted."""
        return [node for node in self._triples.subjects_with(TYPE, self.terms.name(cls)) if isinstance(node, NamedNode)]

    def values(self, node: NamedNode, property: str) -> list[Node]:
        """All values of a property (prefixed name); empty when there are none."""
        return self._of(node).get(self._iri(property), [])

    def nodes(self, node: NamedNode, property: str) -> list[NamedNode]:
        """The values that are IRIs."""
        return [v for v in self.values(node, property) if isinstance(v, NamedNode)]

    def texts(self, node: NamedNode, property: str) -> tuple[str, ...]:
        """The values as strings; those that come again and again (a rule, a name) are one string each."""
        return tuple(intern(v.value) for v in self.values(node, property))

    def text(self, node: NamedNode, property: str) -> str:
        """The first value as a string, "" when there is none."""
        return next(iter(self.texts(node, property)), "")

    def lines(self, node: NamedNode, property: str) -> tuple[str, ...]:
        """The lines of the texts."""
        return tuple(intern(line) for text in self.texts(node, property) for line in text.split("\n"))

    def ids(self, node: NamedNode, property: str) -> tuple[str, ...]:
        """The values that are IRIs, as our ids."""
        return tuple(self.terms.id(v.value) for v in self.nodes(node, property))

    def classes(self, node: NamedNode) -> tuple[str, ...]:
        """Local names of the node's classes that are ours."""
        return tuple(name for v in self.nodes(node, "rdf:type") if (name := self.graph.ontology.local(v.value)))

    def has(self, node: NamedNode) -> bool:
        """Whether the graph says anything of the node."""
        return bool(self._of(node))

    def pairs(self, node: NamedNode) -> list[tuple[str, Node]]:
        """All (property IRI, value) pairs of the node, in the order of the graph's triples."""
        return [(property, value) for property, values in self._of(node).items() for value in values]
