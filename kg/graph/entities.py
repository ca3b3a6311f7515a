"""Which triples describe the entities?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from kg.graph.articles import article_iri
from kg.graph.terms import Terms, clean
from kg.model import Entity


def entity_rows(terms: Terms, entity: Entity, articles: Iterable[str]) -> Iterator[Triple]:
    """Type, names and articles of one entity. articles: identifiers of the stories that mention it."""
    node = terms.data(entity.id)
    yield terms.row(node, "rdf:type", terms.name(f"kg:{entity.kind}"))
    label = clean(entity.label).strip() or entity.id
    yield terms.row(node, "skos:prefLabel", terms.text(label))
    for name in entity.names:
        if clean(name).strip() not in ("", label):
            yield terms.row(node, "skos:altLabel", terms.text(name))
    if entity.code:
        yield terms.row(node, "kg:code", terms.text(entity.code))
    for article in articles:
        yield terms.row(node, "kg:mentionedIn", article_iri(terms, article))
