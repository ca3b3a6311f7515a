"""How are things compared when there are too many for one machine? By blocks and by components, both made by the engine's shuffles.

As kg.resolution.clusters.join, in four steps: things with a common key meet in one place and are compared there; verdicts of one
pair meet and become one; things that agreeing verdicts connect get a common label, from neighbour to neighbour until none changes;
each such component is settled where it is. Only groups and records come back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from kg.cluster.engine import Engine
from kg.resolution.clusters import Foes, Pair, Verdicts, in_block, no_foes, outcome, settled
from kg.resolution.clusters import join as join_here
from kg.resolution.judging import Judgement, Policy, judge

T = TypeVar("T")
Verdict = tuple[Judgement[Any] | None, bool]  # the record, where there is one, and whether a veto parts the two

LEAST = 2_000  # of fewer things the comparison takes less time than sharing it out


@dataclass(frozen=True)
class ClusterJoin:
    """Joins as kg.resolution.clusters.join does, with the same outcome. least: fewer things than this are joined on the spot."""

    engine: Engine
    least: int = LEAST

    def __call__(
        self, things: Sequence[T], policy: Policy[T], order: Callable[[T], Hashable], foes: Foes[T] = no_foes
    ) -> tuple[list[tuple[T, ...]], list[Judgement[T]]]:
        """As join(): clusters of things, and every judgement worth a record."""
        if len(things) < self.least:
            return join_here(things, policy, order, foes)
        items = sorted(things, key=order)  # type: ignore[arg-type]
        parted = foes(items)
        rows = self.engine.rdd(enumerate(items)).cache()
        verdicts = _compared(rows, policy, parted, self.engine.slices).cache()
        labels = connected(verdicts.filter(lambda v: v[1][0] is not None and v[1][0].same).keys(), self.engine.slices).cache()
        label_of = dict(labels.collect())
        told = self._settled(rows, verdicts, labels, parted, policy)
        groups = [[i] for i in range(len(items)) if i not in label_of]
        kept: dict[Pair, Judgement[T]] = {}
        for some, records in told:
            groups += some
            kept |= records
        apart = verdicts.filter(lambda v: v[1][0] is not None).mapValues(lambda v: v[0])
        kept = {pair: record for pair, record in apart.toLocalIterator() if pair not in kept} | kept
        for used in (rows, verdicts, labels):
            used.unpersist()
        return outcome(items, sorted(groups), kept)

    def _settled(self, rows: Any, verdicts: Any, labels: Any, parted: set[Pair], policy: Policy[T]) -> Iterator[Any]:
        """(groups, records) of each component."""
        slices = self.engine.slices
        members = rows.join(labels, slices).map(lambda row: (row[1][1], (row[0], row[1][0])))
        both = verdicts.map(lambda v: (v[0][0], v)).join(labels, slices).map(lambda row: (row[1][0][0][1], row[1]))
        inside = both.join(labels, slices).filter(lambda row: row[1][0][1] == row[1][1]).map(lambda row: (row[1][1], row[1][0][0]))

        def settle(component: tuple[int, tuple[Iterable[tuple[int, T]], Iterable[tuple[Pair, Verdict]]]]) -> Any:
            items, known = dict(component[1][0]), dict(component[1][1])
            vetoed = {pair for pair, (_, veto) in known.items() if veto}
            vetoed |= {pair for pair in parted if pair[0] in items and pair[1] in items}
            kept = {pair: record for pair, (record, _) in known.items() if record is not None}
            held = Verdicts(items, policy, vetoed, kept=kept)
            return settled(items, held), held.kept

        return iter(members.cogroup(inside, slices).map(settle).toLocalIterator())


def _compared(rows: Any, policy: Policy[Any], parted: set[Pair], slices: int) -> Any:
    """(pair, verdict) of every pair with a common key that is a record or parted by a veto; each pair once."""

    def keyed(row: tuple[int, Any]) -> Iterator[tuple[Hashable, tuple[int, Any]]]:
        return ((key, row) for key in set(policy.blocks(row[1])))

    def judged(block: Iterable[tuple[int, Any]]) -> Iterator[tuple[Pair, Verdict]]:
        ordered = sorted(block, key=lambda row: row[0])
        for (i, one), (j, other) in in_block(ordered):
            if (i, j) not in parted:
                verdict = judge(one, other, policy)
                record = verdict if verdict.same or verdict.near else None
                if record is not None or verdict.vetoed:
                    yield (i, j), (record, verdict.vetoed)

    return rows.flatMap(keyed).groupByKey(slices).values().flatMap(judged).reduceByKey(lambda one, _: one, slices)


def connected(edges: Any, slices: int) -> Any:
    """(thing, label) of every thing with an edge: things that edges connect have the smallest of them as label."""
    both = edges.flatMap(lambda pair: (pair, pair[::-1])).partitionBy(slices).cache()
    labels = both.map(lambda pair: (pair[0], min(pair))).reduceByKey(min, slices).cache()
    while True:
        heard = both.join(labels, slices).values()
        new = labels.union(heard).reduceByKey(min, slices).cache()
        changed = new.join(labels, slices).filter(lambda row: row[1][0] != row[1][1]).isEmpty()
        labels.unpersist()
        labels = new
        if changed:
            both.unpersist()
            return labels
