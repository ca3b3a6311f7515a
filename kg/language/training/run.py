"""How are the convolutional pipelines trained? Each from its own configuration file, which holds every number."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as spacy_train
from spacy.util import load_config, registry

from kg.language.training.names import name_dev_corpus
from kg.language.training.texts import name_corpus
from kg.language.training.tokens import tokens_callback
from kg.language.training.trees import tree_corpus

HERE = Path(__file__).parent
log = logging.getLogger(__name__)


def mixed_corpus(folder: Path, pattern: str, copies: int, seed: int, own: int) -> Callable[[Language], Iterator[Example]]:
    """Corpus reader of the fast pipeline: trees without names, then names without trees; the trainer shuffles them."""
    trees, names = tree_corpus(folder, pattern, own=own), name_corpus(folder, copies, seed)
    return lambda nlp: chain(trees(nlp), names(nlp))


def mixed_dev_corpus(folder: Path, pattern: str, max_words: int) -> Callable[[Language], Iterator[Example]]:
    """Corpus reader for measuring the fast pipeline while it learns."""
    trees, names = tree_corpus(folder, pattern, max_words), name_dev_corpus()
    return lambda nlp: chain(trees(nlp), names(nlp))


def train(name: str, data: Path, out: Path, changes: Mapping[str, object] | None = None) -> Path:
    """Train "fast", or a baseline, "parser" or "ner", on the files in data; returns the folder of the best checkpoint, out/model-best.

    changes: values of the configuration to set otherwise. Same data, same machine type, same weights: seeds are in the
    configuration, one thread is used.
    """
    config = load_config(HERE / f"{name}.cfg", overrides={"paths.data": str(data), **(changes or {})}, interpolate=False)
    out.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(config)
    log.info("%s: initialized, labels %s", name, nlp.pipe_labels)
    spacy_train(nlp, out, stdout=sys.stderr, stderr=sys.stderr)
    return out / "model-best"


def load_trained(path: Path) -> Language:
    """A trained pipeline; the functions that its configuration names are registered by this module."""
    return spacy.load(path)


registry.callbacks.register("kg.tokens.v1", func=tokens_callback)
registry.readers.register("kg.trees.v1", func=tree_corpus)
registry.readers.register("kg.names.v1", func=name_corpus)
registry.readers.register("kg.names_dev.v1", func=name_dev_corpus)
registry.readers.register("kg.mixed.v1", func=mixed_corpus)
registry.readers.register("kg.mixed_dev.v1", func=mixed_dev_corpus)
