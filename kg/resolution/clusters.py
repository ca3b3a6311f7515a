"""Which things belong together, when pairs have been judged and some judgements contradict each other?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, Protocol, TypeVar

from kg.resolution.judging import Judgement, Policy, judge

T = TypeVar("T")
Pair = tuple[int, int]
Foes = Callable[[Sequence[T]], set[Pair]]

MAX_BLOCK = 50  # of things that share a key all pairs are compared; of more, each with those that follow it in their order
WINDOW = 5  # so many of them


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
    verdicts = Verdicts(items, policy, foes(items))
    for pair in _pairs(items, policy):
        verdicts.parted(pair)
    groups = settled(range(len(items)), verdicts)
    return outcome(items, groups, verdicts.kept)


class Join(Protocol):
    """Something that joins as join() does: here, or on a cluster."""

    def __call__(
        self, things: Sequence[T], policy: Policy[T], order: Callable[[T], Hashable], foes: Foes[T] = no_foes
    ) -> tuple[list[tuple[T, ...]], list[Judgement[T]]]:
        """As join()."""


def settled(things: Iterable[int], verdicts: Verdicts[T]) -> list[list[int]]:
    """Groups of things, by their positions, from the verdicts on all pairs with a common key; each group and all of them sorted.

    Things that no chain of agreeing verdicts connects do not matter to each other, so that parts may be settled apart.
    """
    edges = {pair for pair, verdict in verdicts.kept.items() if verdict.same}
    doubtful = _ambiguous(edges, verdicts)
    for pair in doubtful:
        verdicts.refuse(pair, "fits more than one that are not the same")
    return _united(things, edges - doubtful, verdicts)


def outcome(
    items: Sequence[T], groups: Iterable[Sequence[int]], kept: Mapping[Pair, Judgement[T]]
) -> tuple[list[tuple[T, ...]], list[Judgement[T]]]:
    """What join() gives, from groups and judgements by position."""
    records = [verdict for _, verdict in sorted(kept.items(), key=lambda pair: pair[0]) if verdict.same or verdict.near]
    return [tuple(items[i] for i in group) for group in groups], records


@dataclass
class Verdicts(Generic[T]):
    """The judgements on pairs, each made when it is first asked for. Of most pairs nothing is kept but whether a veto parts them.

    vetoed: pairs that are not one, at first those that a person told apart; passed: others without a record; kept: the records.
    """

    items: Sequence[T] | Mapping[int, T]
    policy: Policy[T]
    vetoed: set[Pair]
    passed: set[Pair] = field(default_factory=set)
    kept: dict[Pair, Judgement[T]] = field(default_factory=dict)

    def parted(self, pair: Pair) -> bool:
        """Whether a veto, or a person, says that two things are not one."""
        if pair in self.vetoed:
            return True
        if pair in self.kept or pair in self.passed:
            return False
        verdict = judge(self.items[pair[0]], self.items[pair[1]], self.policy)
        if verdict.vetoed:
            self.vetoed.add(pair)
        if verdict.same or verdict.near:
            self.kept[pair] = verdict
        elif not verdict.vetoed:
            self.passed.add(pair)
        return verdict.vetoed

    def refuse(self, pair: Pair, why: str) -> None:
        """Turn the judgement on a pair to a no by what is known of others."""
        self.kept[pair] = self.kept[pair].refused(why)


def _pairs(items: Sequence[T], policy: Policy[T]) -> Iterator[Pair]:
    """Pairs to compare, some of them more than once; for every key their number grows with that of the things only."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in set(policy.blocks(item)):
            blocks[key].append(index)
    for block in blocks.values():
        yield from in_block(block)


def in_block(block: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Pairs to compare among things with a common key, in their order: all of them, or each with those that follow it."""
    if len(block) <= MAX_BLOCK:
        yield from combinations(block, 2)
    else:
        yield from ((a, b) for i, a in enumerate(block) for b in block[i + 1 : i + 1 + WINDOW])


def _ambiguous(edges: set[Pair], verdicts: Verdicts[T]) -> set[Pair]:
    """Pairs whose one side goes as well, or nearly, with a third thing that cannot be the other side."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    found: set[Pair] = set()
    for middle, ends in neighbours.items():
        for left in ends:
            for right in ends - neighbours[left]:
                if left < right and verdicts.parted((left, right)):
                    found |= _weaker(_pair(middle, left), _pair(middle, right), verdicts)
    return found


def _weaker(one: Pair, other: Pair, verdicts: Verdicts[T]) -> set[Pair]:
    """Those of two pairs that are not clearly better than the other."""
    lead = verdicts.kept[one].score - verdicts.kept[other].score
    margin = verdicts.policy.margin
    return ({one} if lead < margin else set()) | ({other} if lead > -margin else set())


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _united(things: Iterable[int], edges: set[Pair], verdicts: Verdicts[T]) -> list[list[int]]:
    """Union-find from the best edge down; two clusters with a vetoed pair between them stay two."""
    parent = {i: i for i in things}
    enemies: dict[int, set[int]] = defaultdict(set)  # of heads, to heads
    joined = {i for edge in edges for i in edge}
    for a, b in verdicts.vetoed:
        if a in joined and b in joined:
            enemies[a].add(b)
            enemies[b].add(a)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in sorted(edges, key=lambda pair: (-verdicts.kept[pair].score, pair)):
        low, high = sorted((root(a), root(b)))
        if low == high:
            continue
        if low in enemies[high]:
            verdicts.refuse((a, b), "others they were joined with are not the same")
            continue
        parent[high] = low
        for enemy in enemies.pop(high):
            enemies[enemy].discard(high)
            enemies[enemy].add(low)
            enemies[low].add(enemy)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in sorted(parent):
        groups[root(i)].append(i)
    return [groups[r] for r in sorted(groups)]
