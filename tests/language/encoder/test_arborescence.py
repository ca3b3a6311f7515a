from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.encoder.arborescence import best_tree

SCORES = st.integers(1, 6).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-8, 8, width=16, allow_nan=False), unique=True))


def is_tree(heads: list[int]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    graph = nx.DiGraph((head, i) for i, head in enumerate(heads) if head != i)
    graph.add_nodes_from(range(len(heads)))
    return len(roots) == 1 and nx.is_arborescence(graph)


def best_total(scores: np.ndarray) -> float:
    """By an independent implementation: the best arborescence under each root."""
    totals = []
    for root in range(len(scores)):
        graph = nx.DiGraph()
        graph.add_nodes_from(range(len(scores)))
        graph.add_weighted_edges_from(
            (h, d, float(scores[d, h])) for d in range(len(scores)) for h in range(len(scores)) if d != h and d != root
        )
        tree = nx.maximum_spanning_arborescence(graph, preserve_attrs=False)
        totals.append(sum(weight for *_, weight in tree.edges(data="weight")) + float(scores[root, root]))
    return max(totals)


@settings(max_examples=150, deadline=None)
@given(SCORES)
def test_it_is_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(best_tree(scores).tolist())


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 3).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-8, 8, width=16), unique=True)))
def test_small_trees_are_the_best_ones(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert float(scores[np.arange(len(scores)), heads].sum()) == pytest.approx(best_total(scores), abs=1e-3)


def test_large_random_trees_are_the_best_under_their_root() -> None:
    rng = np.random.default_rng(5)
    for _ in range(20):
        scores = rng.normal(size=(14, 14)).astype(np.float32)
        np.fill_diagonal(scores, -9)
        scores[4, 4] = 40  # the root is beyond doubt, so only one has to be tried
        heads = best_tree(scores)
        assert is_tree(heads.tolist())
        assert float(scores[np.arange(14), heads].sum()) == pytest.approx(best_total(scores), abs=1e-3)


def test_a_cycle_that_every_word_prefers_is_broken_where_it_costs_least() -> None:
    scores = np.array([[5, 0, 0], [3, -9, 4], [0, 9, -9]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 0, 1]
