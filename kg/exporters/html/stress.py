"""How is a small graph drawn so that distances on the page follow distances in the graph?"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

from kg.exporters.html.spacing import Points

ROUNDS = 100
AXIS_ROUNDS = 40
ENOUGH = 1e-4  # share by which a round must still lower the stress


def stress_positions(count: int, pairs: list[tuple[int, int]]) -> Points:
    """Positions of one connected graph by stress majorisation, in units of an edge.

    An edge's ideal length grows with the neighbours its ends do not share, so that a hub gets room for its leaves.
    Source: Gansner, Koren, North, Graph Drawing by Stress Majorization (2004).
    """
    distances = _distances(count, pairs)
    points = _classical_scaling(distances)
    off = ~np.eye(count, dtype=bool)
    weights = np.zeros_like(distances)
    weights[off] = distances[off] ** -2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count) - 1.0 / count
    before = np.inf
    for _ in range(ROUNDS):
        apart = _apart(points)
        stress = float((weights * (apart - distances) ** 2).sum())
        if before - stress < ENOUGH * stress:
            break
        before = stress
        ratio = np.zeros_like(distances)
        ratio[off] = -weights[off] * distances[off] / np.maximum(apart[off], 1e-9)
        np.fill_diagonal(ratio, -ratio.sum(axis=1))
        points = inverse @ (ratio @ points)
    return points


def _distances(count: int, pairs: list[tuple[int, int]]) -> Points:
    neighbours: list[set[int]] = [set() for _ in range(count)]
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    lengths = [np.sqrt(1 + len(neighbours[a] ^ neighbours[b]) / 2) for a, b in pairs]
    matrix = csr_matrix((lengths, ([a for a, _ in pairs], [b for _, b in pairs])), shape=(count, count))
    result: Points = shortest_path(matrix, directed=False)
    return result


def _classical_scaling(distances: Points) -> Points:
    """A first guess: the two main axes of the distances, found by repeated multiplication, which is near enough for a start.

    Stars and rings have many equally good axes, among which rounding errors would choose: lengths changed by up to a hundredth,
    always the same way, make one pair of axes the best.
    """
    count = len(distances)
    i, j = np.indices((count, count))
    squared = (distances * (1 + 0.01 * np.sin(12.9898 * (i + j) + 78.233 * (i * j % 101)))) ** 2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    number = np.arange(count)
    first, second = _unit(np.cos(number + 0.5)), _unit(np.sin(1.7 * number + 0.3))
    for _ in range(AXIS_ROUNDS):
        first, second = _unit(centred @ first), centred @ second
        second = _unit(second - first * (first @ second))
    spread = [np.sqrt(max(float(axis @ (centred @ axis)), 1e-6)) for axis in (first, second)]
    return np.column_stack((first * spread[0], second * spread[1])) + 1e-3 * np.column_stack((np.cos(number), np.sin(number)))


def _unit(vector: Points) -> Points:
    result: Points = vector / max(float(np.sqrt((vector**2).sum())), 1e-12)
    return result


def _apart(points: Points) -> Points:
    across, down = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
    result: Points = np.sqrt(across * across + down * down)
    return result
