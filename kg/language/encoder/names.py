"""Names, from the words' vectors: each word begins one, goes on with one, or stands outside."""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.ner import ner_score
from spacy.tokens import Doc, Span

from kg.language.encoder.component import Vectors
from kg.language.encoder.weights import SLOPE, WeightedPipe


@Language.factory(
    "kg_name_tagger",
    requires=["doc.tensor"],
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0},
)
def make_name_tagger(nlp: Language, name: str) -> NameTagger:
    """The factory behind "kg_name_tagger"; the weights come with from_disk()."""
    return NameTagger(nlp.vocab, name)


class NameTagger(WeightedPipe):
    """Sets doc.ents.

    Weights: hidden (hidden, 3 * width) over the word before, the word and the one behind; out (1 + 2 * labels, hidden):
    outside, then begin and inside of each label.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Names of the best sequence of tags in which every inside follows its own label."""
        words = [token.i for token in doc if not token.is_space]
        if words:
            tags = best_tags(self.scores(doc.tensor[words]))
            doc.set_ents(list(self._spans(doc, words, tags)))
        return doc

    def score(self, examples: Any, **kwargs: Any) -> dict[str, Any]:
        """spaCy's own scores of names."""
        return dict(ner_score(examples, **kwargs))

    def scores(self, vectors: Vectors) -> Vectors:
        """Logarithms of the tags' likelihoods, a row for each vector."""
        w = self.weights
        none = np.zeros((1, vectors.shape[1]), dtype=np.float32)
        around = np.concatenate([np.vstack([none, vectors[:-1]]), vectors, np.vstack([vectors[1:], none])], axis=1)
        hidden = around @ w["hidden"].T + w["hidden_bias"]
        scores = np.maximum(hidden, np.float32(SLOPE) * hidden) @ w["out"].T + w["out_bias"]
        top = scores.max(axis=1, keepdims=True)
        normal: Vectors = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return normal

    def _spans(self, doc: Doc, words: list[int], tags: list[int]) -> Any:
        start, open_label = 0, -1
        for at, tag in enumerate([*tags, 0]):
            inside = tag > 0 and tag % 2 == 0
            if open_label >= 0 and not inside:
                yield Span(doc, words[start], words[at - 1] + 1, label=self._labels[open_label])
                open_label = -1
            if tag > 0 and not inside:
                start, open_label = at, (tag - 1) // 2


def best_tags(scores: Vectors) -> list[int]:
    """The best sequence by Viterbi: 0 outside, 2k + 1 begins label k, 2k + 2 goes on with it and follows only these two."""
    tags = scores.shape[1]
    allowed = np.zeros((tags, tags), dtype=np.float32)
    for inside in range(2, tags, 2):
        allowed[:, inside] = -np.inf
        allowed[[inside - 1, inside], inside] = 0.0
    total = scores[0].copy()
    total[2::2] = -np.inf
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        reached = total[:, None] + allowed
        back[at] = reached.argmax(axis=0)
        total = reached.max(axis=0) + scores[at]
    path = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]
