"""What did all inputs give, form by form: how many articles, what was skipped and why, what failed?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article
from kg.reading.door import read
from kg.reading.files import find
from kg.reading.source import Desk, Outcome

TOLD = 1_000  # failures that are kept to be told one by one; all are counted
REASONS = 500  # that are counted each; what comes after them is counted together
OTHER = "other reasons"


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of all pieces of one form. skipped, failed: (reason, count), the most frequent first."""

    form: str
    read: int
    skipped: tuple[tuple[str, int], ...]
    failed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """The failures, the files that were passed over by reason, and a tally for each form, sorted by its name."""

    failures: tuple[Outcome, ...]
    skipped: tuple[tuple[str, int], ...]
    tallies: tuple[Tally, ...]
    failed: int


def gather(
    inputs: Sequence[Path], desk: Desk, take: Callable[[Path, Article], None], progress: Callable[[int], None] = lambda done: None
) -> Intake:
    """Read every file below the inputs. take: called with each article and its file; progress: with the number of pieces so far."""
    found = find(inputs)
    good: Counter[str] = Counter()
    skipped: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    failures: list[Outcome] = []
    done = 0
    for path in found.files:
        for outcome in read(path, desk):
            done += 1
            if outcome.article is not None:
                good[outcome.form] += 1
                take(path, outcome.article)
            elif outcome.skipped:
                skipped[_counted(outcome, skipped)] += 1
            else:
                failed[_counted(outcome, failed)] += 1
                failures.extend([outcome] if len(failures) < TOLD else [])
            progress(done)
    forms = sorted({*good, *(form for form, _ in (*skipped, *failed))})
    tallies = tuple(Tally(form, good[form], _of(form, skipped), _of(form, failed)) for form in forms)
    return Intake(tuple(failures), found.skipped, tallies, failed.total())


def _counted(outcome: Outcome, counts: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Under what an outcome is counted, so that no number of different reasons fills the memory."""
    key = (outcome.form, outcome.why)
    return key if key in counts or len(counts) < REASONS else (outcome.form, OTHER)


def _of(form: str, counts: Counter[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    mine = ((why, n) for (f, why), n in counts.items() if f == form)
    return tuple(sorted(mine, key=lambda each: (-each[1], each[0])))
