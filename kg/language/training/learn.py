"""How the transformer learns: treebanks, passages and open corpora mixed in every batch, the learning rate falling to nothing."""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.language import Language
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from kg.language.encoder.wordpieces import LOOKS, Wordpieces
from kg.language.training.entities import learn_hints, read_corpus
from kg.language.training.lemmas import lemma_tables
from kg.language.training.losses import losses, tensors, vectors_of
from kg.language.training.names import PASSAGES
from kg.language.training.network import Encoding, Heads, blank_encoder, load_encoder, news_vocabulary
from kg.language.training.passages import Marked, name_pool, read_passages, swap_names
from kg.language.training.samples import NAME_LABELS, Reading, Sample, TreeTasks, batches, cut, name_answers, reading
from kg.language.training.tokens import adapt
from kg.language.training.trees import news_examples, news_trees, read_trees, tree_corpus

SEED = 7
EPOCHS = 5
SWAPPED_COPIES = 1  # of each passage in each epoch, beside the passage itself
OWN_TREES = 3  # times that the project's own sentences are read in each epoch
SHARE_OF_CORPORA = 0.5  # of the open corpora's texts in each epoch
PIECES_A_BATCH = 2048
RATES = {"encoder": 2e-4, "heads": 1e-3}
WARM_UP = 0.06  # of all steps
TREE_PIPES = ("tagger", "morphologizer", "trainable_lemmatizer")
TREES = "parse-train-*.conllu.xz"
CHECKPOINT, TREE_LABELS, SETTINGS, TOKENIZER, LEMMAS = "network.pt", "pipes", "labels.json", "tokenizer.json", "lemmas.json"
log = logging.getLogger(__name__)


def blank(width: int = 384) -> Language:
    """An English pipeline with our tokenizer and spaCy's tagger, morphologizer and lemmatizer on the encoder's vectors."""
    nlp = spacy.blank("en")
    adapt(nlp)
    head = {"@architectures": "kg.TensorSoftmax.v1", "width": width}
    for pipe in TREE_PIPES:
        nlp.add_pipe(pipe, config={"model": head})
    return nlp


def learn(
    data: Path, encoder: Path, out: Path, *, epochs: int = EPOCHS, rate: float = 1.0, share: float = SHARE_OF_CORPORA, threads: int = 2
) -> Path:
    """Train on the files in data, from the pretrained encoder in the folder `encoder`; returns out, with the last checkpoint.

    encoder may be what an earlier learn() left: then it goes on from there. rate: the learning rates' share of RATES. share: of
    the open corpora in each epoch. The seed is fixed; sums differ in their last digits with the number of threads and the processor.
    """
    torch.manual_seed(SEED)
    torch.set_num_threads(threads)
    out.mkdir(parents=True, exist_ok=True)
    nlp = blank()
    tasks = TreeTasks(nlp, lambda: tree_corpus(data, TREES)(nlp))
    nlp.to_disk(out / TREE_LABELS)
    tokenizer, kept = news_tokenizer(encoder)
    begun = (encoder / CHECKPOINT).exists()
    tokenizer.save(str(out / TOKENIZER), pretty=False)
    trees = (tree for path in sorted(data.glob(TREES)) for tree in read_trees(path))
    lemmas = lemma_tables(chain(trees, news_trees(dev=False)))
    (out / LEMMAS).write_text(json.dumps(lemmas), encoding="utf-8")
    (out / SETTINGS).write_text(json.dumps({"relations": tasks.relations, "names": NAME_LABELS}), encoding="utf-8")
    corpus = Corpus(data, nlp, tasks, Wordpieces(tokenizer), share)
    encoding, heads = load_checkpoint(encoder) if begun else (Encoding(load_encoder(encoder, kept)), Heads(sizes(out)))
    _fit(corpus, encoding, heads, epochs=epochs, rate=rate, out=out)
    return out


def news_tokenizer(encoder: Path) -> tuple[Tokenizer, list[int]]:
    """The encoder's tokenizer with only the pieces that are kept, and their old ids."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pieces = news_vocabulary(tokenizer)
    vocabulary = tokenizer.get_vocab()
    kept = [vocabulary[piece] for piece in pieces]
    tokenizer.model = WordPiece({piece: at for at, piece in enumerate(pieces)}, unk_token="[UNK]")
    return tokenizer, kept


def sizes(folder: Path) -> dict[str, int]:
    """Numbers of answers of the heads, from what learn() wrote first."""
    labels = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    pipes = spacy.load(folder / TREE_LABELS)
    counts = {task: len(pipes.get_pipe(pipe).labels) for task, pipe in zip(("tag", "morph", "lemma"), TREE_PIPES, strict=True)}  # type: ignore[attr-defined, unused-ignore]
    return counts | {"relation": len(labels["relations"]), "name": 1 + 2 * len(labels["names"])}


def load_checkpoint(trained: Path, attention: str = "sdpa") -> tuple[Encoding, Heads]:
    """The network and its heads as learn() left them."""
    state = torch.load(trained / CHECKPOINT, weights_only=True)
    vocabulary = len(state["encoder"]["encoder.embeddings.word_embeddings.weight"])
    encoding, heads = Encoding(blank_encoder(vocabulary, LOOKS, attention)), Heads(sizes(trained))
    encoding.load_state_dict(state["encoder"])
    heads.load_state_dict(state["heads"])
    return encoding, heads


class Corpus:
    """All that is learned from, read once; epochs draw from it."""

    def __init__(self, data: Path, nlp: Language, tasks: TreeTasks, pieces: Wordpieces, share: float) -> None:
        """data: the folder of the corpora. share: see learn()."""
        self.nlp, self.pieces, self.share = nlp, pieces, share
        self.passages = list(read_passages(PASSAGES, dev=False))
        hints = learn_hints(self.passages)
        others = [marked for path in sorted(data.glob("ner-*.jsonl.xz")) for marked in read_corpus(path, hints)]
        self.pool = name_pool([*self.passages, *others])
        self.trees = [reading(*self._read(tasks.answers(e))) for e in tree_corpus(data, TREES)(nlp)]
        self.own_trees = [reading(*self._read(tasks.answers(e))) for e in news_examples(nlp, dev=False)]
        self.own = [self._marked(passage) for passage in self.passages]
        self.others = [self._marked(marked) for marked in others]

    def _read(self, answered: Any) -> tuple[Any, Wordpieces, Any]:
        doc, answers = answered
        return doc, self.pieces, answers

    def _marked(self, marked: Marked) -> Reading:
        return reading(*self._read(name_answers(marked, self.nlp)))

    def epoch(self, rng: random.Random) -> Iterator[Sample]:
        """Trees and passages whole, our own trees several times, copies of the passages with other names, a part of the open corpora."""
        swapped = (self._marked(swap_names(p, self.pool, rng)) for _ in range(SWAPPED_COPIES) for p in self.passages)
        others = rng.sample(self.others, int(len(self.others) * self.share))
        for group in (self.trees, *[self.own_trees] * OWN_TREES, self.own, swapped, others):
            for text in group:
                yield from cut(text, rng)


def _fit(corpus: Corpus, encoding: Encoding, heads: Heads, *, epochs: int, rate: float, out: Path) -> None:
    rng = random.Random(SEED)
    optimizer = torch.optim.AdamW(
        [
            {"params": encoding.parameters(), "lr": rate * RATES["encoder"]},
            {"params": heads.parameters(), "lr": rate * RATES["heads"]},
        ],
        weight_decay=0.01,
        betas=(0.9, 0.99),
    )
    planned = batches(corpus.epoch(random.Random(SEED)), PIECES_A_BATCH, random.Random(SEED))
    total = epochs * len(planned)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARM_UP * total), max(0.0, (total - step) / (total * (1 - WARM_UP))))
    )
    log.info("%d steps, %d in an epoch", total, len(planned))
    started, step = time.monotonic(), 0
    for epoch in range(epochs):
        sums: dict[str, float] = {}
        for number, batch in enumerate(planned if epoch == 0 else batches(corpus.epoch(rng), PIECES_A_BATCH, rng)):
            encoding.train()
            heads.train()
            arrays = tensors(batch, corpus.pieces)
            by_task = losses(arrays, vectors_of(arrays, encoding), heads)
            torch.stack(list(by_task.values())).sum().backward()  # type: ignore[no-untyped-call, unused-ignore]
            torch.nn.utils.clip_grad_norm_([*encoding.parameters(), *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            for task, loss in by_task.items():
                sums[task] = 0.98 * sums.get(task, loss.item()) + 0.02 * loss.item()
            if number % 100 == 99:
                log.info(
                    "epoch %d step %d/%d %.0f s %s",
                    epoch + 1,
                    step,
                    total,
                    time.monotonic() - started,
                    {k: round(v, 3) for k, v in sums.items()},
                )
        torch.save({"encoder": encoding.state_dict(), "heads": heads.state_dict()}, out / CHECKPOINT)
