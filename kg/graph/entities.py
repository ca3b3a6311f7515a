"""Which triples describe the entities?

What an entity is elsewhere is linked by owl:sameAs: Wikidata, GeoNames and a user's own registers have IRIs for the thing itself, and
every one of ours is an individual; skos:exactMatch would say that a country or a person is a concept of a thesaurus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.articles import article_iri
from kg.graph.terms import Terms, clean
from kg.model import Entity

# The IRI, as a prefixed name, of an identifier of each register.
_SAME_AS = {"geonames": "gn:{}/", "wikidata": "wd:{}"}


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
    for id in entity.ids:
        yield _link(terms, node, id)
    for article in articles:
        yield terms.row(node, "kg:mentionedIn", article_iri(terms, article))


def _link(terms: Terms, node: NamedNode, id: str) -> Triple:
    """The triple that tells of one identifier: "wikidata:Q43", "geonames:298795", "lei:...", or an IRI as it is."""
    scheme, _, value = id.partition(":")
    if scheme == "lei":
        return terms.row(node, "schema:leiCode", terms.text(value))
    prefixed = _SAME_AS.get(scheme)
    return terms.row(node, "owl:sameAs", terms.name(prefixed.format(value)) if prefixed else NamedNode(id))
