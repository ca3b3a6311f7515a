"""Which texts train a recognizer of names? The passages, several times with changing names, and the open corpora once."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from kg.language.training.entities import learn_hints, read_corpus
from kg.language.training.names import PASSAGES, to_example
from kg.language.training.passages import Marked, name_pool, read_passages, swap_names


def name_corpus(folder: Path, copies: int, seed: int, swap: bool = True) -> Callable[[Language], Iterator[Example]]:
    """Corpus reader for training: each passage `copies` times (the first as written), then every other corpus once."""

    def read(nlp: Language) -> Iterator[Example]:
        for marked in training_texts(Path(folder), copies, seed, swap):
            yield to_example(marked, nlp)

    return read


def training_texts(folder: Path, copies: int, seed: int, swap: bool) -> Iterator[Marked]:
    """All training texts in a fixed order; the trainer shuffles them. swap: False leaves the copies as written."""
    rng = random.Random(seed)
    passages = list(read_passages(PASSAGES, dev=False))
    corpora = sorted(folder.glob("ner-*.jsonl.xz"))
    hints = learn_hints(passages)
    others = [marked for path in corpora for marked in read_corpus(path, hints)]
    pool = name_pool([*passages, *others])
    yield from passages
    for _ in range(copies - 1):
        yield from (swap_names(passage, pool, rng) if swap else passage for passage in passages)
    yield from others
