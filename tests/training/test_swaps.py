"""Other names, the same facts."""

from __future__ import annotations

import random

import pytest

from kg.training.examples import Example, Word
from kg.training.swaps import SWAPPED, epoch, joined, name_pool, swapped

SEEDS = range(30)


def words_of(example: Example, number: int) -> tuple[Word, ...]:
    start, end, _, _ = example.spans[number]
    return example.words[start:end]


def pieces(words: tuple[Word, ...]) -> list[tuple[int, ...]]:
    return [w.pieces for w in words]


@pytest.mark.parametrize("seed", SEEDS)
def test_spans_stay_on_their_words_and_names_become_names_of_their_kind(order: Example, visit: Example, seed: int) -> None:
    pool = name_pool([order, visit])
    other = swapped(order, pool, random.Random(seed))
    assert (other.labels, other.relations, other.arcs) == (order.labels, order.relations, order.arcs)
    names = {kind: [pieces(form) for (k, _, _), forms in pool.items() if k == kind for form in forms] for kind in SWAPPED}
    for number, (before, after) in enumerate(zip(order.spans, other.spans, strict=True)):
        assert after[2:] == before[2:]
        old, new = words_of(order, number), words_of(other, number)
        assert pieces(new) == pieces(old) or pieces(new) in names[after[2]]
        assert {w.told for w in new} == {w.told for w in old[:1]} or pieces(new) == pieces(old)
        assert {w.sentence for w in new} == {w.sentence for w in old}
    covered = {i for start, end, kind, chain in order.spans if kind in SWAPPED and chain >= 0 for i in range(start, end)}
    still = {i for start, end, kind, chain in other.spans if kind in SWAPPED and chain >= 0 for i in range(start, end)}
    assert [w for i, w in enumerate(order.words) if i not in covered] == [w for i, w in enumerate(other.words) if i not in still]


def test_one_form_of_a_chain_is_replaced_the_same_way_throughout(order: Example, visit: Example) -> None:
    pool = name_pool([order, visit])
    first, second = order.labels.deals, order.labels.deliveries
    seen = set()
    for seed in SEEDS:
        other = swapped(order, pool, random.Random(seed))
        assert pieces(words_of(other, *first)) == pieces(words_of(other, *second))
        seen.add(tuple(pieces(words_of(other, *first))))
    assert len(seen) > 1


def test_passages_read_as_one_keep_their_spans_labels_and_chains_apart(order: Example, visit: Example) -> None:
    both = joined([visit, order])
    by, first = len(visit.spans), len(visit.words)
    assert both.length == visit.length + order.length
    for number in range(len(order.spans)):
        assert pieces(words_of(both, number + by)) == pieces(words_of(order, number))
    assert both.labels.deals == {k + by: v for k, v in order.labels.deals.items()}
    assert both.labels.slots == {(t + by, f + by, slot) for t, f, slot in order.labels.slots}
    assert both.words[first].sentence == both.words[first - 1].sentence + 1
    assert not {s[3] for s in both.spans[:by]} & {s[3] for s in both.spans[by:]} - {-1}


def test_an_epoch_has_every_passage_once_and_its_seed_decides_it(order: Example, visit: Example) -> None:
    examples = [order, visit] * 5
    pool = name_pool(examples)
    found = epoch(examples, pool, random.Random(3))
    assert sum(len(e.labels.deals) for e in found) == 5
    assert sum(len(e.spans) for e in found) == sum(len(e.spans) for e in examples)
    assert found == epoch(examples, pool, random.Random(3)) != epoch(examples, pool, random.Random(4))
