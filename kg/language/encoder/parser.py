"""Sentences and their trees, from the words' vectors: each word asks every other how well it would do as its head.

Source: Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing"; the tree is the best by the sum of
its arcs (arborescence.py).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.tokens import Doc

from kg.language.encoder.arborescence import best_tree
from kg.language.encoder.component import Vectors
from kg.language.encoder.weights import SLOPE, WeightedPipe
from kg.language.encoder.windows import paragraphs

ROOT = "ROOT"


@Language.factory(
    "kg_tree_parser",
    requires=["doc.tensor"],
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_score_weights={"dep_uas": 0.5, "dep_las": 0.5, "sents_f": 0.0},
)
def make_parser(nlp: Language, name: str) -> TreeParser:
    """The factory behind "kg_tree_parser"; the weights come with from_disk()."""
    return TreeParser(nlp.vocab, name)


class TreeParser(WeightedPipe):
    """Gives each sentence one root, and every word a head within its sentence.

    Sentence starts that are already set on the Doc, either way, are kept. White space hangs on the word before it.
    Weights, as the names in __call__: start (2, width); arc_dep, arc_head (arc, width) with biases; arc (arc, arc);
    root (1, arc); rel_dep, rel_head (rel, width) with biases; rel (labels, rel + 1, rel + 1).
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set heads, labels and sentence starts."""
        if not len(doc):
            return doc
        words = np.array([token.i for token in doc if not token.is_space], dtype=np.int64)
        heads = np.arange(len(doc))
        labels = np.full(len(doc), self.vocab.strings.add("dep"), dtype=np.uint64)
        labels[0] = self.vocab.strings.add(ROOT)
        if len(words):
            first = self._sentence_starts(doc, words)
            self._parse(doc.tensor[words], words, np.flatnonzero(first), heads, labels)
        _hang_spaces(doc, heads)
        values: Any = np.column_stack([(heads - np.arange(len(doc))).view(np.uint64), labels])
        doc.from_array([HEAD, DEP], values)
        return doc

    def score(self, examples: Any, **kwargs: Any) -> dict[str, Any]:
        """spaCy's own scores of parsers."""
        return dict(parser_score(examples, **kwargs))

    def _sentence_starts(self, doc: Doc, words: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the words open a sentence; the first of a paragraph always does, unless it was said that it does not."""
        w = self.weights
        scores = doc.tensor[words] @ w["start"].T + w["start_bias"]
        first: NDArray[np.bool_] = scores[:, 1] > scores[:, 0]
        first |= np.isin(words, [paragraph[0] for paragraph in paragraphs(doc)])
        preset = [doc[int(i)].is_sent_start for i in words]
        first |= np.array([p is True for p in preset])
        first &= np.array([p is not False for p in preset])
        first[0] = True
        return first

    def _parse(
        self, vectors: Vectors, words: NDArray[np.int64], first: NDArray[np.int64], heads: NDArray[np.int64], labels: NDArray[np.uint64]
    ) -> None:
        w = self.weights
        dependents = _rectified(vectors @ w["arc_dep"].T + w["arc_dep_bias"])
        governors = _rectified(vectors @ w["arc_head"].T + w["arc_head_bias"])
        roots = dependents @ w["root"][0] + w["root_bias"][0]
        asking = dependents @ w["arc"] + w["arc_bias"]
        chosen = np.zeros(len(words), dtype=np.int64)
        for start, end in zip(first, [*first[1:], len(words)], strict=True):
            scores = asking[start:end] @ governors[start:end].T
            np.fill_diagonal(scores, roots[start:end])
            chosen[start:end] = start + best_tree(scores - _log_sums(scores))
        heads[words] = words[chosen]
        labels[words] = self._relations(vectors, chosen)

    def _relations(self, vectors: Vectors, chosen: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The label of each word's arc, as a string id."""
        w = self.weights
        below = _with_one(_rectified(vectors @ w["rel_dep"].T + w["rel_dep_bias"]))
        above = _with_one(_rectified(vectors @ w["rel_head"].T + w["rel_head_bias"]))[chosen]
        labels, width, _ = w["rel"].shape
        asked = (below @ w["rel"].transpose(1, 0, 2).reshape(width, labels * width)).reshape(len(below), labels, width)
        scores = np.einsum("nlr,nr->nl", asked, above)
        own = chosen == np.arange(len(chosen))
        root = self._labels.index(ROOT)
        scores[:, root] = np.where(own, np.inf, -np.inf)
        ids = np.array([self.vocab.strings.add(label) for label in self._labels], dtype=np.uint64)
        chosen_ids: NDArray[np.uint64] = ids[scores.argmax(axis=1)]
        return chosen_ids


def _hang_spaces(doc: Doc, heads: NDArray[np.int64]) -> None:
    """White space hangs on the token before it, at the head of a text on the first word; a text without a word on its first token."""
    first = next((token.i for token in doc if not token.is_space), 0)
    for token in doc:
        if token.is_space:
            heads[token.i] = token.i - 1 if token.i > first else first


def _rectified(values: Vectors) -> Vectors:
    rectified: Vectors = np.maximum(values, np.float32(SLOPE) * values)
    return rectified


def _with_one(values: Vectors) -> Vectors:
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)


def _log_sums(scores: Vectors) -> Vectors:
    """Logarithms of the sums of exponentials of each row, as a column."""
    top = scores.max(axis=1, keepdims=True)
    sums: Vectors = top + np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    return sums
