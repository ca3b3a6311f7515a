"""How does one passage become many? Its names are replaced by others of their kind, and passages are read several at a time."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import Span
from kg.training.examples import Example, Word
from kg.training.labels import Labels

SWAPPED = frozenset({"Person", "Organization", "Country", "System"})
AS_WRITTEN = 0.25  # share of the passages that keep all names
SWAP_CHANCE = 0.5  # of each chain of names in the others
PIECES = 400  # of passages that are read as one; the network has 512 places
TOGETHER = (1, 1, 2, 3)  # passages that are read as one, drawn by chance
Form = tuple[Word, ...]
Pool = dict[tuple[str, bool, bool], list[Form]]  # by kind, "an adjective", "of several words"


def epoch(examples: Sequence[Example], pool: Pool, rng: random.Random) -> list[Example]:
    """All passages once, some with other names, alone or two or three as one where they fit; in an order drawn by chance."""
    waiting = list(examples)
    rng.shuffle(waiting)
    waiting = [swapped(example, pool, rng) for example in waiting]
    found: list[Example] = []
    while waiting:
        wanted, group = rng.choice(TOGETHER), [waiting.pop()]
        while len(group) < wanted and waiting and sum(e.length for e in group) + waiting[-1].length <= PIECES:
            group.append(waiting.pop())
        found.append(joined(group))
    return found


def name_pool(examples: Iterable[Example]) -> Pool:
    """Every name of the kinds that are swapped, as often as it stands."""
    pool: Pool = {}
    for example in examples:
        for span in example.spans:
            if _is_name(span):
                form = example.words[span[0] : span[1]]
                pool.setdefault(_shape(span, form), []).append(form)
    return pool


def swapped(example: Example, pool: Pool, rng: random.Random) -> Example:
    """The passage with some of its names replaced by others of the same kind and shape, each form of a chain the same way throughout.

    The names of one chain are drawn apart from each other: nothing tells the network that they are one, and nothing did before.
    """
    if rng.random() < AS_WRITTEN:
        return example
    chosen: dict[tuple[str, int], bool] = {}
    forms: dict[object, Form] = {}
    others: dict[int, tuple[int, Form]] = {}  # first word -> end of the name, the other name
    for span in example.spans:
        if not _is_name(span):
            continue
        start, end, kind, chain = span
        if (kind, chain) not in chosen:
            chosen[kind, chain] = rng.random() < SWAP_CHANCE
        if chosen[kind, chain]:
            form = example.words[start:end]
            written = kind, chain, tuple(w.pieces for w in form)
            if written not in forms:
                forms[written] = rng.choice(pool[_shape(span, form)])
            others[start] = end, forms[written]
    return _rewritten(example, others)


def _rewritten(example: Example, others: dict[int, tuple[int, Form]]) -> Example:
    words: list[Word] = []
    places: dict[int, int] = {}  # of each word, and of the end, in the new text
    at = 0
    while at < len(example.words):
        places[at] = len(words)
        if at not in others:
            words.append(example.words[at])
            at += 1
            continue
        here = example.words[at]
        end, form = others[at]
        words += [w._replace(told=here.told, sentence=here.sentence) for w in form]
        places |= dict.fromkeys(range(at + 1, end), len(words) - 1)
        at = end
    places[at] = len(words)
    spans = tuple((places[start], max(places[end], places[start] + 1), kind, chain) for start, end, kind, chain in example.spans)
    return replace(example, words=tuple(words), spans=spans)


def joined(examples: Sequence[Example]) -> Example:
    """Passages read one after the other: their sentences, chains and spans are numbered on."""
    words, spans = list[Word](), list[Span]()
    relations, arcs = dict[tuple[int, int], frozenset[str]](), dict[tuple[int, int], int]()
    labels = Labels({}, {}, {}, frozenset())
    for example in examples:
        first, by = len(words), len(spans)
        sentences = words[-1].sentence + 1 if words else 0
        chains = max((s[3] for s in spans), default=-1) + 1
        words += [w._replace(sentence=w.sentence + sentences) for w in example.words]
        spans += [(s[0] + first, s[1] + first, s[2], s[3] + chains if s[3] >= 0 else -1) for s in example.spans]
        relations |= {(a + by, b + by): told for (a, b), told in example.relations.items()}
        arcs |= {(a + by, b + by): arc for (a, b), arc in example.arcs.items()}
        labels = _both(labels, example.labels, by)
    return Example(tuple(words), tuple(spans), relations, arcs, labels)


def _both(left: Labels, right: Labels, by: int) -> Labels:
    return Labels(
        {**left.deals, **{k + by: v for k, v in right.deals.items()}},
        {**left.deliveries, **{k + by: v for k, v in right.deliveries.items()}},
        {**left.posts, **{k + by: v for k, v in right.posts.items()}},
        left.slots | {(thing + by, filler + by, slot) for thing, filler, slot in right.slots},
    )


def _is_name(span: Span) -> bool:
    return span[2] in SWAPPED and span[3] >= 0


def _shape(span: Span, form: Form) -> tuple[str, bool, bool]:
    return span[2], form[-1].adjective, len(form) > 1
