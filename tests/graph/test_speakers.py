"""Who is quoted for a fact, and what is doubted of it, from the text to the triples, the view and `kg explain`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.graph import KnowledgeGraph, assemble, query, view
from kg.lexicon import Lexicon
from kg.model import Extraction
from kg.ontology import Ontology
from kg.resolution import resolve
from kg.terminal import fact_lines

STORIES = {
    "north": "Poland will buy 32 F-35 jets from Lockheed Martin, Defence Minister Jan Kowal said.\n\n"
    "Norway has reportedly ordered six Merlin helicopters from Leonardo.",
    "south": "Lockheed Martin is proud of its F-35. Poland will buy 32 F-35 jets, the company said.\n\n"
    "Norway ordered six Merlin helicopters from Leonardo.",
    "west": "Chile has reportedly ordered four Gripen jets from Saab.",
}


@pytest.fixture(scope="module")
def graph(extracted: Callable[..., Extraction], words: Lexicon, terms: Ontology) -> KnowledgeGraph:
    found = [extracted(text, "2026-03-14", id) for id, text in STORIES.items()]
    return assemble(resolve(found, words), [e.article for e in found], terms)


def asked(graph: KnowledgeGraph, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query, IRIs by the end of their path."""
    return [tuple(v.value.rsplit("/", 1)[-1] for v in row) for row in query(graph, sparql, graph.ontology)]  # type: ignore[union-attr]


def test_each_evidence_names_its_own_speaker(graph: KnowledgeGraph) -> None:
    sparql = "SELECT ?a ?w { ?d a kg:Purchase ; kg:supportedBy ?e . ?e kg:attributedTo ?w ; prov:wasDerivedFrom ?a } ORDER BY ?a"
    assert asked(graph, sparql) == [
        ("article-north", "person-jan-kowal"),
        ("article-south", "organization-lockheed-martin"),
    ]


def test_who_only_introduces_himself_is_not_quoted_for_his_post(graph: KnowledgeGraph) -> None:
    assert asked(graph, "SELECT ?e { ?h a kg:RoleHolding ; kg:supportedBy ?e . ?e kg:attributedTo ?w }") == []


def test_a_sentence_is_shown_with_its_speaker_and_its_doubt(graph: KnowledgeGraph) -> None:
    facts = {f.label.split(",")[0]: f for f in view(graph).facts if f.kind == "Purchase"}
    poland, norway, chile = (facts[f"purchase: {name}"] for name in ("Poland", "Norway", "Chile"))
    assert [e.said_by for e in poland.evidence] == [("Jan Kowal",), ("Lockheed Martin",)]
    assert [e.hedge for e in norway.evidence] == ["reportedly", ""]
    assert (norway.hedge, chile.hedge) == ("", "reportedly"), "a fact is in doubt only where every article doubts it"
    assert "    said by Jan Kowal" in list(fact_lines(poland))
    assert "    hedged: reportedly" in list(fact_lines(chile))
