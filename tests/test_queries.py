"""Does every shipped query say what it answers, run, and give what it says?"""

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from kg.graph import KnowledgeGraph, query
from kg.ontology import data_dir, load
from tests.graph.sample import sample_graph
from tests.reasoning.test_offices import holds, world

ONTOLOGY = load()
QUERIES = sorted((data_dir() / "queries").glob("*.rq"))


def rows(name: str, graph: KnowledgeGraph) -> list[tuple[str, ...]]:
    found = query(graph, (data_dir() / "queries" / name).read_text(encoding="utf-8"), ONTOLOGY)
    assert isinstance(found, QuerySolutions)
    return [tuple("" if v is None else str(getattr(v, "value", v)) for v in solution) for solution in found]


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_a_query_opens_with_its_question_and_runs(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert opening.startswith("# ") and opening.endswith("?")
    assert isinstance(rows(path.name, sample_graph()), list)


def test_contradictions_shows_the_sentences_of_both_sides() -> None:
    graph = world(holds("ann", ("a2016", "current"), ("a2019", "current")), holds("bob", ("a2018", "current")))
    found = rows("contradictions.rq", graph)
    assert {why for why, *_ in found} == {"Ann and Bob are both called President of Turkey at one time"}
    assert [(published, article, sentence) for _, _, _, published, article, sentence in found] == [
        ("2016-05-01", "a2016", "ann current"), ("2019-03-01", "a2019", "ann current"), ("2018-03-01", "a2018", "bob current"),
    ]  # fmt: skip


def test_a_graph_without_contradictions_has_none() -> None:
    assert rows("contradictions.rq", sample_graph()) == []
    assert rows("contradictions.rq", world(holds("ann", ("a2018", "former")), holds("bob", ("a2018", "current")))) == []


def test_unsettled_offices_lists_who_may_have_followed_whom() -> None:
    ann, bob = holds("ann", ("a2016", "current")), holds("bob", ("a2021", "current"))
    assert rows("unsettled-offices.rq", world(ann, bob)) == [
        ("President of Turkey", "Ann", "2016-05-01", "2016-05-01"), ("President of Turkey", "Bob", "2021-02-01", "2021-02-01"),
    ]  # fmt: skip


def test_a_told_succession_or_a_contradiction_is_not_unsettled() -> None:
    bob = holds("bob", ("a2018", "current"))
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current"), ("a2018", "former")), bob)) == []
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current"), ("a2019", "current")), bob)) == []
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current")))) == []
