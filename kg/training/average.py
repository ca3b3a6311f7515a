"""What is the mean of several trained networks? Those that began alike and saw the passages in other orders err less together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from kg.training import CHECKPOINT


def average(trained: Sequence[Path], out: Path) -> Path:
    """Write the mean of the networks that learn() left in some folders to another; returns out.

    Their layers must have begun with the same numbers (kg.training.learn.BEGIN) on the same encoder. Raises ValueError for networks of
    other shapes. Source: Wortsman et al., Model soups (2022).
    """
    states = [torch.load(folder / CHECKPOINT, weights_only=True) for folder in trained]
    shapes = [{name: values.shape for name, values in state.items()} for state in states]
    if any(shape != shapes[0] for shape in shapes):
        raise ValueError(f"networks of other shapes have no mean: {', '.join(map(str, trained))}")
    mean = {name: torch.stack([state[name].float() for state in states]).mean(0).to(values.dtype) for name, values in states[0].items()}
    out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, out / CHECKPOINT)
    return out
