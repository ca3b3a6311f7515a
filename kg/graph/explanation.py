"""What is known of one node, and from which words, rules and decisions?"""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.graph.index import Index
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.view import ArticleView, DecisionView, EntityView, FactView, View
from kg.graph.viewing import view
from kg.ontology import UnknownTerm

_SUGGESTIONS = 5


class UnknownNode(LookupError):
    """No node, or more than one, goes by this name; the message lists the nearest."""


@dataclass(frozen=True, slots=True)
class InferredView:
    """One inferred triple, in names a reader knows. premises: ids of the facts it follows from."""

    subject: str
    property: str
    target: str
    rule: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the graph has on one node.

    short: prefixed name; kinds: local names of its classes; names: label first. facts: those it is a party of, that an article
    tells, or the fact itself; each carries its sentences. links: addresses of the same
    thing elsewhere. other: the node's remaining properties as (property, value) texts. stories: the articles as records.
    elsewhere: of an article, those in which its story appeared as well.
    """

    iri: str
    short: str
    kinds: tuple[str, ...]
    label: str
    names: tuple[str, ...]
    articles: tuple[str, ...]
    facts: tuple[FactView, ...]
    inferred: tuple[InferredView, ...]
    decisions: tuple[DecisionView, ...]
    links: tuple[str, ...]
    other: tuple[tuple[str, str], ...]
    stories: tuple[ArticleView, ...] = ()
    elsewhere: tuple[ArticleView, ...] = ()


def explain(graph: KnowledgeGraph, node: str) -> Explanation:
    """Explain a node, given as an IRI, a local id, a prefixed name or one of its names (upper and lower case alike).

    Raises UnknownNode when nothing, or more than one thing, goes by the name.
    """
    index, seen = Index(graph, graph.triples()), view(graph)
    found = _find(index, seen, node)
    id = graph.terms.id(found.value)
    entity = next((e for e in seen.entities if e.iri == found.value), None)
    facts = tuple(f for f in seen.facts if _concerns(f, id, found.value))
    label = _label(index, found)
    names = entity.names if entity else (label,) if label else ()
    return Explanation(
        iri=found.value,
        short=graph.ontology.short(found.value),
        kinds=index.classes(found),
        label=label or id,
        names=names,
        articles=entity.articles if entity else (),
        facts=facts,
        inferred=tuple(_inferred(index, found)),
        decisions=tuple(d for d in seen.decisions if id in (d.left.id, d.right.id)),
        links=entity.links if entity else (),
        stories=tuple(a for a in seen.articles if entity and a.id in entity.articles),
        elsewhere=tuple(_elsewhere(found, seen)),
        other=() if entity or any(f.iri == found.value for f in facts) else tuple(_other(index, found)),
    )


def _elsewhere(node: NamedNode, seen: View) -> Iterator[ArticleView]:
    """The other articles that tell an article's story, the first of them included; none for what is no article."""
    article = next((a for a in seen.articles if a.iri == node.value), None)
    if article:
        first = article.copy_of or article.id
        yield from (a for a in seen.articles if a.iri != article.iri and first in (a.id, a.copy_of))


def _find(index: Index, seen: View, name: str) -> NamedNode:
    """The one node that goes by the name: as an IRI or id first, then as a label, then as any other name."""
    name = name.strip().removeprefix("<").removesuffix(">")
    for iri in _spellings(index, name):
        if index.has(iri):
            return iri
    wanted = name.casefold()
    labels = [(e.label, e) for e in seen.entities]
    others = [(n, e) for e in seen.entities for n in e.names[1:]]
    facts = [(f.label, f) for f in seen.facts]
    for named in (labels, others, facts, [(a.headline, a) for a in seen.articles], [(a.id, a) for a in seen.articles]):
        hits = sorted({(x.id, x.iri) for n, x in named if n.casefold() == wanted})
        if len(hits) == 1:
            return NamedNode(hits[0][1])
        if hits:
            raise UnknownNode(f"{name!r} may be {', '.join(id for id, _ in hits)}; ask for one of these")
    near = _nearest(wanted, seen.entities)
    raise UnknownNode(f"nothing in the graph is called {name!r}" + (f"; nearest: {', '.join(near)}" if near else ""))


def _spellings(index: Index, name: str) -> Iterator[NamedNode]:
    """IRIs that the name may stand for."""
    terms = index.terms
    yield terms.data(name)
    if name.startswith("id:"):
        yield terms.data(name.removeprefix("id:"))
        name = terms.ontology.base + name.removeprefix("id:")
    with contextlib.suppress(UnknownTerm, ValueError):
        yield terms.name(name)
    with contextlib.suppress(ValueError):
        yield NamedNode(name)


def _nearest(name: str, entities: Iterable[EntityView]) -> list[str]:
    known = {n.casefold(): n for e in entities for n in e.names}
    holding = [n for folded, n in sorted(known.items()) if name and name in folded]
    close = [known[n] for n in difflib.get_close_matches(name, known, n=_SUGGESTIONS)]
    return list(dict.fromkeys([*close, *holding]))[:_SUGGESTIONS]


def _concerns(fact: FactView, id: str, iri: str) -> bool:
    parties = {v.entity for s in fact.slots for v in s.values}
    sources = {i for e in fact.evidence for i in (e.iri, e.article.iri)}
    return fact.iri == iri or id in parties or iri in sources


def _inferred(index: Index, node: NamedNode) -> Iterator[InferredView]:
    graph, terms = index.graph, index.terms
    for i in graph.inferences:
        if node in (i.triple.subject, i.triple.object, *i.premises):
            subject, target = (_name(index, t) for t in (i.triple.subject, i.triple.object))
            premises = tuple(terms.id(p.value) for p in i.premises)
            yield InferredView(subject, graph.ontology.short(i.triple.predicate.value), target, i.rule, premises)


def _other(index: Index, node: NamedNode) -> Iterator[tuple[str, str]]:
    for property, value in index.pairs(node):
        yield index.graph.ontology.short(property), _name(index, value)


def _name(index: Index, term: object) -> str:
    if isinstance(term, NamedNode):
        return _label(index, term) or index.graph.ontology.short(term.value)
    return term.value if isinstance(term, Literal) else str(term)


def _label(index: Index, node: NamedNode) -> str:
    labels = (index.text(node, p) for p in ("skos:prefLabel", "rdfs:label", "schema:headline"))
    return next(filter(None, labels), "")
