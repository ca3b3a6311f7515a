"""Ten times the news must not mean a hundred times the comparisons; counted, never timed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.lexicon import Lexicon
from kg.model import Value
from kg.resolution import clusters, resolve
from kg.resolution.clusters import MAX_BLOCK, WINDOW, join
from kg.resolution.judging import Finding, Policy
from tests.benchmarks.merging import merged
from tests.resolution.build import Story, count, extractions, facts, money

GROWTH = 1.1  # how much faster than the news the comparisons may grow


def test_compared_names_grow_with_the_news() -> None:
    small, large = (merged(size)[0] for size in (1_500, 6_000))
    news = large.mentions / small.mentions
    for kind in ("Person", "Organization", "System"):
        assert large.pairs[kind] <= GROWTH * news * small.pairs[kind]


def test_a_deal_that_all_stories_tell_is_compared_in_proportion(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for size in (100, 400):
        compared = []
        judge = clusters.judge
        with monkeypatch.context() as patched:
            patched.setattr(clusters, "judge", lambda a, b, p, seen=compared, judge=judge: (seen.append(1), judge(a, b, p))[1])
            (deal,) = facts(resolve(extractions(told_often(size)), lexicon), "Purchase")
        assert len(deal.claims) == size
        counts.append(len(compared))
    assert counts[1] <= GROWTH * 4 * counts[0]


def told_often(size: int) -> list[Story]:
    """So many stories of one purchase, some with its value, its seller or its number."""
    stories = []
    for i in range(size):
        story = Story(f"s{i:04d}", "2018-10-05")
        more: dict[str, Value | list[Value]] = {"hasValue": money(5.43e9)} if i % 2 else {}
        more |= {"seller": story.country("Russia")} if i % 3 else {}
        more |= {"quantity": count(5, "battery")} if i % 5 else {}
        story.claim("Purchase", buyer=story.country("India"), system=story.system("S-400"), status="signed", **more)
        stories.append(story)
    return stories


def test_blocks_lose_nothing_that_all_pairs_would_find() -> None:
    blocked, naive = (merged(1_000, naive=naive) for naive in (False, True))
    assert [(e.id, e.names) for e in blocked[1]] == [(e.id, e.names) for e in naive[1]]
    assert sum(blocked[0].pairs.values()) * 2 < sum(naive[0].pairs.values())


def same_tens(a: int, b: int) -> Finding | None:
    return Finding(1.0, "the same tens") if a // 10 == b // 10 else None


def one_key(_: int) -> Iterable[str]:
    return ["all"]


@pytest.mark.parametrize("size", [MAX_BLOCK, 4 * MAX_BLOCK, 16 * MAX_BLOCK])
def test_a_large_block_is_compared_with_its_neighbours_and_not_lost(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: set[tuple[int, int]] = set()
    judge = clusters.judge
    monkeypatch.setattr(clusters, "judge", lambda a, b, p: (compared.add((a, b)), judge(a, b, p))[1])
    groups, _ = join(range(size), Policy(one_key, ((same_tens, 1.0),)), lambda i: i)
    assert groups == [tuple(range(i, min(i + 10, size))) for i in range(0, size, 10)]
    assert len(compared) <= size * max(WINDOW, MAX_BLOCK / 2)


def test_a_hub_judges_each_pair_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty that all go together: each pair is judged once, however many things stand between the two."""
    judged: list[tuple[int, int]] = []
    judge = clusters.judge
    monkeypatch.setattr(clusters, "judge", lambda a, b, p: (judged.append((a, b)), judge(a, b, p))[1])
    policy: Policy[int] = Policy(one_key, ((lambda a, b: Finding(1.0, "like all"), 1.0),))
    groups, _ = join(range(40), policy, lambda i: i)
    assert groups == [tuple(range(40))]
    assert len(judged) == len(set(judged)) == 40 * 39 // 2
