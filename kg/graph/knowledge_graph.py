"""What is known, and what of it was said and what was inferred?

Asserted triples come from articles; inferred ones are kept beside them by the rule that gave them, with the nodes they follow
from. In a single RDF graph (Turtle) every inferred triple stands as a plain triple too, and a kg:Inference node records it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from types import MappingProxyType

import numpy as np
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.graph.terms import Terms, digest
from kg.graph.triples import TYPE, Triples
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Inference:
    """One inferred triple: the rule that gave it, and the nodes (facts) it follows from, sorted by IRI."""

    triple: Triple
    rule: str
    premises: tuple[NamedNode, ...] = ()


@dataclass(frozen=True, eq=False)
class KnowledgeGraph:
    """A knowledge graph. asserted: in order, no doubles; inferences: sorted by rule, then triple. Nothing in it changes."""

    ontology: Ontology
    asserted: Triples
    inferences: tuple[Inference, ...] = field(default=())

    @classmethod
    def of(cls, ontology: Ontology, asserted: Iterable[Triple], inferences: Iterable[Inference] = ()) -> KnowledgeGraph:
        """A graph of these triples, whatever order they come in."""
        return cls(ontology, Triples(asserted), tuple(sorted(inferences, key=lambda i: (i.rule, str(i.triple)))))

    def with_inferences(self, inferences: Iterable[Inference]) -> KnowledgeGraph:
        """The same assertions with other inferences."""
        return replace(self, inferences=KnowledgeGraph.of(self.ontology, (), inferences).inferences)

    @cached_property
    def terms(self) -> Terms:
        """Makes and reads IRIs of this graph."""
        return Terms(self.ontology)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Every prefix of the ontology, and "id" for the data."""
        return MappingProxyType({**self.ontology.prefixes, "id": self.ontology.base})

    def inferred(self) -> Mapping[str, tuple[Triple, ...]]:
        """Inferred triples by rule."""
        rules = sorted({i.rule for i in self.inferences})
        return MappingProxyType({rule: tuple(i.triple for i in self.inferences if i.rule == rule) for rule in rules})

    def records(self) -> Triples:
        """What says of each inferred triple that it is inferred, by which rule and from what.

        A triple and its inverse, given by one rule from the same facts, have one record.
        """
        return Triples(self._records())

    def _records(self) -> Iterator[Triple]:
        given = set(self.inferences)
        backward = {i: back for i in self.inferences if (back := self._inverse(i)) in given}
        folded = set(backward.values())
        for i in self.inferences:
            if i not in folded:
                yield from self._record(i, backward.get(i))

    def triples(self) -> Triples:
        """Everything as one graph: assertions, inferred triples and their records, sorted."""
        return self._everything

    @cached_property
    def _everything(self) -> Triples:
        """Sorted once: every export, check and query of a large graph starts from here."""
        return Triples(chain((i.triple for i in self.inferences), self._records()), self.asserted)

    def quads(self) -> Iterator[Quad]:
        """Everything as a dataset: what was merged in the default graph; in named graphs each article's own part, the decisions on what
        is one thing, and the triples of each rule.

        The graph of an article has its IRI. It tells of the article, of the words in it that support facts, and of what it mentions.
        """
        rows = Triples(self._records(), self.asserted)
        place = self._places(rows)
        graphs = [place(t) for t in rows]
        named = sorted({g for g in graphs if isinstance(g, NamedNode)}, key=str)
        number: dict[NamedNode | DefaultGraph, int] = {DefaultGraph(): 0, **{g: n for n, g in enumerate(named, 1)}}
        for at in np.argsort([number[g] for g in graphs], kind="stable").tolist():
            yield _quad(rows[at], graphs[at])
        for rule, triples in self.inferred().items():
            yield from (_quad(t, self.terms.data(f"rule-{rule}")) for t in Triples(triples))

    def _places(self, rows: Iterable[Triple]) -> Callable[[Triple], NamedNode | DefaultGraph]:
        """Tells of an asserted triple in which graph it belongs."""
        name, decisions, merged = self.terms.name, self.terms.data("decisions"), DefaultGraph()
        kinds = {name(f"kg:{kind}"): kind for kind in ("Article", "Evidence", "Decision")}
        kind = {t.subject: kinds[t.object] for t in rows if t.predicate == TYPE and isinstance(t.object, NamedNode) and t.object in kinds}
        source, mentioned = name("prov:wasDerivedFrom"), name("kg:mentionedIn")
        of = {t.subject: t.object for t in rows if t.predicate == source and kind.get(t.subject) == "Evidence"}

        def place(t: Triple) -> NamedNode | DefaultGraph:
            if kind.get(t.subject) == "Decision":
                return decisions
            owner = t.subject if kind.get(t.subject) == "Article" else t.object if t.predicate == mentioned else of.get(t.subject)
            return owner if isinstance(owner, NamedNode) else merged

        return place

    def store(self) -> Store:
        """A new store with everything as one graph, for SPARQL."""
        store = Store()
        store.bulk_extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in self.triples())
        return store

    def _inverse(self, inference: Inference) -> Inference | None:
        """The same said from the other side; None where the ontology has no inverse of the property."""
        t, property = inference.triple, self.ontology.inverses.get(inference.triple.predicate.value)
        if property is None or not isinstance(t.object, NamedNode):
            return None
        return replace(inference, triple=Triple(t.object, NamedNode(property), t.subject))

    def _record(self, inference: Inference, backward: Inference | None) -> Iterator[Triple]:
        triple, terms = inference.triple, self.terms
        node = terms.data(f"inference-{digest(inference.rule, str(triple))}")
        yield terms.row(node, "rdf:type", terms.name("kg:Inference"))
        yield terms.row(node, "rdf:subject", _named(triple.subject))
        yield terms.row(node, "rdf:predicate", triple.predicate)
        yield Triple(node, terms.name("rdf:object"), triple.object)
        if backward is not None:
            yield terms.row(node, "kg:inversely", backward.triple.predicate)
        yield terms.row(node, "kg:rule", terms.text(inference.rule))
        for premise in inference.premises:
            yield terms.row(node, "prov:wasDerivedFrom", premise)


def _quad(t: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(t.subject, t.predicate, t.object, graph)


def _named(term: object) -> NamedNode:
    if not isinstance(term, NamedNode):
        raise ValueError(f"only statements about things with an IRI can be inferred, not about {term}")
    return term
