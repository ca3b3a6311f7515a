"""Where does every entity stand on the page, so that nothing has to be computed in the reader's browser?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from kg.exporters.html.forces import force_positions
from kg.exporters.html.spacing import Points, pack, shelves, spread
from kg.exporters.html.stress import stress_positions

STRESS_MOST = 450  # up to here stress majorisation is fast enough and leaves the most room for names
SMALL = 8  # a component this small is sized by its edges, not by its area
# px per entity, each way, up to so many entities: few get room for the names of their relations too, many just for their own
PITCHES = ((60, 80.0), (1500, 56.0))
PITCH_CROWDED = 40.0


def place(boxes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Positions in whole px, one per box, y growing downwards; the same input always gives the same positions.

    boxes: half width and half height in px that an entity with its name needs.
    edges: pairs of box numbers; loops and repeated pairs are allowed and count once.
    """
    count = len(boxes)
    if not count:
        return []
    half = np.array(boxes, dtype=float)
    pairs = sorted({(min(a, b), max(a, b)) for a, b in edges if a != b})
    groups = _components(count, pairs)
    alone = [g[0] for g in groups if len(g) == 1]
    groups = [g for g in groups if len(g) > 1] + ([alone] if alone else [])
    number = {node: (g, i) for g, group in enumerate(groups) for i, node in enumerate(group)}
    inner: list[list[tuple[int, int]]] = [[] for _ in groups]
    for a, b in pairs:
        inner[number[a][0]].append((number[a][1], number[b][1]))
    pitch = next((px for most, px in PITCHES if count <= most), PITCH_CROWDED)
    placed = [spread(_component(len(g), e, pitch), half[g]) if e else shelves(half[g]) for g, e in zip(groups, inner, strict=True)]
    result = np.zeros((count, 2))
    for group, points in zip(groups, pack(placed, [half[g] for g in groups]), strict=True):
        result[group] = points
    result -= (result.min(axis=0) + result.max(axis=0)) / 2
    return [(round(float(x)), round(float(y))) for x, y in result]


def _components(count: int, pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Connected parts, largest first, then by their first member."""
    rows, columns = [a for a, _ in pairs], [b for _, b in pairs]
    _, labels = connected_components(csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(count, count)), directed=False)
    groups: dict[int, list[int]] = {}
    for node, label in enumerate(labels):
        groups.setdefault(int(label), []).append(node)
    return sorted(groups.values(), key=lambda g: (-len(g), g[0]))


def _component(count: int, pairs: list[tuple[int, int]], pitch: float) -> Points:
    if count == 2:
        return np.array([[-pitch * 0.8, 0.0], [pitch * 0.8, 0.0]])
    points = stress_positions(count, pairs) if count <= STRESS_MOST else force_positions(count, pairs)
    return _scaled(_turned(points), pairs, pitch)


def _turned(points: Points) -> Points:
    """The longest extent made horizontal: pages are wider than tall."""
    centred = points - points.mean(axis=0)
    xx, yy, xy = (centred[:, 0] ** 2).sum(), (centred[:, 1] ** 2).sum(), (centred[:, 0] * centred[:, 1]).sum()
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.column_stack((centred[:, 0] * cos + centred[:, 1] * sin, centred[:, 1] * cos - centred[:, 0] * sin))


def _scaled(points: Points, pairs: list[tuple[int, int]], pitch: float) -> Points:
    count = len(points)
    if count <= SMALL:
        ends = np.array(pairs)
        mean = float(np.sqrt(((points[ends[:, 0]] - points[ends[:, 1]]) ** 2).sum(axis=1)).mean())
        return points * (1.25 * pitch / max(mean, 1e-9))
    low, high = np.percentile(points, 2, axis=0), np.percentile(points, 98, axis=0)
    width, height = np.maximum(high - low, 1e-9)
    # A chain has next to no height: an area from its true extent would tear it apart, so it counts as at least a quarter as tall as wide.
    area = float(width * max(height, width / 4))
    return points * float(np.sqrt(count * pitch * pitch / area))
