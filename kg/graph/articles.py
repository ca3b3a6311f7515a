"""Which triples describe the articles?"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.terms import Terms, web_address
from kg.model import Article


def article_iri(terms: Terms, id: str) -> NamedNode:
    """The IRI of the article with this identifier."""
    return terms.data(f"article-{id}")


def article_rows(terms: Terms, id: str, article: Article | None) -> Iterator[Triple]:
    """Identifier, headline, date, publisher and address of an article; None when nothing but its id is known."""
    node = article_iri(terms, id)
    yield terms.row(node, "rdf:type", terms.name("kg:Article"))
    yield terms.row(node, "dcterms:identifier", terms.text(id))
    if article is None:
        return
    words = {
        "schema:headline": article.headline,
        "schema:publisher": article.publisher,
        "kg:dateline": article.place,
        "kg:publishedFrom": article.published_from,
    }
    for property, text in words.items():
        if text:
            yield terms.row(node, property, terms.text(text))
    if article.author:
        yield terms.row(node, "schema:author", terms.text(article.author))
    if article.copy_of:
        yield terms.row(node, "kg:copyOf", article_iri(terms, article.copy_of))
    if article.published:
        yield terms.row(node, "schema:datePublished", terms.date(article.published))
    if address := web_address(article.url):
        yield terms.row(node, "schema:url", terms.typed(address, "xsd:anyURI"))
