"""How does the network of slots learn? In batches of passages with changing names, the learning rate falling to nothing."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from kg.language.encoder.wordpieces import Wordpieces
from kg.training import CHECKPOINT
from kg.training.batches import Batch, batch_of, batches
from kg.training.examples import Example
from kg.training.losses import loss_of
from kg.training.network import begun
from kg.training.swaps import epoch, name_pool

BEGIN = 7  # seed of the numbers that new layers begin with, the same for all networks that are to be averaged
RATES = {"encoder": 2e-4, "layers": 1e-3}
WARM_UP = 50  # steps
FALL = 0.95  # of all steps, at the end
MASKED = 0.05  # share of the pieces that are hidden
EVERY = 50  # steps between two lines of the log
log = logging.getLogger(__name__)


def learn(
    examples: Sequence[Example], pieces: Wordpieces, begin: Path, out: Path, *, steps: int, threads: int, seed: int = 1, rate: float = 1.0
) -> Path:
    """Train for so many steps, from what a folder holds (kg.training.network.begun); returns out, with the network in network.pt.

    A graphics processor is used where torch finds one. seed: of the order of the passages and all else that is left to chance; sums
    differ in their last digits with the number of threads and the processor. rate: times the learning RATES.
    """
    torch.manual_seed(BEGIN)
    torch.set_num_threads(threads)
    out.mkdir(parents=True, exist_ok=True)
    network = begun(begin).to("cuda" if torch.cuda.is_available() else "cpu").train()
    torch.manual_seed(seed)
    layers = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    parts = {"encoder": network.encoder.parameters(), "layers": layers}
    groups = [{"params": parameters, "lr": rate * RATES[part]} for part, parameters in parts.items()]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / WARM_UP, (1 - step / steps) / FALL, 1.0))
    started, mean = time.monotonic(), 0.0
    for step, batch in zip(range(1, steps + 1), endless(examples, pieces, seed), strict=False):
        loss = loss_of(batch, network, pieces.unknown, MASKED)
        loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        mean = loss.item() if step == 1 else 0.97 * mean + 0.03 * loss.item()
        if step % EVERY == 0 or step == steps:
            log.info("step %d/%d %.0f s loss %.3f", step, steps, time.monotonic() - started, mean)
    torch.save({name: values.cpu() for name, values in network.state_dict().items()}, out / CHECKPOINT)
    return out


def endless(examples: Sequence[Example], pieces: Wordpieces, seed: int) -> Iterator[Batch]:
    """Batches of one epoch after the other, the same ones every time for one seed."""
    rng, pool = random.Random(seed), name_pool(examples)
    while True:
        for batch in batches(epoch(examples, pool, rng), rng):
            yield batch_of(batch, pieces, rng)
