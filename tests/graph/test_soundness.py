"""Does the quick look at shapes pass over nothing that the full check would find?"""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph
import pytest
import rdflib
from rdflib import SH

from kg.graph.soundness import around, reach, suspects
from kg.graph.triples import Triples
from tests.test_shapes import BAD, DEAL, ONTOLOGY, T, good, with_


def of(graph: rdflib.Graph) -> Triples:
    """The triples of an rdflib graph."""
    return Triples(q.triple for q in pyoxigraph.parse(graph.serialize(format="nt"), format=pyoxigraph.RdfFormat.N_TRIPLES))


def suspected(graph: rdflib.Graph, shapes: rdflib.Graph = ONTOLOGY.shapes) -> frozenset[str] | None:
    return suspects(of(graph), shapes, ONTOLOGY.graph)


def test_a_good_graph_has_no_suspects() -> None:
    assert suspected(good()) == frozenset()


@pytest.mark.parametrize(("message", "spoil"), BAD)
def test_every_breach_is_suspected(message: str, spoil: Callable[[rdflib.Graph], object]) -> None:
    graph = good()
    spoil(graph)
    assert suspected(graph)


def test_a_number_that_is_none_is_suspected() -> None:
    graph = good()
    with_(DEAL, "kg:hasDate", rdflib.Literal("2017-02-31", datatype=T("xsd:date")))(graph)
    assert str(DEAL) in (suspected(graph) or ())


@pytest.mark.parametrize("constraint", ["sh:hasValue kg:signed", "sh:equals kg:buyer", "sh:pattern 'a' ; sh:flags 'i'", "sh:maxLength 3"])
def test_a_shape_with_a_part_that_is_not_known_leaves_all_to_the_full_check(constraint: str) -> None:
    head = "\n".join(f"@prefix {p}: <{iri}> ." for p, iri in {**ONTOLOGY.prefixes, "sh": str(SH)}.items())
    own = f"{head}\nkg:OwnShape a sh:NodeShape ; sh:targetClass kg:Purchase ; sh:property [ sh:path kg:status ; {constraint} ] ."
    assert suspected(good(), rdflib.Graph().parse(data=own, format="turtle")) is None


def test_what_is_around_a_node_is_enough_to_judge_it() -> None:
    triples = of(good())
    near = around([str(DEAL)], triples, ONTOLOGY.shapes)
    assert {t.subject.value for t in near} >= {str(DEAL), str(ONTOLOGY.data("evidence-1")), str(ONTOLOGY.data("article-1"))}  # type: ignore[union-attr]
    assert len(near) < len(triples)


def test_as_deep_is_looked_as_shapes_follow_properties() -> None:
    head = "\n".join(f"@prefix {p}: <{iri}> ." for p, iri in {**ONTOLOGY.prefixes, "sh": str(SH)}.items())
    own = (
        f"{head}\nkg:One a sh:NodeShape ; sh:targetClass kg:Purchase ; sh:property [ sh:path kg:buyer ; sh:node kg:Two ] ."
        "kg:Two a sh:NodeShape ; sh:or ( [ sh:class kg:Country ] [ sh:property [ sh:path kg:of ; sh:node kg:Three ] ] ) ."
        "kg:Three a sh:NodeShape ; sh:property [ sh:path kg:title ; sh:minCount 1 ] ."
    )
    assert reach(rdflib.Graph().parse(data=own, format="turtle")) == 3
    assert reach(rdflib.Graph()) == 0
    assert 1 < reach(ONTOLOGY.shapes) < 4
