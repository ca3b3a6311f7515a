"""What does the network take at a time? Some examples as arrays of numbers, with the answers that are known."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction.learned.asked import TITLE
from kg.language.encoder.wordpieces import SPECIAL, Wordpieces
from kg.language.slots.geometry import ARCS, distance, sentence_distance
from kg.training.answers import ALL_SLOTS, ANSWERS, FILLED_BY, OF_DEALS, OF_DELIVERIES, OF_POSTS, RELATIONS, TOLD, WORDS
from kg.training.examples import Example

SIZE = 16  # examples of a batch
PLACES = 512  # of the network
UNTOLD = 0.1  # share of the examples in which what rules have told of pairs is kept back, so that it is no crutch
Numbers = NDArray[Any]
WORD_AT, TOLD_AT = ({name: at for at, name in enumerate(names)} for names in (WORDS, TOLD))


@dataclass
class Rows:
    """Lists that grow row by row; array() makes arrays of them."""

    lists: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, **row: Any) -> None:
        """One more row."""
        for name, value in row.items():
            self.lists.setdefault(name, []).append(value)

    def array(self, name: str, width: int = 0) -> Numbers:
        """A column: (rows,) of whole numbers, or (rows, width) of numbers."""
        rows = self.lists.get(name, [])
        return np.array(rows, dtype=np.float32).reshape(-1, width) if width else np.array(rows, dtype=np.int64)


@dataclass(frozen=True)
class Batch:
    """Examples as arrays.

    ids, mask, looks: (examples, pieces). spans: (spans, 3), the example, its first piece and the one behind its last; kinds: (spans,).
    things: number of the span of each thing or title, and what is told of it (things, RELATIONS); answers, known: by name of the answer
    (things, answers), (things, 1). pairs: columns thing, filler (numbers of spans), distance, sentences, arcs and group, (pairs,), and what
    is told, (pairs, RELATIONS). slots, slots_known: (groups, ALL_SLOTS), where a group is a chain of fillers of one thing.
    """

    ids: Numbers
    mask: Numbers
    looks: Numbers
    spans: Numbers
    kinds: Numbers
    things: Numbers
    told: Numbers
    answers: dict[str, Numbers]
    known: dict[str, Numbers]
    pairs: dict[str, Numbers]
    slots: Numbers
    slots_known: Numbers


def batches(examples: Iterable[Example], rng: random.Random) -> list[list[Example]]:
    """Examples of like lengths together, SIZE at a time, in an order drawn by chance."""
    pool = sorted(examples, key=lambda e: e.length)
    found = [pool[at : at + SIZE] for at in range(0, len(pool), SIZE)]
    rng.shuffle(found)
    return found


def batch_of(examples: Sequence[Example], pieces: Wordpieces, rng: random.Random) -> Batch:
    """The arrays of some examples."""
    length = min(max(e.length for e in examples) + 2, PLACES)
    ids = np.full((len(examples), length), pieces.padding, dtype=np.int64)
    mask, looks = np.zeros_like(ids), np.full_like(ids, SPECIAL)
    spans, things, pairs, groups = Rows(), Rows(), Rows(), Rows()
    for row, example in enumerate(examples):
        flat = [pieces.first, *(p for w in example.words for p in w.pieces), pieces.last][:length]
        seen = [look_of(w.look, w.kind, w.told) for w in example.words for _ in w.pieces][: length - 2]
        ids[row, : len(flat)], mask[row, : len(flat)], looks[row, 1 : len(seen) + 1] = flat, 1, seen
        before = len(spans.lists.get("kind", ()))
        ends = np.minimum(1 + np.cumsum([0, *(len(w.pieces) for w in example.words)]), length - 1)
        for start, end, kind, _ in example.spans:
            spans.add(kind=WORD_AT[kind], place=(row, ends[start], ends[end]))
        told = rng.random() >= UNTOLD
        _add_things(things, example, before, told)
        _add_pairs(pairs, groups, example, before, told)
    return Batch(
        ids,
        mask,
        looks,
        spans.array("place", 3).astype(np.int64),
        spans.array("kind"),
        things.array("number"),
        things.array("told", len(RELATIONS)),
        {name: things.array(name, len(values)) for name, values in ANSWERS.items()},
        {name: things.array(f"{name} known", 1) for name in ANSWERS},
        {name: pairs.array(name) for name in ("thing", "filler", "distance", "sentences", "arcs", "group")}
        | {"told": pairs.array("told", len(RELATIONS))},
        groups.array("slots", len(ALL_SLOTS)),
        groups.array("known", len(ALL_SLOTS)),
    )


def look_of(look: int, kind: str, told: str) -> int:
    """The second input of a piece: its word's look, kind and what rules have told of it, as one number."""
    return (look * len(WORDS) + WORD_AT[kind]) * len(TOLD) + TOLD_AT[told]


def _add_things(things: Rows, example: Example, before: int, told: bool) -> None:
    """A row for each span that may be a thing or a post."""
    labels, chains = example.labels, dict[tuple[str, int], set[int]]()
    for k in (*labels.deals, *labels.deliveries):
        chains.setdefault(example.spans[k][2:], set()).add(k)
    said: dict[int, set[str]] = {}
    for (thing, _), relations in example.relations.items() if told else ():
        said.setdefault(thing, set()).update(relations)
    for k in example.asked:
        kind, chain = example.spans[k][2:]
        post = kind == TITLE
        # Another mention of what is bought: whether the deal is told of it or of the other one is not to be known.
        other = chain >= 0 and k not in chains.get((kind, chain), {k})
        deals, deliveries, posts = labels.deals.get(k, ()), labels.deliveries.get(k, ()), labels.posts.get(k, ())
        things.add(
            number=before + k,
            told=_marked(RELATIONS, said.get(k, ())),
            status=_shares("status", [status for status, _ in deals] or [""]),
            kind=_shares("kind", [kind for _, kind in deals]),
            delivery=_shares("delivery", deliveries or [""]),
            post=_shares("post", posts or [""]),
        )
        known = {"status": not post and (bool(deals) or not other), "kind": bool(deals)}
        known |= {"delivery": not post and (bool(deliveries) or not other), "post": post}
        things.add(**{f"{name} known": value for name, value in known.items()})


def _add_pairs(pairs: Rows, groups: Rows, example: Example, before: int, told: bool) -> None:
    """A row for each thing or title with a fact and each filler; a group for each thing and each chain of fillers."""
    labels, spans = example.labels, example.spans
    for k in labels.told:
        wanted: set[str] = set()
        for facts, slots in ((labels.deals, OF_DEALS), (labels.deliveries, OF_DELIVERIES), (labels.posts, OF_POSTS)):
            wanted |= set(slots) if k in facts else set()
        filled: dict[tuple[object, ...], set[str]] = {}
        of_chain = {f: (spans[f][2:] if spans[f][3] >= 0 else (f,)) for f in example.fillers}
        for thing, filler, slot in labels.slots:
            if thing == k:
                filled.setdefault(of_chain[filler], set()).add(slot)
        numbers: dict[tuple[object, ...], int] = {}
        last = spans[k][1] - 1
        for f, chain in of_chain.items():
            if chain not in numbers:
                numbers[chain] = len(groups.lists.get("slots", ()))
                known = [slot in wanted and spans[f][2] in FILLED_BY[slot] for slot in ALL_SLOTS]
                groups.add(slots=_marked(ALL_SLOTS, filled.get(chain, ())), known=known)
            pairs.add(
                thing=before + k,
                filler=before + f,
                distance=distance(spans[f][0] - last),
                sentences=sentence_distance(example.words[spans[f][0]].sentence - example.words[last].sentence),
                arcs=example.arcs.get((k, f), ARCS + 2),
                group=numbers[chain],
                told=_marked(RELATIONS, example.relations.get((k, f), ()) if told else ()),
            )


def _shares(answer: str, values: Sequence[str]) -> list[float]:
    return [values.count(name) / max(len(values), 1) for name in ANSWERS[answer]]


def _marked(names: Sequence[str], marked: Collection[str]) -> list[bool]:
    return [name in marked for name in names]
