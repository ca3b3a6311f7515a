"""Where does an entity stand that is not drawn at first, so that it is near its own when the reader asks for it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from kg.exporters.html.spacing import Points

RADII = (46.0, 64.0, 84.0, 108.0, 140.0)  # px from the entity it belongs to
TURNS = 14


def place_beside(points: Points, half: Points, anchors: Mapping[int, int]) -> Points:
    """The points with those in `anchors` moved to the first free spot around the point each belongs to.

    points, half: positions and half sizes of boxes, all of them. anchors: number of an entity to number of the one it belongs to;
    anchors themselves must not be keys. Where everything is taken the outermost spot is used.
    """
    result = points.copy()
    reach = RADII[-1] + 2 * half.max(axis=0, initial=0.0)  # boxes further off than this clash with no spot
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)

    def cell(point: Points) -> tuple[int, int]:
        return int(point[0] // reach[0]), int(point[1] // reach[1])

    for i in sorted(set(range(len(points))) - set(anchors)):
        cells[cell(result[i])].append(i)
    for node, anchor in sorted(anchors.items()):
        x, y = cell(result[anchor])
        near = [i for dx in (-1, 0, 1) for dy in (-1, 0, 1) for i in cells.get((x + dx, y + dy), ())]
        spots = result[anchor] + _ring(node)
        room = half[near] + half[node]
        clash = (np.abs(spots[:, None, :] - result[near][None, :, :]) < room[None, :, :]).all(axis=2).any(axis=1)
        result[node] = spots[int(np.argmin(clash))] if not clash.all() else spots[-1]
        cells[cell(result[node])].append(node)
    return result


def _ring(node: int) -> Points:
    """Spots around the origin, nearest first; each entity begins at an angle of its own."""
    turns = 2 * np.pi * np.arange(TURNS) / TURNS + node * 2.399963
    circle = np.column_stack((np.cos(turns), np.sin(turns)))
    return np.concatenate([radius * circle for radius in RADII])
