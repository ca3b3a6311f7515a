"""Are two profiles one thing? A policy is a table of comparisons with weights; each gives a degree and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

SAME = 1.0  # total weight from which two things are one; weights in the policies are fractions of this
NEAR = 0.5  # total weight from which a rejected pair is worth a record
VETO = float("-inf")


class Finding(NamedTuple):
    """What a comparison found: how far it holds, 0..1, and a sentence that says so.

    support: the finding is about where the two are told of, not about themselves; alone it makes no pair worth a record.
    """

    degree: float
    sentence: str
    support: bool = False


Comparison = Callable[[T, T], Finding | None]


@dataclass(frozen=True)
class Policy(Generic[T]):
    """How things of one kind are joined.

    blocks: keys of a thing; only things that share a key are compared. comparisons: with their weights, VETO for a hard no.
    margin: by how much a pair must be better than its rival, where one thing fits two that are not the same.
    """

    blocks: Callable[[T], Iterable[Hashable]]
    comparisons: tuple[tuple[Comparison[T], float], ...]
    margin: float = 0.15


@dataclass(frozen=True, slots=True)
class Judgement(Generic[T]):
    """The outcome for one pair. score: total weight of the evidence for, from 0; a veto makes same False whatever the score.

    near: a pair worth a record even though it was rejected. findings: each weight, VETO among them, with its sentence.
    doubtful: whether it fits something else as well, so that a person should look.
    """

    left: T
    right: T
    same: bool
    vetoed: bool
    score: float
    near: bool = False
    findings: tuple[tuple[float, str], ...] = ()
    doubtful: bool = False

    @property
    def reason(self) -> str:
        """All that was found, in words."""
        return "; ".join(sentence for _, sentence in self.findings)

    def refused(self, why: str) -> Judgement[T]:
        """The judgement turned to a no by what is known of others."""
        findings = ((VETO, why), *self.findings)
        return replace(self, same=False, doubtful=True, findings=findings)


def judge(left: T, right: T, policy: Policy[T]) -> Judgement[T]:
    """Weigh all comparisons of the policy for one pair."""
    total, vetoed, own = 0.0, False, False
    said: list[tuple[float, str]] = []  # what a finding weighs, and its sentence
    for comparison, weight in policy.comparisons:
        finding = comparison(left, right)
        if finding is None or finding.degree <= 0:
            continue
        vetoed = vetoed or weight == VETO
        if weight != VETO:
            total += weight * finding.degree
        own = own or (weight > 0 and not finding.support)
        said.append((weight if weight == VETO else round(weight * finding.degree, 3), finding.sentence))
    if vetoed:
        said = [s for s in said if s[0] == VETO] + [s for s in said if s[0] != VETO]
    score = round(max(total, 0.0), 3)
    findings = tuple(_kept_once(*s) for s in said if s[1])
    return Judgement(left, right, total >= SAME - 1e-9 and not vetoed, vetoed, score, own and score >= NEAR, findings)


@lru_cache(maxsize=100_000)
def _kept_once(weight: float, sentence: str) -> tuple[float, str]:
    """The two as one record, the same for the many pairs of which the same was found."""
    return (weight, sentence)
