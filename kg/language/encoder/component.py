"""The encoder as a part of a spaCy pipeline: words in, one vector a word out, in `Doc.tensor`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.language.encoder.windows import windows
from kg.language.encoder.wordpieces import SPECIAL, Wordpieces, look

Vectors = NDArray[Any]
BATCH_PIECES = 2048  # padded pieces of one run of the network
SPREAD = 1.3  # of the lengths of windows in one run: padding costs as much as words
NETWORK, TOKENIZER = "network.onnx", "tokenizer.json"


@Language.factory("kg_encoder", assigns=["doc.tensor"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """The factory behind "kg_encoder"; the weights come with from_disk()."""
    return Encoder(nlp.vocab, name)


class Encoder(Pipe):  # type: ignore[misc, unused-ignore]
    """Runs the network over one document at a time, on one thread.

    Never over several documents at once: the network's whole numbers are scaled by all that it reads together, and an
    article must read the same whatever stands beside it.
    """

    def __init__(self, vocab: Vocab, name: str = "kg_encoder") -> None:
        """A component without weights; calls fail until from_disk() has been called."""
        self.vocab = vocab
        self.name = name
        self.pieces: Wordpieces
        self.network: bytes = b""
        self.session: onnxruntime.InferenceSession
        self._looks: dict[str, int] = {}

    def set_network(self, network: bytes, pieces: Wordpieces) -> None:
        """Take a network: an ONNX file with inputs ids, mask and looks (batch, length) and the output vectors."""
        self.pieces, self.network = pieces, network
        self.session = open_session(network)

    def __call__(self, doc: Doc) -> Doc:
        """Set doc.tensor: float32, a row for each token; zeros for white space."""
        pieces = [() if token.is_space else self.pieces.pieces(token.norm_) for token in doc]
        looks = [self._look(token.shape_) for token in doc]
        runs = list(windows(doc, [len(p) for p in pieces]))
        doc.tensor = np.zeros((len(doc), self.width), dtype=np.float32)
        for batch in _batches(runs, pieces):
            self._encode(doc.tensor, batch, pieces, looks)
        return doc

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self.session.get_outputs()[0].shape[-1])

    def _encode(self, into: Vectors, batch: list[list[int]], pieces: list[tuple[int, ...]], looks: list[int]) -> None:
        """Write the vectors of the batch's words: the mean of their pieces' outputs."""
        inputs = self.inputs(batch, pieces, looks)
        (output,) = self.session.run(None, inputs)
        for row, window in zip(output, batch, strict=True):
            sizes = np.array([len(pieces[i]) for i in window])
            starts = 1 + np.concatenate(([0], np.cumsum(sizes)[:-1]))
            sums = np.add.reduceat(row[: 1 + int(sizes.sum())], starts, axis=0)
            into[window] = sums / sizes[:, None]

    def inputs(self, batch: list[list[int]], pieces: list[tuple[int, ...]], looks: list[int]) -> dict[str, NDArray[np.int64]]:
        """What the network takes for windows of token indices: ids, mask and looks, each (windows, longest window)."""
        length = max(sum(len(pieces[i]) for i in window) for window in batch) + 2
        ids = np.full((len(batch), length), self.pieces.padding, dtype=np.int64)
        seen = np.full((len(batch), length), SPECIAL, dtype=np.int64)
        mask = np.zeros((len(batch), length), dtype=np.int64)
        for row, window in enumerate(batch):
            flat = [self.pieces.first, *(p for i in window for p in pieces[i]), self.pieces.last]
            ids[row, : len(flat)] = flat
            seen[row, 1 : len(flat) - 1] = [looks[i] for i in window for _ in pieces[i]]
            mask[row, : len(flat)] = 1
        return {"ids": ids, "mask": mask, "looks": seen}

    def _look(self, shape: str) -> int:
        known = self._looks.get(shape)
        if known is None:
            known = self._looks[shape] = look(shape)
        return known

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write network.onnx and tokenizer.json into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NETWORK).write_bytes(self.network)
        self.pieces.tokenizer.save(str(folder / TOKENIZER), pretty=False)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read what to_disk() wrote."""
        self.set_network((Path(path) / NETWORK).read_bytes(), Wordpieces.from_disk(Path(path) / TOKENIZER))
        return self


def open_session(network: bytes) -> onnxruntime.InferenceSession:
    """The network ready to run, on one thread: sums in the same order every time, and no core taken from other processes."""
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _batches(runs: list[list[int]], pieces: list[tuple[int, ...]]) -> list[list[list[int]]]:
    """Windows of like length together, so that little is padded; at most BATCH_PIECES a batch."""
    sized = sorted((sum(len(pieces[i]) for i in window), window) for window in runs)
    batches: list[list[list[int]]] = []
    first = 0
    for size, window in sized:
        if not batches or (len(batches[-1]) + 1) * size > BATCH_PIECES or size > SPREAD * first:
            batches.append([])
            first = size
        batches[-1].append(window)
    return batches
