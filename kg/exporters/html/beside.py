"""Where does an entity stand that is not drawn at first, so that it is near its own when the reader asks for it?"""

from __future__ import annotations

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
    free = np.ones(len(points), dtype=bool)
    free[list(anchors)] = False
    taken = [i for i in range(len(points)) if free[i]]
    for node, anchor in sorted(anchors.items()):
        spots = result[anchor] + _ring(node)
        room = half[taken] + half[node]
        clash = (np.abs(spots[:, None, :] - result[taken][None, :, :]) < room[None, :, :]).all(axis=2).any(axis=1)
        result[node] = spots[int(np.argmin(clash))] if not clash.all() else spots[-1]
        taken.append(node)
    return result


def _ring(node: int) -> Points:
    """Spots around the origin, nearest first; each entity begins at an angle of its own."""
    turns = 2 * np.pi * np.arange(TURNS) / TURNS + node * 2.399963
    circle = np.column_stack((np.cos(turns), np.sin(turns)))
    return np.concatenate([radius * circle for radius in RADII])
