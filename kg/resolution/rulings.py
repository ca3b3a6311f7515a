"""What have people judged of these things, and what follows from it?

A judgement names two things by what is written in an article. Here it becomes two sets of parts (the nodes that entities are made
of, the claims that facts are made of): parts that are one whatever the policy says, and parts that are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from networkx.utils import UnionFind

from kg.model import Ruling

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Contradiction(ValueError):
    """Judgements that cannot all hold; the message says where they stand."""


@dataclass(frozen=True, slots=True)
class Found(Generic[K]):
    """A judgement and the parts it speaks of."""

    ruling: Ruling
    left: tuple[K, ...]
    right: tuple[K, ...]


@dataclass(frozen=True)
class Rulings(Generic[K]):
    """Judgements over parts.

    found: the judgements that apply. head: each judged part to the first of those it is one with. apart: head to the heads
    that it is not one with.
    """

    found: tuple[Found[K], ...] = ()
    head: Mapping[K, K] = field(default_factory=dict)
    apart: Mapping[K, frozenset[K]] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Found[K]]) -> Rulings[K]:
        """What follows from the judgements. Raises Contradiction where things said to be one are also said not to be."""
        found = tuple(found)
        head = _heads(found)
        apart: dict[K, set[K]] = defaultdict(set)
        for f in found:
            for left, right in product(f.left, f.right) if not f.ruling.same else ():
                low, high = head[left], head[right]
                if left != right and low == high:
                    raise Contradiction(_contradiction(f, found, head))
                if low != high:
                    apart[low].add(high)
                    apart[high].add(low)
        return cls(found, head, {part: frozenset(others) for part, others in apart.items()})

    def foes(self, things: Sequence[T], parts: Callable[[T], Iterable[K]]) -> set[tuple[int, int]]:
        """Pairs of things, by position, that hold parts which are not one."""
        if not self.apart:
            return set()
        places: dict[K, set[int]] = defaultdict(set)
        for i, thing in enumerate(things):
            for head in {self.head[p] for p in parts(thing) if p in self.head}:
                places[head].add(i)
        return {(min(i, j), max(i, j)) for h, others in self.apart.items() for o in others for i in places[h] for j in places[o] if i != j}

    def divides(self, parts: Iterable[K]) -> bool:
        """Whether some of the parts are not one."""
        heads = {self.head[p] for p in parts if p in self.head} if self.apart else set()
        return any(heads & self.apart.get(h, frozenset()) for h in heads)

    def gathered(self, things: Sequence[T], parts: Callable[[T], Iterable[K]]) -> list[tuple[T, ...]]:
        """The things in groups, in the order of their first; those with parts that are one share a group."""
        if not self.head:
            return [(thing,) for thing in things]
        united = UnionFind(range(len(things)))
        first: dict[K, int] = {}
        for i, thing in enumerate(things):
            united.union(i, *(first.setdefault(self.head[p], i) for p in parts(thing) if p in self.head))
        groups: dict[int, list[T]] = {}
        for i, thing in enumerate(things):
            groups.setdefault(united[i], []).append(thing)
        return [tuple(group) for group in groups.values()]


def _heads(found: Iterable[Found[K]]) -> dict[K, K]:
    """Each judged part to one part for all that it is one with."""
    united: UnionFind[K] = UnionFind()
    for f in found:
        for part in (*f.left, *f.right):
            united.union(part)
        for left, right in product(f.left, f.right) if f.ruling.same else ():
            united.union(left, right)
    return {part: united[part] for part in united}


def _contradiction(apart: Found[K], found: Iterable[Found[K]], head: Mapping[K, K]) -> str:
    heads = {head[p] for p in (*apart.left, *apart.right)}
    joined = [f.ruling.where for f in found if f.ruling.same and any(head[p] in heads for p in (*f.left, *f.right))]
    r = apart.ruling
    return f"{r.where} says that “{r.left}” is not “{r.right}”, but it is by {', '.join(joined)}; take one of them away"
