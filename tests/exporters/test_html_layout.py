"""Places on the page: for every entity, always the same, without overlap, parts of the graph apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exporters.html.beside import place_beside
from kg.exporters.html.layout import place

BOX = (40.0, 14.0)


def overlaps(spots: list[tuple[int, int]], boxes: list[tuple[float, float]], slack: float = 3.0) -> int:
    return sum(
        abs(spots[i][0] - spots[j][0]) < boxes[i][0] + boxes[j][0] - slack
        and abs(spots[i][1] - spots[j][1]) < boxes[i][1] + boxes[j][1] - slack
        for i, j in combinations(range(len(spots)), 2)
    )


@given(
    st.integers(0, 25).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, max(n - 1, 0)), st.integers(0, max(n - 1, 0)))))
    )
)
@settings(max_examples=40, deadline=None)
def test_any_small_graph_is_placed_whole_and_repeatably(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    edges = edges if count else []
    boxes = [BOX] * count
    spots = place(boxes, edges)
    assert len(spots) == count and all(type(v) is int for spot in spots for v in spot)
    assert spots == place(boxes, list(reversed(edges)))
    assert overlaps(spots, boxes) == 0


@pytest.mark.parametrize("shape", ["star", "ring", "chain", "clique", "loose"])
def test_regular_graphs_spread_out(shape: str) -> None:
    """Stars and rings have no best axis: a careless start would put everything on one spot."""
    count = 30
    edges = {
        "star": [(0, i) for i in range(1, count)],
        "ring": [(i, (i + 1) % count) for i in range(count)],
        "chain": [(i, i + 1) for i in range(count - 1)],
        "clique": list(combinations(range(count), 2)),
        "loose": [],
    }[shape]
    boxes = [BOX] * count
    spots = place(boxes, edges)
    assert overlaps(spots, boxes) == 0
    width, height = (max(s[k] for s in spots) - min(s[k] for s in spots) for k in (0, 1))
    assert width >= height * 0.8 and width < 4000


def test_neighbours_stay_nearer_than_strangers() -> None:
    """Two cliques joined by one edge must be seen as two."""
    groups = (range(10), range(10, 20))
    edges = [pair for group in groups for pair in combinations(group, 2)] + [(0, 10)]
    spots = np.array(place([(8.0, 8.0)] * 20, edges), dtype=float)
    within = max(float(np.linalg.norm(spots[i] - spots[list(g)].mean(axis=0))) for g in groups for i in g)
    between = float(np.linalg.norm(spots[:10].mean(axis=0) - spots[10:].mean(axis=0)))
    assert between > within


@pytest.mark.slow
@pytest.mark.parametrize("count", [700, 6000])
def test_large_graphs_keep_neighbours_together(count: int) -> None:
    draw = np.random.default_rng(5)
    edges = [(i, int(i * draw.random() ** 2)) for i in range(1, count)] + [
        tuple(map(int, draw.integers(0, count, 2))) for _ in range(count)
    ]
    boxes = [(9.0, 9.0)] * count
    spots = place(boxes, edges)  # type: ignore[arg-type]
    length = np.array([np.hypot(spots[a][0] - spots[b][0], spots[a][1] - spots[b][1]) for a, b in edges])
    apart = np.array(spots, dtype=float).std(axis=0).sum()
    assert np.median(length) < apart * 0.8
    assert len(set(spots)) > 0.98 * count


def test_those_waiting_stand_free_beside_their_own() -> None:
    points = np.array([[0.0, 0.0], [60.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
    half = np.full((4, 2), 10.0)
    placed = place_beside(points, half, {2: 0, 3: 0})
    assert (placed[:2] == points[:2]).all()
    for node in (2, 3):
        assert 30 < np.linalg.norm(placed[node] - placed[0]) < 150
    assert overlaps([(int(x), int(y)) for x, y in placed], [(10.0, 10.0)] * 4) == 0
