"""Which things belong together, when pairs have been judged and some judgements contradict each other?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

from kg.resolution.judging import Judgement, Policy, judge

T = TypeVar("T")
Pair = tuple[int, int]
Foes = Callable[[Sequence[T]], set[Pair]]

MAX_BLOCK = 400  # a key shared by more things than this tells nothing; their other keys decide


def no_foes(items: Sequence[object]) -> set[Pair]:
    """No person has told any two of the things apart."""
    return set()


def join(
    things: Sequence[T], policy: Policy[T], order: Callable[[T], Hashable], foes: Foes[T] = no_foes
) -> tuple[list[tuple[T, ...]], list[Judgement[T]]]:
    """Clusters of things, and every judgement of the policy worth a record.

    order: a sort key made of content, so that neither the input's order nor hashing shows. foes: pairs that a person has told
    apart, by position. Pairs that fit two things which cannot be one are joined with neither, unless one fits clearly better.
    """
    items = sorted(things, key=order)  # type: ignore[arg-type]
    told_apart = foes(items)
    verdicts = {pair: judge(items[pair[0]], items[pair[1]], policy) for pair in _pairs(items, policy) if pair not in told_apart}
    verdicts |= {pair: _by_a_person(items[pair[0]], items[pair[1]]) for pair in sorted(told_apart)}
    edges = {pair for pair, verdict in verdicts.items() if verdict.same}
    doubtful = _ambiguous(edges, items, verdicts, policy)
    for pair in doubtful:
        verdict = verdicts[pair]
        verdicts[pair] = verdict.refused("fits more than one that are not the same")
    groups = _united(len(items), edges - doubtful, verdicts)
    kept = [verdicts[pair] for pair in sorted(verdicts) if verdicts[pair].same or verdicts[pair].near]
    return [tuple(items[i] for i in group) for group in groups], kept


def _by_a_person(left: T, right: T) -> Judgement[T]:
    return Judgement(left, right, same=False, vetoed=True, score=0.0, reason="told apart by a person")


def _pairs(items: Sequence[T], policy: Policy[T]) -> list[Pair]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in set(policy.blocks(item)):
            blocks[key].append(index)
    return sorted({pair for block in blocks.values() if len(block) <= MAX_BLOCK for pair in combinations(block, 2)})


def _ambiguous(edges: set[Pair], items: Sequence[T], verdicts: dict[Pair, Judgement[T]], policy: Policy[T]) -> set[Pair]:
    """Pairs whose one side goes as well, or nearly, with a third thing that cannot be the other side."""
    neighbours: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    found: set[Pair] = set()
    for middle, ends in sorted(neighbours.items()):
        for left, right in combinations(sorted(ends), 2):
            if not verdicts.setdefault((left, right), judge(items[left], items[right], policy)).vetoed:
                continue
            near_left, near_right = _pair(middle, left), _pair(middle, right)
            lead = verdicts[near_left].score - verdicts[near_right].score
            found |= {near_left} if lead < policy.margin else set()
            found |= {near_right} if lead > -policy.margin else set()
    return found


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _united(count: int, edges: set[Pair], verdicts: dict[Pair, Judgement[T]]) -> list[list[int]]:
    """Union-find from the best edge down; two clusters with a vetoed pair between them stay two."""
    parent = list(range(count))
    enemies: dict[int, set[int]] = defaultdict(set)
    for (a, b), verdict in verdicts.items():
        if verdict.vetoed:
            enemies[a].add(b)
            enemies[b].add(a)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in sorted(edges, key=lambda pair: (-verdicts[pair].score, pair)):
        low, high = sorted((root(a), root(b)))
        if low == high:
            continue
        if any(root(e) == low for e in enemies[high]):
            verdict = verdicts[(a, b)]
            verdicts[(a, b)] = verdict.refused("others they were joined with are not the same")
            continue
        parent[high] = low
        enemies[low] |= enemies.pop(high, set())
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(count):
        groups[root(i)].append(i)
    return [groups[r] for r in sorted(groups)]
