"""How do entities and whole parts of the graph share the page without covering each other?"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points: TypeAlias = NDArray[Any]

SPREAD_ROUNDS, SPREAD_ROUNDS_CROWDED, CROWDED = 120, 30, 1500  # beyond so many points a little overlap is cheaper than waiting
GAP = 26.0  # px between parts of the graph
SHAPE = 1.45  # width over height of the page
CORNERS_MOST = 400  # beyond so many parts they are set on shelves, like lines of text


def spread(points: Points, half: Points) -> Points:
    """Points moved apart, as little as possible, until no two boxes overlap or the rounds are used up."""
    if len(points) < 2:
        return points
    moved = points.copy()
    size = 2 * half.max(axis=0)
    for _ in range(SPREAD_ROUNDS if len(points) <= CROWDED else SPREAD_ROUNDS_CROWDED):
        pairs = cKDTree(moved / size).query_pairs(1.0, p=np.inf, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        a, b = pairs[:, 0], pairs[:, 1]
        apart = moved[b] - moved[a]
        over = half[a] + half[b] - np.abs(apart)
        hit = (over > 0.5).all(axis=1)
        if not hit.any():
            break
        a, b, apart, over = a[hit], b[hit], apart[hit], over[hit]
        axis = (over[:, 1] < over[:, 0]).astype(int)  # 0: move sideways; 1: move up and down
        rows = np.arange(len(axis))
        step = np.where(apart[rows, axis] < 0, -1.0, 1.0) * (over[rows, axis] * 0.5 * 0.6 + 0.2)
        np.add.at(moved, (b, axis), step)
        np.add.at(moved, (a, axis), -step)
    return moved


def pack(parts: list[Points], halves: list[Points]) -> list[Points]:
    """Parts moved as wholes, largest first as given, so that together they fill a page a little wider than tall."""
    lows = [(p - h).min(axis=0) for p, h in zip(parts, halves, strict=True)]
    sizes = [(p + h).max(axis=0) - low + GAP for p, h, low in zip(parts, halves, lows, strict=True)]
    corners = _free_corners(sizes) if len(parts) <= CORNERS_MOST else _shelves(sizes)
    return [p - low + corner for p, low, corner in zip(parts, lows, corners, strict=True)]


def _free_corners(sizes: list[Points]) -> list[Points]:
    """Top left corner per size: each goes where the page grows least."""
    taken = np.zeros((0, 4))
    result: list[Points] = []
    for width, height in sizes:
        zero = np.zeros(len(taken))
        beside, below = taken[:, [2, 1]], taken[:, [0, 3]]
        spots = np.vstack((np.zeros((1, 2)), beside, below, np.column_stack((taken[:, 2], zero)), np.column_stack((zero, taken[:, 3]))))
        boxes = np.column_stack((spots, spots + np.array([width, height])))
        clash = (
            (boxes[:, None, 0] < taken[None, :, 2] - 0.01)
            & (taken[None, :, 0] < boxes[:, None, 2] - 0.01)
            & (boxes[:, None, 1] < taken[None, :, 3] - 0.01)
            & (taken[None, :, 1] < boxes[:, None, 3] - 0.01)
        ).any(axis=1)
        free = boxes[~clash]
        right = np.maximum(free[:, 2], taken[:, 2].max(initial=0.0))
        bottom = np.maximum(free[:, 3], taken[:, 3].max(initial=0.0))
        page = np.maximum(right, bottom * SHAPE)  # width of the smallest page of the right shape
        order = np.lexsort((free[:, 0], free[:, 1], np.round(free[:, 0] + SHAPE * free[:, 1], 3), np.round(page, 3)))
        best = free[order[0]]
        taken = np.vstack((taken, best))
        result.append(best[:2])
    return result


def shelves(half: Points) -> Points:
    """Boxes in rows like lines of text, on a page of the usual shape."""
    return np.array(_shelves([2 * h + [8.0, 6.0] for h in half])) + half


def _shelves(sizes: list[Points]) -> list[Points]:
    area = float(sum(w * h for w, h in sizes))
    page = max(float(np.sqrt(area * SHAPE)), max(float(w) for w, _ in sizes))
    result: list[Points] = []
    x = y = shelf = 0.0
    for width, height in sizes:
        if x and x + width > page:
            x, y, shelf = 0.0, y + shelf, 0.0
        result.append(np.array([x, y]))
        x, shelf = x + float(width), max(shelf, float(height))
    return result
