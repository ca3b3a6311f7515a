"""The network of slots in the form in which it learns; at run time its layers are numpy (kg/language/slots/)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from kg.language.encoder.component import NETWORK
from kg.language.encoder.weights import SLOPE, WEIGHTS
from kg.language.encoder.wordpieces import LOOKS
from kg.language.slots.geometry import ARCS, SENTENCES, STEPS
from kg.language.training.export import from_onnx
from kg.language.training.network import WIDTH, blank_encoder
from kg.training import CHECKPOINT
from kg.training.answers import ALL_SLOTS, ANSWERS, RELATIONS, SLOTS, TOLD, WORDS

HIDDEN, BOTH = 256, 128  # widths of the layers
DROPOUT = 0.3
SHIPPED_ANSWERS = sum(len(values) for name, values in ANSWERS.items() if name != "post")


class Network(nn.Module):  # type: ignore[misc, unused-ignore]
    """The transformer, and on its vectors a layer for things and one for pairs of a thing and a filler.

    The layers bear the names of the arrays that kg.language.slots reads.
    """

    def __init__(self, pieces: int, attention: str = "sdpa") -> None:
        """pieces: size of the vocabulary. attention: how transformers computes it; "eager" can be exported."""
        super().__init__()
        self.encoder = blank_encoder(pieces, LOOKS * len(WORDS) * len(TOLD), attention)
        self.thing, self.answer = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, sum(map(len, ANSWERS.values())))
        self.pair_thing, self.pair_filler = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.both_thing, self.both_filler = nn.Linear(WIDTH, BOTH), nn.Linear(WIDTH, BOTH)
        self.distance = nn.Embedding(2 * (len(STEPS) + 1), HIDDEN)
        self.sentences, self.arcs = nn.Embedding(2 * SENTENCES + 1, HIDDEN), nn.Embedding(ARCS + 3, HIDDEN)
        self.thing_kind, self.filler_kind = nn.Embedding(len(WORDS), HIDDEN), nn.Embedding(len(WORDS), HIDDEN)
        self.told_thing, self.told_pair = nn.Linear(len(RELATIONS), HIDDEN, bias=False), nn.Linear(len(RELATIONS), HIDDEN, bias=False)
        self.slot = nn.Linear(HIDDEN + BOTH, len(ALL_SLOTS))
        self.dropout = nn.Dropout(DROPOUT)
        for embedding in (self.distance, self.sentences, self.thing_kind, self.filler_kind):
            nn.init.normal_(embedding.weight, std=0.02)

    def span_vectors(self, ids: Tensor, mask: Tensor, looks: Tensor, spans: Tensor) -> Tensor:
        """(examples, pieces) each, spans (spans, 3) as in Batch -> (spans, width): means of the spans' pieces, zero for none."""
        with torch.autocast(ids.device.type, dtype=torch.bfloat16, enabled=self.training):
            pieces = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=looks).last_hidden_state
        sums = nn.functional.pad(pieces.float().cumsum(1), (0, 0, 1, 0))
        row, low, high = spans.unbind(1)
        means: Tensor = (sums[row, high] - sums[row, low]) / (high - low).clamp(min=1)[:, None]
        return means

    def answers(self, vectors: Tensor, told: Tensor) -> dict[str, Tensor]:
        """(things, width), (things, RELATIONS) -> for each of ANSWERS its scores (things, answers)."""
        hidden = nn.functional.leaky_relu(self.thing(vectors) + self.told_thing(told), SLOPE)
        scores = self.answer(self.dropout(hidden)).split([len(values) for values in ANSWERS.values()], dim=1)
        return dict(zip(ANSWERS, scores, strict=True))

    def slots(self, vectors: Tensor, kinds: Tensor, pairs: dict[str, Tensor]) -> Tensor:
        """(spans, width), (spans,), pairs as in Batch -> (pairs, ALL_SLOTS)."""
        thing, filler = pairs["thing"], pairs["filler"]
        hidden = (
            self.pair_thing(vectors)[thing]
            + self.pair_filler(vectors)[filler]
            + self.distance(pairs["distance"])
            + self.sentences(pairs["sentences"])
            + self.arcs(pairs["arcs"])
            + self.thing_kind(kinds)[thing]
            + self.filler_kind(kinds)[filler]
            + self.told_pair(pairs["told"])
        )
        both = self.both_thing(vectors)[thing] * self.both_filler(vectors)[filler]
        scores: Tensor = self.slot(self.dropout(torch.cat([nn.functional.leaky_relu(hidden, SLOPE), both], -1)))
        return scores

    def arrays(self) -> dict[str, Tensor]:
        """The arrays of the layers, by the names under which they are shipped; without what posts only helped to learn."""
        layers = ("thing", "answer", "pair_thing", "pair_filler", "both_thing", "both_filler", "slot")
        found: dict[str, Tensor] = {name: getattr(self, name).weight for name in layers}
        found |= {f"{name}_bias": getattr(self, name).bias for name in layers}
        found |= {name: getattr(self, name).weight for name in ("distance", "sentences", "arcs", "thing_kind", "filler_kind")}
        found |= {name: getattr(self, name).weight.T for name in ("told_thing", "told_pair")}
        rows = {"answer": SHIPPED_ANSWERS, "slot": len(SLOTS)}
        return found | {f"{name}{end}": found[f"{name}{end}"][:count] for name, count in rows.items() for end in ("", "_bias")}


def begun(folder: Path) -> Network:
    """The network from which to go on: the one that learn() left in a folder, the shipped one, or a new one on the news model's encoder.

    `python -m kg.language.training news` leaves that encoder. Each row of its looks is that of the look with each kind and thing told.
    """
    if not (folder / CHECKPOINT).exists():
        return restored(folder)
    state = torch.load(folder / CHECKPOINT, weights_only=True)
    if "encoder" not in state:
        network = Network(len(state["encoder.embeddings.word_embeddings.weight"]))
        network.load_state_dict(state)
        return network
    state = state["encoder"]
    state = {name.removeprefix("encoder."): values for name, values in state.items()}
    looks = "embeddings.token_type_embeddings.weight"
    state[looks] = state[looks].repeat_interleave(len(WORDS) * len(TOLD), dim=0)
    network = Network(len(state["embeddings.word_embeddings.weight"]))
    network.encoder.load_state_dict(state)
    return network


def restored(folder: Path) -> Network:
    """The network whose three files are in a folder, as far as eight bits keep it; what only helped to learn begins anew."""
    encoder = {name.removeprefix("encoder."): values for name, values in from_onnx((folder / NETWORK).read_bytes()).items()}
    network = Network(len(encoder["embeddings.word_embeddings.weight"]))
    network.encoder.load_state_dict({name: torch.tensor(values) for name, values in encoder.items()})
    with np.load(folder / WEIGHTS) as shipped, torch.no_grad():
        for name, layer in network.arrays().items():
            layer.copy_(torch.tensor(shipped[name]))
    return network


def finished(folder: Path) -> Network:
    """The network that learn() left in a folder, as it can be exported."""
    state = torch.load(folder / CHECKPOINT, weights_only=True)
    network = Network(len(state["encoder.embeddings.word_embeddings.weight"]), "eager")
    network.load_state_dict(state)
    network.eval()
    return network
