"""Which things are bought or delivered, and what stands in the slots of each? Answered by a transformer and two layers on its vectors.

It reads what rules have told already as part of its input, and was trained on passages whose facts were written down by hand
(kg/language/training/news-facts/). What it says is never sure: who asks sets how likely an answer must be.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from spacy.tokens import Doc

from kg.language.encoder.component import NETWORK, TOKENIZER, open_session
from kg.language.encoder.weights import LABELS, SLOPE, WEIGHTS, Weights
from kg.language.encoder.wordpieces import Wordpieces, look
from kg.language.loading import MODELS
from kg.language.slots.geometry import Geometry
from kg.language.slots.windows import home_of, stretches

Vectors = NDArray[Any]
Spans = Sequence[tuple[int, int, str, int]]
FOLDER = MODELS / "slots"
PIECES_OF = MODELS / "news" / "encoder" / TOKENIZER  # the vocabulary is that of the encoder from which it was trained


class Asked(Protocol):
    """What is asked of one article.

    words: for each token the kind of what it belongs to ("Country", "money", "goods", "" for none); told: for each token what rules
    say that it is in a deal ("buyer"). spans: (start, end, kind, chain) in tokens, sorted. relations: (thing, filler) by number of
    span -> what rules have told of the two. things: numbers of the spans that are asked about; fillers: those that may fill a slot.
    """

    @property
    def words(self) -> Sequence[str]:
        """See above."""
        ...

    @property
    def told(self) -> Sequence[str]:
        """See above."""
        ...

    @property
    def spans(self) -> Spans:
        """See above."""
        ...

    @property
    def relations(self) -> Mapping[tuple[int, int], Collection[str]]:
        """See above."""
        ...

    @property
    def things(self) -> Sequence[int]:
        """See above."""
        ...

    @property
    def fillers(self) -> Sequence[int]:
        """See above."""
        ...


@dataclass(frozen=True)
class Answer:
    """How likely it is what about one thing, each 0..1.

    statuses: of the deal by which it is bought, "" for no deal; kinds: of that deal; deliveries: status of its delivery, "" for none;
    slots: slot -> number of a span -> that it fills the slot.
    """

    statuses: Mapping[str, float]
    kinds: Mapping[str, float]
    deliveries: Mapping[str, float]
    slots: Mapping[str, Mapping[int, float]]


class SlotNetwork:
    """The network of a folder, by default the one shipped with the program; its files are opened when it is first asked.

    It runs on one thread and over one stretch at a time, so that an article always reads the same.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """Names of the answers, and of what goes in, in the network's order."""
        labels: dict[str, list[str]] = json.loads((self.folder / LABELS).read_text(encoding="utf-8"))
        return labels

    @cached_property
    def weights(self) -> Weights:
        """The arrays of the layers on the vectors."""
        with np.load(self.folder / WEIGHTS) as file:
            return {name: file[name].astype(np.float32) for name in file.files}

    @cached_property
    def pieces(self) -> Wordpieces:
        """The vocabulary."""
        return Wordpieces.from_disk(PIECES_OF)

    @cached_property
    def session(self) -> InferenceSession:
        """The transformer, ready to run."""
        return open_session((self.folder / NETWORK).read_bytes())

    def answers(self, doc: Doc, asked: Asked) -> dict[int, Answer]:
        """An answer for each thing that stands in a stretch the network can read, by its number."""
        if not asked.things:
            return {}
        found: dict[int, Answer] = {}
        geometry = Geometry(doc, asked.spans)
        for mine, inside, vectors in self._read(doc, asked):
            fillers = [k for k in asked.fillers if k in inside]
            for k in mine:
                pairs = dict(zip(fillers, self._pairs(vectors, inside, k, fillers, geometry, asked), strict=True)) if fillers else {}
                found[k] = self._answer(self._thing(vectors[inside[k]], k, asked), pairs)
        return dict(sorted(found.items()))

    def _read(self, doc: Doc, asked: Asked) -> Iterator[tuple[list[int], dict[int, int], Vectors]]:
        """For each stretch that shows most of what is around some things: these, the spans inside by number with rows, their vectors."""
        pieces = [() if token.is_space else self.pieces.pieces(token.norm_) for token in doc]
        sizes = [len(p) for p in pieces]
        runs = stretches(doc, sizes)
        homes = {k: home_of(asked.spans[k][:2], runs, sizes) for k in asked.things}
        for number, stretch in enumerate(runs):
            mine = [k for k in asked.things if homes[k] == number]
            if not mine:
                continue
            first, last, members = stretch[0], stretch[-1] + 1, set(stretch)
            inside = [k for k, (start, end, _, _) in enumerate(asked.spans) if first <= start and end <= last]
            vectors = self._encode(stretch, pieces, [self._look(doc[i].shape_, asked.words[i], asked.told[i]) for i in stretch])
            ends = np.cumsum([0, *(sizes[i] if i in members else 0 for i in range(first, last))])
            sums = np.concatenate([np.zeros((1, vectors.shape[1]), dtype=np.float32), np.cumsum(vectors, axis=0, dtype=np.float32)])
            low = ends[[asked.spans[k][0] - first for k in inside]]
            high = ends[[asked.spans[k][1] - first for k in inside]]
            yield mine, {k: row for row, k in enumerate(inside)}, (sums[high] - sums[low]) / np.maximum(high - low, 1)[:, None]

    def _look(self, shape: str, word: str, told: str) -> int:
        """The second input of a piece: its word's look, kind and what rules have told of it, as one number."""
        kinds, said = self.labels["words"], self.labels["told"]
        return (look(shape) * len(kinds) + kinds.index(word)) * len(said) + said.index(told)

    def _encode(self, stretch: list[int], pieces: list[tuple[int, ...]], looks: list[int]) -> Vectors:
        """A vector for each piece of the stretch. looks: of each of its words."""
        ids = [self.pieces.first, *(p for i in stretch for p in pieces[i]), self.pieces.last]
        seen = [0, *(seen for i, seen in zip(stretch, looks, strict=True) for _ in pieces[i]), 0]
        inputs = {"ids": np.array([ids]), "mask": np.ones((1, len(ids)), dtype=np.int64), "looks": np.array([seen])}
        (output,) = self.session.run(None, inputs)
        vectors: Vectors = output[0, 1:-1]
        return vectors

    def _thing(self, vector: Vectors, number: int, asked: Asked) -> Vectors:
        """Scores of the statuses, kinds and deliveries of one thing."""
        w = self.weights
        said = np.zeros(len(w["told_thing"]), dtype=np.float32)
        for (thing, _), slots in asked.relations.items():
            if thing == number:
                said[self._told(slots)] = 1
        hidden = _rectified(vector @ w["thing"].T + w["thing_bias"] + said @ w["told_thing"])
        scores: Vectors = hidden @ w["answer"].T + w["answer_bias"]
        return scores

    def _pairs(self, vectors: Vectors, inside: dict[int, int], thing: int, fillers: list[int], geometry: Geometry, asked: Asked) -> Vectors:
        """Scores of all slots for each filler of one thing, (fillers, slots)."""
        w = self.weights
        words = self.labels["words"]
        said = np.zeros((len(fillers), len(w["told_pair"])), dtype=np.float32)
        for row, k in enumerate(fillers):
            said[row, self._told(asked.relations.get((thing, k), ()))] = 1
        one, others = vectors[inside[thing]], vectors[[inside[k] for k in fillers]]
        hidden = (
            one @ w["pair_thing"].T
            + w["pair_thing_bias"]
            + others @ w["pair_filler"].T
            + w["pair_filler_bias"]
            + w["distance"][geometry.distances(thing, fillers)]
            + w["sentences"][geometry.sentences(thing, fillers)]
            + w["arcs"][geometry.arcs(thing, fillers)]
            + w["thing_kind"][words.index(asked.spans[thing][2])]
            + w["filler_kind"][[words.index(asked.spans[k][2]) for k in fillers]]
            + said @ w["told_pair"]
        )
        both = (one @ w["both_thing"].T + w["both_thing_bias"]) * (others @ w["both_filler"].T + w["both_filler_bias"])
        scores: Vectors = np.concatenate([_rectified(hidden), both], axis=1) @ w["slot"].T + w["slot_bias"]
        return scores

    def _answer(self, scores: Vectors, pairs: Mapping[int, Vectors]) -> Answer:
        first, second = len(self.labels["statuses"]), len(self.labels["statuses"]) + len(self.labels["kinds"])
        chances = {k: 1 / (1 + np.exp(-row)) for k, row in pairs.items()}
        return Answer(
            _shares(self.labels["statuses"], scores[:first]),
            _shares(self.labels["kinds"], scores[first:second]),
            _shares(self.labels["deliveries"], scores[second:]),
            {slot: {k: float(row[at]) for k, row in chances.items()} for at, slot in enumerate(self.labels["slots"])},
        )

    def _told(self, slots: Collection[str]) -> list[int]:
        """The inputs for what rules have told of two spans; "system" and "delivery" are told of a thing itself."""
        return [self.labels["relations"].index(slot) for slot in slots]


def _rectified(values: Vectors) -> Vectors:
    rectified: Vectors = np.maximum(values, np.float32(SLOPE) * values)
    return rectified


def _shares(names: Sequence[str], scores: Vectors) -> dict[str, float]:
    powers = np.exp(scores - scores.max())
    return dict(zip(names, (float(p) for p in powers / powers.sum()), strict=True))
