"""How does the trained transformer become a file that runs without torch? As ONNX, its matrices in whole numbers of eight bits."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from kg.language.training.learn import SETTINGS
from kg.language.training.network import Encoding

OPSET = 17


def to_onnx(encoding: Encoding, *, whole_numbers: bool = True) -> bytes:
    """The network as an ONNX file: ids, mask, looks (batch, length) int64 -> vectors (batch, length, width) float32.

    whole_numbers: matrices and embeddings in 8 bits, of which 7 are used, so that processors without VNNI cannot overflow.
    """
    with TemporaryDirectory() as folder:
        exact, small = Path(folder) / "exact.onnx", Path(folder) / "small.onnx"
        ids = torch.ones(2, 16, dtype=torch.int64)
        axes = {0: "batch", 1: "length"}
        names = ["ids", "mask", "looks"]
        torch.onnx.export(
            encoding.eval(),
            (ids, ids, ids),
            str(exact),
            input_names=names,
            output_names=["vectors"],
            dynamic_axes=dict.fromkeys((*names, "vectors"), axes),
            opset_version=OPSET,
            dynamo=False,
        )
        if not whole_numbers:
            return exact.read_bytes()
        quantize_dynamic(
            exact,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        return small.read_bytes()


def tree_labels(trained: Path) -> tuple[list[str], list[str]]:
    """Labels of relations, and of names, in the order of the heads' answers."""
    labels = json.loads((trained / SETTINGS).read_text(encoding="utf-8"))
    return labels["relations"], labels["names"]
