"""Which facts does a rule find to contradict each other?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from kg.graph.knowledge_graph import KnowledgeGraph


def contradictions(graph: KnowledgeGraph) -> Mapping[str, tuple[str, ...]]:
    """IRI of a fact to the sentences of the contradictions that it is a side of, sorted."""
    between, said = graph.terms.name("kg:between"), graph.terms.name("rdfs:label")
    inferred = [i.triple for i in graph.inferences]
    sides = [(t.subject, t.object.value) for t in inferred if t.predicate == between and isinstance(t.object, NamedNode)]
    nodes = {subject for subject, _ in sides}
    sentences = {
        t.subject: t.object.value for t in inferred if t.predicate == said and t.subject in nodes and isinstance(t.object, Literal)
    }
    found: dict[str, set[str]] = defaultdict(set)
    for node, fact in sides:
        found[fact].add(sentences.get(node, ""))
    return {fact: tuple(sorted(told - {""})) for fact, told in found.items()}
