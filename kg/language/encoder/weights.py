"""How are the small weights of a component kept? As named arrays in half precision, in one file, and its labels beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import srsly  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray
from spacy.pipeline import Pipe
from spacy.vocab import Vocab

Weights = dict[str, NDArray[np.float32]]
SLOPE = 0.1  # of the rectifiers between two layers, below zero
WEIGHTS, LABELS = "weights.npz", "labels.json"


class WeightedPipe(Pipe):  # type: ignore[misc, unused-ignore]
    """A component with labels and arrays; how it uses them is the subclass's."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        """A component without weights, until set_weights() or from_disk()."""
        self.vocab = vocab
        self.name = name
        self._labels: tuple[str, ...] = ()
        self.weights: Weights = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it gives."""
        return self._labels

    def set_weights(self, labels: Iterable[str], weights: Mapping[str, NDArray[np.floating]]) -> None:
        """Take trained arrays; they are rounded to what the file keeps, so a model reads the same before and after saving."""
        self._labels = tuple(labels)
        self.weights = {name: array.astype(np.float16).astype(np.float32) for name, array in weights.items()}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write labels.json and weights.npz into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / LABELS, list(self._labels))
        halves = {name: array.astype(np.float16) for name, array in sorted(self.weights.items())}
        np.savez(folder / WEIGHTS, **halves)  # type: ignore[arg-type, unused-ignore]

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> WeightedPipe:
        """Read what to_disk() wrote."""
        with np.load(Path(path) / WEIGHTS) as file:
            self.set_weights(srsly.read_json(Path(path) / LABELS), {name: file[name] for name in file.files})
        return self
