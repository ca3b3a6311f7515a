"""How does the trained transformer become a file that runs without torch? As ONNX, its matrices in whole numbers of eight bits."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto, load_from_string
from onnx.numpy_helper import to_array
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


def from_onnx(file: bytes) -> dict[str, NDArray[np.float32]]:
    """The weights in a file that to_onnx wrote, by the names that they learned under, as far as eight bits keep them."""
    graph = load_from_string(file).graph
    kept = {array.name: to_array(array) for array in graph.initializer}

    def whole(name: str) -> NDArray[np.float32]:
        numbers, zero = (kept[f"{name}{end}"].astype(np.float32) for end in ("_quantized", "_zero_point"))
        return np.asarray((numbers - zero) * kept[f"{name}_scale"], dtype=np.float32)

    found = {name: array for name, array in kept.items() if name.endswith((".weight", ".bias")) and array.dtype == np.float32}
    embeddings = (name.removesuffix("_quantized") for name in kept if name.endswith(".weight_quantized"))
    found |= {name: whole(name) for name in embeddings}
    for node in graph.node:  # "/encoder/encoder/layer.0/attention/self/query/MatMul_quant"
        names = [name.removesuffix("_quantized") for name in node.input if name.endswith("_quantized")]
        layer = node.name.partition("/MatMul")[0].strip("/").replace("/", ".")
        found |= {f"{layer}.weight": whole(name).T.copy() for name in names if "/MatMul" in node.name and f"{name}_scale" in kept}
    return found


def tree_labels(trained: Path) -> tuple[list[str], list[str]]:
    """Labels of relations, and of names, in the order of the heads' answers."""
    labels = json.loads((trained / SETTINGS).read_text(encoding="utf-8"))
    return labels["relations"], labels["names"]
