"""How do merged entities and facts become one RDF graph, each fact with its evidence?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Triple

from kg.graph.articles import article_rows
from kg.graph.entities import entity_rows
from kg.graph.facts import fact_rows
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.provenance import decision_rows
from kg.graph.terms import Terms
from kg.model import Article, Entity, Fact, Ref, Resolution
from kg.ontology import Ontology


def assemble(resolution: Resolution, articles: Iterable[Article], ontology: Ontology) -> KnowledgeGraph:
    """The graph of all that was resolved. The order of what comes in changes nothing.

    Raises kg.ontology.UnknownTerm when a fact uses a class, property or status that the ontology lacks.
    """
    return KnowledgeGraph.of(ontology, _rows(Terms(ontology), resolution, {a.id: a for a in articles}))


def _rows(terms: Terms, resolution: Resolution, articles: Mapping[str, Article]) -> Iterator[Triple]:
    labels = {e.id: e.label for e in resolution.entities}
    mentioned = _mentioned(resolution.entities, resolution.facts)
    told = {c.evidence.article for f in resolution.facts for c in f.claims}
    for id in {*articles, *told, *(a for ids in mentioned.values() for a in ids)}:
        yield from article_rows(terms, id, articles.get(id))
    for entity in resolution.entities:
        yield from entity_rows(terms, entity, mentioned[entity.id])
    for fact in resolution.facts:
        yield from fact_rows(terms, fact, labels)
    for v in resolution.variants:
        yield terms.row(terms.data(v.variant), "kg:variantOf", terms.data(v.family))
    for decision in resolution.decisions:
        yield from decision_rows(terms, decision)


def _mentioned(entities: Iterable[Entity], facts: Iterable[Fact]) -> Mapping[str, set[str]]:
    """Entity id to the articles that mention it. What no article names in words (a role) is in the articles of its facts."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        found[entity.id].update(m.article for m in entity.mentions)
    nameless = {e.id for e in entities if not e.mentions}
    for fact in facts:
        for a in fact.arguments:
            if isinstance(a.value, Ref) and a.value.id in nameless:
                found[a.value.id].update(c.evidence.article for c in fact.claims)
    return found
