"""How is a large graph drawn in seconds: coarse picture first, then finer, with repulsion read from a grid?"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy import fft

from kg.exporters.html.spacing import Points
from kg.exporters.html.stress import stress_positions

Pairs = list[tuple[int, int]]
COARSEST = 60
EXACT_MOST = 350  # repulsion of every pair up to here, from a grid above
GRAVITY = 0.02


def force_positions(count: int, pairs: Pairs) -> Points:
    """Positions of one connected graph: attraction along edges, repulsion between all, on ever finer versions of the graph.

    Source: Jacomy et al., ForceAtlas2 (2014), for the forces; Walshaw, A Multilevel Algorithm for Force-Directed Graph Drawing (2003).
    """
    if count <= COARSEST:
        return stress_positions(count, pairs)
    parents, coarse_count, coarse_pairs = _coarsen(count, pairs)
    if coarse_count > 0.95 * count:  # nothing left to join: a start on a spiral is as good as any
        turn = np.arange(count) * 2.399963
        points = np.column_stack((np.cos(turn), np.sin(turn))) * np.sqrt(np.arange(count) + 0.5)[:, None]
    else:
        coarse = force_positions(coarse_count, coarse_pairs)
        turn = np.arange(count) * 2.399963
        points = coarse[parents] * np.sqrt(count / coarse_count) + 0.3 * np.column_stack((np.cos(turn), np.sin(turn)))
    rounds = 100 if count <= 1200 else 60 if count <= 6000 else 40
    return _relaxed(points, np.array(pairs), rounds)


def _coarsen(count: int, pairs: Pairs) -> tuple[Points, int, Pairs]:
    """Each node's number in a smaller graph: leaves join their hub, others the free neighbour with the fewest edges."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        neighbours[a].append(b)
        neighbours[b].append(a)
    parent = [-1] * count
    size = 0
    for node in sorted(range(count), key=lambda n: (len(neighbours[n]), n)):
        if parent[node] >= 0:
            continue
        free = [n for n in neighbours[node] if parent[n] < 0]
        if len(neighbours[node]) == 1 and not free:
            parent[node] = parent[neighbours[node][0]]
            continue
        parent[node] = size
        if free:
            parent[min(free, key=lambda n: (len(neighbours[n]), n))] = size
        size += 1
    joined = sorted({(min(p, q), max(p, q)) for a, b in pairs if (p := parent[a]) != (q := parent[b])})
    return np.array(parent), size, joined


def _relaxed(points: Points, ends: Points, rounds: int) -> Points:
    count = len(points)
    mass = 1.0 + np.bincount(ends.ravel(), minlength=count)
    reach = np.sqrt(count)
    for step in range(rounds):
        force = _repulsion(points, mass) - GRAVITY * mass[:, None] * points
        pull = points[ends[:, 1]] - points[ends[:, 0]]
        for axis in (0, 1):
            force[:, axis] += np.bincount(ends[:, 0], pull[:, axis], count) - np.bincount(ends[:, 1], pull[:, axis], count)
        length = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        most = 0.1 * reach * (1 - step / rounds) ** 2 + 0.02
        points = points + force * (np.minimum(length / (2 * mass), most) / length)[:, None]
    return points


def _repulsion(points: Points, mass: Points) -> Points:
    """Force on each node: the product of the masses over the distance, summed over all others."""
    if len(points) > EXACT_MOST:
        return _grid_repulsion(points, mass)
    across, down = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))  # each axis alone: three axes are slow to sum
    weight = mass[None, :] / (across * across + down * down + 0.01)
    result: Points = np.column_stack(((across * weight).sum(axis=1), (down * weight).sum(axis=1))) * mass[:, None]
    return result


def _grid_repulsion(points: Points, mass: Points) -> Points:
    cells = int(np.clip(2 * np.sqrt(len(points)), 96, 384))
    low, extent = points.min(axis=0), float(np.ptp(points, axis=0).max()) + 1e-9
    pitch = extent / (cells - 2)
    place = (points - low) / pitch
    corner = place.astype(int)
    share = place - corner
    grid = np.zeros((cells, cells))
    corners = [(dx, dy, np.abs(1 - dx - share[:, 0]) * np.abs(1 - dy - share[:, 1])) for dx in (0, 1) for dy in (0, 1)]
    for dx, dy, part in corners:
        cell = (corner[:, 0] + dx) * cells + corner[:, 1] + dy
        grid += np.bincount(cell, part * mass, cells * cells).reshape(cells, cells)
    spectrum = fft.rfft2(grid, (2 * cells, 2 * cells))
    force = np.zeros_like(points)
    for axis, kernel in enumerate(_kernels(cells)):
        field = fft.irfft2(spectrum * kernel, (2 * cells, 2 * cells))[:cells, :cells]
        for dx, dy, part in corners:
            force[:, axis] += part * field[corner[:, 0] + dx, corner[:, 1] + dy]
    return force * mass[:, None] / pitch


@lru_cache(maxsize=4)
def _kernels(cells: int) -> tuple[Points, Points]:
    """Spectra of the force of a unit mass along each axis, on a grid of so many cells each way."""
    offset = np.concatenate((np.arange(cells), np.arange(-cells, 0))).astype(float)
    squared = offset[:, None] ** 2 + offset[None, :] ** 2 + 0.25
    return fft.rfft2(offset[:, None] / squared), fft.rfft2(offset[None, :] / squared)
