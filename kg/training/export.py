"""How does the trained network of slots become the three files that run without torch?"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from kg.language.encoder.component import NETWORK
from kg.language.encoder.weights import LABELS, WEIGHTS
from kg.language.training.export import to_onnx
from kg.language.training.network import Encoding
from kg.training.answers import labels
from kg.training.network import finished


def export(trained: Path) -> list[Path]:
    """Write network.onnx, weights.npz and labels.json beside the network that learn() left in a folder; returns the three.

    kg.language.slots.SlotNetwork opens the folder; copied to kg/language/models/slots/, the files are the shipped ones.
    """
    network = finished(trained)
    files = [trained / name for name in (NETWORK, WEIGHTS, LABELS)]
    files[0].write_bytes(to_onnx(Encoding(network.encoder)))
    halves = {name: array.detach().numpy().astype(np.float16) for name, array in sorted(network.arrays().items())}
    np.savez(files[1], **halves)  # type: ignore[arg-type, unused-ignore]
    files[2].write_text(json.dumps(labels(), indent=1), encoding="utf-8")
    return files
