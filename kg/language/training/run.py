"""How the two halves of the model are trained: each from its own configuration file, which holds every number."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as spacy_train
from spacy.util import load_config, registry

from kg.language.training.names import name_corpus, name_dev_corpus
from kg.language.training.tokens import tokens_callback
from kg.language.training.trees import tree_corpus

HERE = Path(__file__).parent
HALVES = ("parser", "ner")
registry.callbacks.register("kg.tokens.v1", func=tokens_callback)
registry.readers.register("kg.trees.v1", func=tree_corpus)
registry.readers.register("kg.names.v1", func=name_corpus)
registry.readers.register("kg.names_dev.v1", func=name_dev_corpus)
log = logging.getLogger(__name__)


def train(half: str, data: Path, out: Path) -> Path:
    """Train "parser" or "ner" on the files in data; returns the folder of the best checkpoint, out/half/model-best.

    Same data, same machine type, same weights: seeds are in the configuration, one thread is used.
    """
    config = load_config(HERE / f"{half}.cfg", overrides={"paths.data": str(data)}, interpolate=False)
    (out / half).mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(config)
    log.info("%s: initialized, labels %s", half, nlp.pipe_labels)
    spacy_train(nlp, out / half, stdout=sys.stderr, stderr=sys.stderr)
    return out / half / "model-best"


def load_half(path: Path) -> Language:
    """One trained half; the functions that its configuration names are registered by this module."""
    return spacy.load(path)
