"""Which tree do the scores of all arcs favour? The best one with exactly one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[Any]
Heads = NDArray[Any]
MOST_ROOTS = 3  # trees that are tried: the best roots by what a word gains as the root


def best_tree(scores: Scores) -> Heads:
    """The head of each word; the root is its own head.

    scores: (words, words), scores[d, h] of word h as the head of d, scores[d, d] of d as the root. Of trees with equal sums
    the one that prefers earlier heads is taken. Not always projective.
    """
    words = len(scores)
    heads: Heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == np.arange(words))
    if len(roots) == 1 and not _cycle(heads):
        return heads
    candidates = _candidate_roots(scores)
    trees = [_rooted(scores, int(root)) for root in candidates]
    totals = [float(scores[np.arange(words), tree].sum()) for tree in trees]
    return trees[int(np.argmax(totals))]


def _candidate_roots(scores: Scores) -> Heads:
    own = scores.diagonal()
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    gain: Scores = own - others.max(axis=1) if len(scores) > 1 else own
    return np.argsort(-gain, kind="stable")[:MOST_ROOTS]


def _rooted(scores: Scores, root: int) -> Heads:
    """The best tree under this root."""
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, -np.inf)
    weights[root] = -np.inf
    weights[root, root] = 0.0
    return _edmonds(weights, root)


def _edmonds(weights: Scores, root: int) -> Heads:
    """Best heads, cycles contracted one by one; weights[root] allows only root itself."""
    heads: Heads = weights.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(weights), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.flatnonzero(inside)
    own = weights[ring, heads[ring]]
    entering = weights[np.ix_(ring, rest)] - own[:, None]  # what is lost where the cycle is entered at this word
    leaving = weights[np.ix_(rest, ring)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = weights[np.ix_(rest, rest)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    contracted = _edmonds(smaller, int(np.flatnonzero(rest == root)[0]))
    result = heads.copy()
    for at, word in enumerate(rest):
        head = contracted[at]
        result[word] = ring[leaving[at].argmax()] if head == len(rest) else rest[head]
    outer = int(contracted[-1])
    broken = ring[entering[:, outer].argmax()]
    result[broken] = rest[outer]
    return result


def _cycle(heads: Heads) -> list[int]:
    """The words of one cycle of two or more, [] where there is none."""
    state = [0] * len(heads)  # 0 not seen, else the walk that saw it
    above = heads.tolist()
    for start in range(len(above)):
        walk = start + 1
        word = start
        while state[word] == 0:
            state[word] = walk
            if above[word] == word:
                break
            word = above[word]
        if state[word] == walk and above[word] != word:
            cycle = [word]
            while above[cycle[-1]] != word:
                cycle.append(above[cycle[-1]])
            return cycle
    return []
