"""What does each entity and fact say, slot by slot, as plain values for tables and other data models?"""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import NamedNode

from kg.graph import EntityView, FactView, KnowledgeGraph, View, view
from kg.graph.index import Index


class Plain:
    """Look-ups of one graph. Values come in the order of the graph's triples, so they are the same on every run."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.view: View = view(graph)
        self.index = Index(graph, graph.asserted)

    @cached_property
    def entities(self) -> dict[str, EntityView]:
        """Entities by id."""
        return {e.id: e for e in self.view.entities}

    def facts(self, cls: str) -> list[FactView]:
        """The facts of a class of the ontology or one below it, by local name."""
        kinds = self.graph.ontology.subclasses(cls)
        return [f for f in self.view.facts if f.kind in kinds]

    def node(self, id: str) -> NamedNode:
        """The node of an entity or fact."""
        return self.graph.terms.data(id)

    def texts(self, id: str, property: str) -> tuple[str, ...]:
        """Numbers, days and texts of one slot, as the graph spells them; property by local name."""
        return self.index.texts(self.node(id), f"kg:{property}")

    def ids(self, id: str, property: str) -> tuple[str, ...]:
        """Ids of the entities in one slot."""
        return self.index.ids(self.node(id), f"kg:{property}")

    def names(self, id: str, property: str) -> tuple[str, ...]:
        """Labels of the entities in one slot."""
        return tuple(self.entities[i].label if i in self.entities else i for i in self.ids(id, property))

    def links(self, id: str) -> tuple[str, ...]:
        """IRIs of the same thing elsewhere."""
        return self.index.texts(self.node(id), "owl:sameAs")

    def money(self, id: str) -> list[tuple[str, str, str]]:
        """Amount, currency and whether it is approximate ("true"), of each value of a deal."""
        values = self.index.nodes(self.node(id), "kg:hasValue")
        return [tuple(self.index.text(v, f"kg:{p}") for p in ("amount", "currency", "approximate")) for v in values]  # type: ignore[misc]

    @staticmethod
    def articles(fact: FactView) -> tuple[str, ...]:
        """Ids of the stories that support a fact, sorted."""
        return tuple(sorted({e.article.id for e in fact.evidence}))
