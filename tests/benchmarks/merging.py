"""How do time, memory and compared pairs grow when ten times as many mentions are merged?

    python -m tests.benchmarks.merging                      10,000, 100,000 and 1,000,000 mentions, and the naive reference
    python -m tests.benchmarks.merging --mentions 50000     one size

Seconds are of one processor, whatever else the machine does. Each size is merged in a process of its own, whose peak memory counts
the articles, too. The naive reference compares all pairs.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from types import ModuleType
from typing import Any
from unittest.mock import patch

from kg.lexicon import load
from kg.model import Entity
from kg.resolution import clusters, facts, identity, records, resolve
from kg.resolution.judging import Policy
from tests.benchmarks.news import news

SIZES = (10_000, 100_000, 1_000_000)
NAIVE = 2_000  # mentions that all pairs are compared of
FLOW: ModuleType = sys.modules["kg.resolution.resolve"]  # the package gives this name to the function
STAGES: tuple[tuple[Any, str, str], ...] = (
    (FLOW, "parted", "gather"),
    (FLOW, "gather", "gather"),
    (FLOW, "settled", "gather"),
    (FLOW, "identify", "profiles"),
    (FLOW, "grouped", "deals and roles"),
    (FLOW, "named", "names"),
    (FLOW, "stated", "facts"),
    (FLOW, "with_speakers", "facts"),
    (records.Telling, "decisions", "decisions"),
)
POLICIES: tuple[tuple[ModuleType, str], ...] = (
    *((identity, name) for name in ("people_of_one_article", "people_of_all_articles", "organizations_of_all_articles", "all_systems")),
    *((facts, name) for name in ("all_deals", "all_deliveries", "all_others")),
)


@dataclass
class Measured:
    """What one run took. total, seconds: of the processor; seconds, pairs: by stage, in the order of the work."""

    mentions: int
    articles: int = 0
    entities: int = 0
    facts: int = 0
    peak: int = 0
    total: float = 0.0
    seconds: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)


def measured(mentions: int, *, naive: bool = False) -> Measured:
    """Merge generated news of so many mentions. naive: compare all pairs."""
    found, _ = merged(mentions, naive=naive)
    return found


def merged(mentions: int, *, naive: bool = False) -> tuple[Measured, tuple[Entity, ...]]:
    """As measured, with the entities."""
    lexicon = load()
    told = list(news(mentions, lexicon))
    found = Measured(sum(len(e.mentions) for e in told), len(told))
    with watched(found), all_pairs() if naive else ExitStack():
        start = time.process_time()
        resolution = resolve(told, lexicon)
        found.total = time.process_time() - start
    found.entities, found.facts = len(resolution.entities), len(resolution.facts)
    found.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found, resolution.entities


@contextmanager
def watched(found: Measured) -> Iterator[None]:
    """While this is open, stages are timed and pairs counted."""
    open_stages = ["other"]
    last = [time.process_time()]

    def turn() -> None:
        now = time.process_time()
        found.seconds[open_stages[-1]] += now - last[0]  # type: ignore[assignment]
        last[0] = now

    def timed(function: Callable[..., Any], stage: Callable[..., str]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            turn()
            open_stages.append(stage(*args))
            try:
                return function(*args, **named)
            finally:
                turn()
                open_stages.pop()

        return run

    def counted(left: Any, right: Any, policy: Any) -> Any:
        found.pairs[open_stages[-1]] += 1
        return judge(left, right, policy)

    judge, joined = clusters.judge, identity._Joining.joined
    with ExitStack() as stack:
        for owner, name, label in STAGES:
            stack.enter_context(patch.object(owner, name, timed(getattr(owner, name), lambda *_, label=label: label)))
        stack.enter_context(patch.object(identity._Joining, "joined", timed(joined, lambda _, kind, __: kind)))
        stack.enter_context(patch.object(clusters, "judge", counted))
        yield
        turn()


@contextmanager
def all_pairs() -> Iterator[None]:
    """While this is open, everything of one kind is compared with everything."""

    def one_block(_: object) -> Iterable[Hashable]:
        return ("all",)

    def unblocked(make: Callable[..., Policy[Any]]) -> Callable[..., Policy[Any]]:
        return lambda *args, **named: replace(make(*args, **named), blocks=one_block)

    with ExitStack() as stack:
        stack.enter_context(patch.object(clusters, "MAX_BLOCK", sys.maxsize))
        for owner, name in POLICIES:
            stack.enter_context(patch.object(owner, name, unblocked(getattr(owner, name))))
        yield


def in_own_process(mentions: int, *, naive: bool = False) -> Measured:
    """Measured where no other run has used memory before."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, mentions, naive=naive).result()


def row(name: str, found: Measured, before: Measured | None) -> str:
    """One line of the curve."""
    pairs = sum(found.pairs.values())
    time_ratio = f"{found.total / before.total:.1f}" if before else ""
    pair_ratio = f"{pairs / sum(before.pairs.values()):.1f}" if before else ""
    size = f"{found.mentions:>10,} {found.articles:>8,} {found.entities:>8,} {found.facts:>8,}"
    return f"{name:<9}{size} {found.total:>9.1f} {time_ratio:>6} {pairs:>12,} {pair_ratio:>6} {found.peak:>8,}"


def stage_rows(runs: Sequence[Measured]) -> Iterator[str]:
    """Seconds and pairs of each stage, a column for each run."""
    for stage in dict.fromkeys(stage for run in runs for stage in run.seconds):
        cells = "".join(f" {run.seconds[stage]:>9.1f} {run.pairs[stage]:>12,}" for run in runs)
        yield f"{stage:<18}{cells}"


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, action="append", help="a size to merge; may be given several times")
    sizes = parser.parse_args().mentions or SIZES
    columns = f"{'mentions':>10} {'articles':>8} {'entities':>8} {'facts':>8} {'seconds':>9} {'ratio':>6}"
    print(f"{'':<9}{columns} {'pairs':>12} {'ratio':>6} {'peak MB':>8}")
    reference = [in_own_process(NAIVE, naive=naive) for naive in (True, False)]
    print(row("naive", reference[0], None))
    print(row("blocked", reference[1], None))
    runs: list[Measured] = []
    for size in sizes:
        runs.append(in_own_process(size))
        print(row("blocked", runs[-1], runs[-2] if len(runs) > 1 else None), flush=True)
    print("\nseconds and pairs by stage")
    print("\n".join(stage_rows(runs)))


if __name__ == "__main__":
    main()
