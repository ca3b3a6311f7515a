"""What does a graph say of one thing: its own triples, those that lead to it, and the words behind them?

Looked up in the store, not in a graph in memory, so that a page of a large graph costs what the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from kg.graph.terms import Terms, web_address

MOST = 500  # triples in each direction; a country is in thousands of facts
LABELS = ("skos:prefLabel", "rdfs:label", "schema:headline")


@dataclass(frozen=True, slots=True)
class Shown:
    """One value to show. text: its name or words; link: IRI of a thing of the graph, "" for none; away: an http(s) address elsewhere."""

    text: str
    link: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage: its words, the story's name and IRI."""

    words: str
    story: str
    story_iri: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What a page shows. properties, incoming: (prefixed name, values), sorted; more: whether there is more than is shown."""

    iri: str
    label: str
    properties: tuple[tuple[str, tuple[Shown, ...]], ...]
    incoming: tuple[tuple[str, tuple[Shown, ...]], ...]
    quotes: tuple[Quote, ...]
    more: bool


class Things:
    """Look-ups in one store."""

    def __init__(self, store: ox.Store, terms: Terms) -> None:
        self.store, self.terms = store, terms

    def triples(self, node: NamedNode) -> list[Triple]:
        """What is said of a node, and what leads to it; sorted, no doubles; empty when the graph does not know it."""
        found = {*self._some(node, None), *self._some(None, node)}
        return sorted(found, key=str)

    def thing(self, node: NamedNode) -> Thing | None:
        """What a page shows of a node, None for one that the graph does not know."""
        outgoing, incoming = self._some(node, None), self._some(None, node)
        if not outgoing and not incoming:
            return None
        evidence = [t.object for t in outgoing if t.predicate == self.terms.name("kg:supportedBy") and isinstance(t.object, NamedNode)]
        told = evidence or [node]
        return Thing(
            node.value,
            self.label(node),
            self._grouped((t.predicate, t.object) for t in outgoing),
            self._grouped((t.predicate, t.subject) for t in incoming),
            tuple(q for e in told for q in self._quotes(e)),
            len(outgoing) == MOST or len(incoming) == MOST,
        )

    def label(self, node: NamedNode) -> str:
        """The name of a node, else its IRI with a prefix."""
        found = sorted(text for p in LABELS for text in self._texts(node, p))
        return found[0] if found else self.terms.ontology.short(node.value)

    def _grouped(self, pairs: Iterable[tuple[NamedNode, object]]) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
        told: dict[str, set[Shown]] = {}
        for property, value in pairs:
            told.setdefault(self.terms.ontology.short(property.value), set()).add(self._shown(value))
        return tuple((p, tuple(sorted(values, key=lambda s: (s.text, s.link)))) for p, values in sorted(told.items()))

    def _shown(self, value: object) -> Shown:
        if not isinstance(value, NamedNode):
            text = value.value if isinstance(value, Literal) else str(value)
            typed = isinstance(value, Literal) and value.datatype == self.terms.name("xsd:anyURI")
            return Shown(text, away=web_address(text) if typed else "")
        if value.value.startswith(self.terms.ontology.base):
            return Shown(self.label(value), link=value.value)
        return Shown(self.terms.ontology.short(value.value), away=web_address(value.value))

    def _quotes(self, evidence: NamedNode) -> Iterator[Quote]:
        sources = [t.object for t in self._some(evidence, None) if t.predicate == self.terms.name("prov:wasDerivedFrom")]
        for words in self._texts(evidence, "oa:exact"):
            story = next((s for s in sources if isinstance(s, NamedNode)), evidence)
            yield Quote(words, self.label(story), story.value)

    def _texts(self, node: NamedNode, property: str) -> list[str]:
        quads = self.store.quads_for_pattern(node, self.terms.name(property), None, DefaultGraph())
        return sorted({q.object.value for q in islice(quads, MOST) if isinstance(q.object, Literal)})

    def _some(self, subject: NamedNode | None, object: NamedNode | None) -> list[Triple]:
        """At most so many triples."""
        return [q.triple for q in islice(self.store.quads_for_pattern(subject, None, object, DefaultGraph()), MOST)]
