"""How wrong is the network on a batch? The sum of the tasks' mean losses over the words whose answer is known."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kg.language.encoder.wordpieces import SPECIAL, Wordpieces
from kg.language.training.network import Encoding, Heads, pooled
from kg.language.training.samples import MISSING, Sample

SHARES = {"tag": 0.3, "morph": 0.3, "lemma": 0.3, "start": 0.3, "name": 1.0}
ALL_TASKS = ("tag", "morph", "lemma", "start", "sentence", "head", "relation", "name")


def tensors(batch: list[Sample], pieces: Wordpieces) -> dict[str, Tensor]:
    """A batch as arrays: ids, mask, looks and words (batch, pieces); the tasks' answers (batch, words)."""
    length = max(s.length for s in batch) + 2
    count = max(len(s.pieces) for s in batch)
    ids = torch.full((len(batch), length), pieces.padding)
    looks = torch.full_like(ids, SPECIAL)
    words = torch.full_like(ids, count)
    mask = torch.zeros_like(ids)
    answers = {task: torch.full((len(batch), count), MISSING) for task in ALL_TASKS}
    for row, sample in enumerate(batch):
        flat = [pieces.first, *(p for word in sample.pieces for p in word), pieces.last]
        end = len(flat)
        ids[row, :end] = torch.tensor(flat)
        looks[row, 1 : end - 1] = torch.tensor([k for k, word in zip(sample.looks, sample.pieces, strict=True) for _ in word])
        words[row, 1 : end - 1] = torch.tensor([at for at, word in enumerate(sample.pieces) for _ in word])
        mask[row, :end] = 1
        for task, values in sample.answers.items():
            answers[task][row, : len(values)] = torch.tensor(values)
    return {"ids": ids, "mask": mask, "looks": looks, "words": words, **answers}


def vectors_of(batch: dict[str, Tensor], encoding: Encoding) -> Tensor:
    """The words' vectors (batch, words, width), in full precision; the transformer itself runs in bfloat16 while it learns."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=encoding.training):
        outputs = encoding(batch["ids"], batch["mask"], batch["looks"])
    return pooled(outputs.float(), batch["words"], batch["tag"].shape[1])


def losses(batch: dict[str, Tensor], vectors: Tensor, heads: Heads) -> dict[str, Tensor]:
    """By task, the mean loss over the known answers; tasks of which the batch knows none are left out."""
    result = {
        task: _cross_entropy(scores, batch[task]) * SHARES[task] for task, scores in heads.scores(vectors).items() if _known(batch[task])
    }
    if _known(batch["head"]):
        result |= _tree_losses(batch, vectors, heads)
    return result


def _tree_losses(batch: dict[str, Tensor], vectors: Tensor, heads: Heads) -> dict[str, Tensor]:
    rows = torch.nonzero((batch["head"] != MISSING).any(1)).flatten()
    vectors, sentence, head = vectors[rows], batch["sentence"][rows], batch["head"][rows]
    other = sentence[:, :, None] != sentence[:, None, :]
    arcs = heads.arcs(vectors).masked_fill(other, float("-inf"))
    known = head != MISSING
    arc_loss = nn.functional.cross_entropy(arcs[known], head[known])
    relation = batch["relation"][rows]
    at_row, at_word = torch.nonzero(known & (relation != MISSING), as_tuple=True)
    scores = heads.relations(vectors[at_row, at_word], vectors[at_row, head[at_row, at_word]])
    return {"head": arc_loss, "relation": nn.functional.cross_entropy(scores, relation[at_row, at_word])}


def _cross_entropy(scores: Tensor, answers: Tensor) -> Tensor:
    return nn.functional.cross_entropy(scores.flatten(0, 1), answers.flatten(), ignore_index=MISSING)


def _known(answers: Tensor) -> bool:
    return bool((answers != MISSING).any())
