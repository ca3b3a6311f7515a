import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import to_rdflib

A, P = NamedNode("https://example.org/a"), NamedNode("https://example.org/p")
XSD = "http://www.w3.org/2001/XMLSchema#"


def crossed(term: NamedNode | Literal | BlankNode) -> rdflib.term.Node:
    [(_, _, value)] = to_rdflib([Triple(A, P, term)], {})
    return value


def test_a_string_has_no_datatype_in_rdflib() -> None:
    assert crossed(Literal("USD")) == rdflib.Literal("USD")
    assert crossed(Literal("USD", datatype=NamedNode(XSD + "string"))) == rdflib.Literal("USD")


def test_numbers_and_dates_keep_their_spelling() -> None:
    for text, datatype in (("2.50", "decimal"), ("01", "integer"), ("2019-11-27Z", "date"), ("2017-12", "gYearMonth")):
        value = crossed(Literal(text, datatype=NamedNode(XSD + datatype)))
        assert str(value) == text
        assert isinstance(value, rdflib.Literal)
        assert str(value.datatype) == XSD + datatype


def test_languages_iris_and_blank_nodes_stay_what_they_are() -> None:
    assert crossed(Literal("Ankara", language="tr")) == rdflib.Literal("Ankara", lang="tr")
    assert crossed(NamedNode("https://example.org/b")) == rdflib.URIRef("https://example.org/b")
    assert isinstance(crossed(BlankNode()), rdflib.BNode)
