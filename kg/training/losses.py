"""How wrong is the network of slots on a batch? Summed over what is known of things and of chains of fillers, a mean over the examples."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from kg.training.answers import ANSWERS
from kg.training.batches import Batch
from kg.training.network import Network

SHARES = {"status": 1.0, "kind": 0.3, "delivery": 1.0, "post": 0.5}
NOTHING = -1e4  # the score of a chain before any of its mentions is seen


def loss_of(batch: Batch, network: Network, unknown: int, masked: float) -> Tensor:
    """The loss of a batch. unknown: the piece that takes the place of a share (masked) of all pieces."""
    device = network.slot.weight.device

    def on(array: object) -> Tensor:
        return torch.as_tensor(array, device=device)

    ids, mask = on(batch.ids), on(batch.mask)
    ids = torch.where((torch.rand(ids.shape, device=device) < masked) & (mask > 0), unknown, ids)
    vectors = network.dropout(network.span_vectors(ids, mask, on(batch.looks), on(batch.spans)))
    loss = torch.zeros((), device=device)
    if len(batch.things):
        scores = network.answers(vectors[on(batch.things)], on(batch.told))
        for name in ANSWERS:
            loss = loss + SHARES[name] * cross_entropy(scores[name], on(batch.answers[name]), on(batch.known[name]))
    if len(batch.pairs["thing"]):
        pairs = {name: on(column) for name, column in batch.pairs.items()}
        chains = best_of_chains(network.slots(vectors, on(batch.kinds), pairs), pairs["group"], len(batch.slots))
        wrong = nn.functional.binary_cross_entropy_with_logits(chains, on(batch.slots), reduction="none")
        loss = loss + (wrong * on(batch.slots_known)).sum()
    return loss / len(batch.ids)


def cross_entropy(scores: Tensor, shares: Tensor, known: Tensor) -> Tensor:
    """Summed over the rows whose answers are known. shares: of each answer, (rows, answers); known: (rows, 1)."""
    return -(shares * torch.log_softmax(scores, -1) * known).sum()


def best_of_chains(scores: Tensor, group: Tensor, groups: int) -> Tensor:
    """(pairs, slots) -> (groups, slots): a chain fills a slot as surely as its surest mention does, whichever that is."""
    start = scores.new_full((groups, scores.shape[1]), NOTHING)
    return start.scatter_reduce(0, group[:, None].expand_as(scores), scores, "amax")
