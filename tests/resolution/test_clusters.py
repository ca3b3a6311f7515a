from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolution.clusters import join
from kg.resolution.ids import distinct
from kg.resolution.judging import VETO, Finding, Policy

pairs = st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


def policy(same: set[tuple[int, int]], different: set[tuple[int, int]]) -> Policy[int]:
    def said(table: set[tuple[int, int]], a: int, b: int) -> Finding | None:
        return Finding(1.0, "said so") if {(a, b), (b, a)} & table else None

    def blocks(_: int) -> Iterable[str]:
        return ["all"]

    return Policy(blocks, ((lambda a, b: said(same, a, b), 1.0), (lambda a, b: said(different, a, b), VETO)))


@settings(deadline=None)
@given(pairs)
def test_without_vetoes_clusters_are_connected_components(same: set[tuple[int, int]]) -> None:
    graph = nx.Graph(sorted(same))
    graph.add_nodes_from(range(12))
    clusters, _ = join(range(12), policy(same, set()), lambda i: i)
    assert {frozenset(c) for c in clusters} == {frozenset(c) for c in nx.connected_components(graph)}


@settings(deadline=None)
@given(pairs, pairs)
def test_no_cluster_holds_a_vetoed_pair(same: set[tuple[int, int]], different: set[tuple[int, int]]) -> None:
    clusters, _ = join(range(12), policy(same, different), lambda i: i)
    assert sorted(i for c in clusters for i in c) == list(range(12))
    assert not any(a in c and b in c for c in clusters for a, b in different if a != b)


@settings(deadline=None)
@given(pairs, pairs, st.permutations(range(12)))
def test_the_order_does_not_matter(same: set[tuple[int, int]], different: set[tuple[int, int]], order: list[int]) -> None:
    assert join(order, policy(same, different), lambda i: i)[0] == join(range(12), policy(same, different), lambda i: i)[0]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["x", "x-a", "x-b", "y"]), max_size=8), st.randoms(use_true_random=False))
def test_ids_are_distinct_and_do_not_depend_on_order(wanted: list[str], random: object) -> None:
    things = list(enumerate(wanted))
    origin = {i: ("abc"[i % 3], i) for i, _ in things}
    ids = distinct(dict(things), origin)
    assert len(set(ids.values())) == len(wanted)
    assert distinct(dict(reversed(things)), origin) == ids
