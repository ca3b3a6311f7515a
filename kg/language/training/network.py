"""The transformer with all its heads, in the form in which it learns; at run time the heads are numpy (kg/language/encoder/)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from kg.language.encoder.weights import SLOPE
from kg.language.encoder.wordpieces import LOOKS

ARC, RELATION, HIDDEN = 256, 64, 256  # widths of the heads
WIDTH, LAYERS = 384, 6
ALPHABET_END = 0x250  # behind the Latin letters; pieces in other scripts are dropped, English news has none
MARKS = range(0x2000, 0x2200)  # punctuation, currencies


def news_vocabulary(tokenizer: Tokenizer) -> list[str]:
    """The tokenizer's pieces in Latin letters, in their order, without the places that were left free in it."""
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda p: p[1])
    return [piece for piece, _ in pieces if not piece.startswith("[unused") and _is_latin(piece.removeprefix("##"))]


def _is_latin(piece: str) -> bool:
    return all(ord(c) < ALPHABET_END or ord(c) in MARKS for c in piece)


def load_encoder(folder: Path, pieces: list[int]) -> BertModel:
    """The pretrained encoder with only these rows of its vocabulary, and a row for each look in place of its segments."""
    encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
    words = nn.Embedding(len(pieces), WIDTH, padding_idx=0)
    words.weight.data.copy_(encoder.embeddings.word_embeddings.weight.data[torch.tensor(pieces)])
    looks = nn.Embedding(LOOKS, WIDTH)
    looks.weight.data.copy_(encoder.embeddings.token_type_embeddings.weight.data[:1].expand(LOOKS, WIDTH))
    encoder.embeddings.word_embeddings, encoder.embeddings.token_type_embeddings = words, looks
    encoder.config.vocab_size, encoder.config.type_vocab_size = len(pieces), LOOKS
    return encoder


def blank_encoder(pieces: int, looks: int, attention: str = "sdpa") -> BertModel:
    """An encoder of our shape with nothing learned. looks: number of classes of the second input."""
    config = BertConfig(
        vocab_size=pieces,
        type_vocab_size=looks,
        hidden_size=WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=WIDTH // 32,
        intermediate_size=4 * WIDTH,
        attn_implementation=attention,
    )
    return BertModel(config, add_pooling_layer=False)


class Encoding(nn.Module):  # type: ignore[misc, unused-ignore]
    """What becomes the ONNX network: ids, mask and looks in, a vector for each piece out."""

    def __init__(self, encoder: BertModel) -> None:
        """Wrap the encoder."""
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor, looks: Tensor) -> Tensor:
        """(batch, pieces) each -> (batch, pieces, width)."""
        vectors: Tensor = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=looks).last_hidden_state
        return vectors


class Heads(nn.Module):  # type: ignore[misc, unused-ignore]
    """One head a task, on the words' vectors."""

    def __init__(self, sizes: Mapping[str, int], dropout: float = 0.33) -> None:
        """sizes: number of answers of tag, morph, lemma, relation, name."""
        super().__init__()
        self.plain = nn.ModuleDict({task: nn.Linear(WIDTH, sizes[task]) for task in ("tag", "morph", "lemma")})
        self.start = nn.Linear(WIDTH, 2)
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rel_dep, self.rel_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Linear(ARC, 1)
        self.rel = nn.Parameter(torch.zeros(sizes["relation"], RELATION + 1, RELATION + 1))
        self.hidden, self.out = nn.Linear(3 * WIDTH, HIDDEN), nn.Linear(HIDDEN, sizes["name"])
        self.dropout = nn.Dropout(dropout)
        self.light = nn.Dropout(0.1)
        nn.init.normal_(self.arc, std=0.01)
        nn.init.normal_(self.rel, std=0.01)

    def scores(self, vectors: Tensor) -> dict[str, Tensor]:
        """vectors (batch, words, width) -> for each plain task, start and name (batch, words, answers)."""
        light = self.light(vectors)
        result = {task: head(light) for task, head in self.plain.items()} | {"start": self.start(light)}
        none = torch.zeros_like(vectors[:, :1])
        around = torch.cat([torch.cat([none, light[:, :-1]], 1), light, torch.cat([light[:, 1:], none], 1)], -1)
        result["name"] = self.out(self.light(nn.functional.leaky_relu(self.hidden(around), SLOPE)))
        return result

    def arcs(self, vectors: Tensor) -> Tensor:
        """(batch, words, words): of the second word as the head of the first; the diagonal: of the word as root."""
        below, above = self._rectified(self.arc_dep(vectors)), self._rectified(self.arc_head(vectors))
        scores = (below @ self.arc + self.arc_bias) @ above.transpose(1, 2)
        eye = torch.eye(scores.shape[1], dtype=torch.bool)
        return torch.where(eye, self.root(below), scores)

    def relations(self, below: Tensor, above: Tensor) -> Tensor:
        """Scores of the labels of arcs, for vectors (arcs, width) of dependents and heads."""
        one = torch.ones(len(below), 1)
        dependents = torch.cat([self._rectified(self.rel_dep(below)), one], -1)
        heads = torch.cat([self._rectified(self.rel_head(above)), one], -1)
        return torch.einsum("nd,ldh,nh->nl", dependents, self.rel, heads)

    def _rectified(self, values: Tensor) -> Tensor:
        return self.dropout(nn.functional.leaky_relu(values, SLOPE))

    def parser_weights(self) -> dict[str, Tensor]:
        """The arrays of the tree parser, by its names."""
        layers = {"start": self.start, "arc_dep": self.arc_dep, "arc_head": self.arc_head, "root": self.root}
        layers |= {"rel_dep": self.rel_dep, "rel_head": self.rel_head}
        return _named(layers) | {"arc": self.arc, "arc_bias": self.arc_bias, "rel": self.rel}

    def name_weights(self) -> dict[str, Tensor]:
        """The arrays of the name tagger, by its names."""
        return _named({"hidden": self.hidden, "out": self.out})


def _named(layers: Mapping[str, nn.Linear]) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = {name: layer.weight for name, layer in layers.items()}
    return weights | {f"{name}_bias": layer.bias for name, layer in layers.items()}


def pooled(outputs: Tensor, words: Tensor, count: int) -> Tensor:
    """Means of the pieces of each word. words: (batch, pieces), the number of the word, or count where there is none."""
    batch, _, width = outputs.shape
    places = words + (count + 1) * torch.arange(batch)[:, None]
    sums = outputs.new_zeros(batch * (count + 1), width).index_add(0, places.flatten(), outputs.flatten(0, 1))
    sizes = outputs.new_zeros(batch * (count + 1)).index_add(0, places.flatten(), outputs.new_ones(places.numel()))
    means = sums / sizes.clamp(min=1.0)[:, None]
    return means.view(batch, count + 1, width)[:, :count]
