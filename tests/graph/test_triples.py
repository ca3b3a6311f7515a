"""Are triples held by numbers the same as a sorted list of them?"""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.triples import TYPE, Triples

NODES = st.sampled_from("abcdé").map(lambda name: NamedNode(f"https://example.org/{name}"))
VALUES = st.one_of(NODES, st.text('ab\n"é', max_size=2).map(Literal), st.sampled_from("xy").map(BlankNode))
ROWS = st.lists(st.builds(Triple, NODES, st.one_of(NODES, st.just(TYPE)), VALUES), max_size=12)


def in_order(rows: list[Triple]) -> list[Triple]:
    """By subject, its types first, each once."""
    return sorted(set(rows), key=lambda t: (str(t.subject), t.predicate != TYPE, str(t.predicate), str(t.object)))


@settings(deadline=None)
@given(ROWS, ROWS)
def test_they_come_in_order_and_once_also_when_some_are_known_before(some: list[Triple], others: list[Triple]) -> None:
    assert Triples(some) == in_order(some)
    assert list(Triples(others, Triples(some))) == in_order(some + others)


@settings(deadline=None)
@given(ROWS, NODES, VALUES)
def test_look_ups_find_what_a_search_of_all_finds(rows: list[Triple], node: NamedNode, value: NamedNode | Literal | BlankNode) -> None:
    triples, ordered = Triples(rows), in_order(rows)
    assert list(triples.about(node)) == [(t.predicate, t.object) for t in ordered if t.subject == node]
    assert list(triples.of(node)) == [t for t in ordered if t.predicate == node]
    assert list(triples.subjects_with(TYPE, value)) == [t.subject for t in ordered if t.predicate == TYPE and t.object == value]
    told = {t.subject for t in ordered if t.predicate == node or (t.predicate == TYPE and t.object == value)}
    assert list(triples.subjects_of([(node, None), (TYPE, value)])) == sorted(told, key=str)
    assert all(t in triples for t in rows)
    assert (Triple(node, TYPE, value) in triples) == (Triple(node, TYPE, value) in rows)
    assert [triples[i] for i in range(len(triples))] == triples[:] == ordered
