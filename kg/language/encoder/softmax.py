"""What reads the encoder's vectors inside spaCy's own tagger, morphologizer and lemmatizer: one layer on `Doc.tensor`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, Softmax_v2, chain, with_array


def tensor_softmax(width: int = 384, nO: int | None = None) -> Model[list[Doc], Any]:
    """The architecture "kg.TensorSoftmax.v1": probabilities of nO labels for each token.

    It is trained with the encoder and only filled in here, so it passes no gradient back.
    """
    rows: Model[list[Doc], Any] = Model("tensor_rows", _rows, dims={"nO": width}, attrs={"width": width})
    model: Model[list[Doc], Any] = chain(rows, with_array(Softmax_v2(nO, width, normalize_outputs=True)))
    model.set_ref("output_layer", model.layers[1].layers[0])
    return model


def _rows(model: Model[list[Doc], Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], list[Doc]]]:
    width = model.attrs["width"]
    return [_tensor(doc, width) for doc in docs], lambda gradient: []


def _tensor(doc: Doc, width: int) -> Any:
    """The doc's vectors; zeros for one that no encoder has read."""
    return doc.tensor if len(doc.tensor) == len(doc) and len(doc) else np.zeros((len(doc), width), dtype=np.float32)
