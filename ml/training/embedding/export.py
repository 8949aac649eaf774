"""The embedding network as ONNX, its weights kept as float16."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

from embedding.network import EmbeddingNetwork

OPSET = 17
FAINT = 0.05
"""Mean log-mel of a half second that counts half: far below any music, well above digital silence."""

LEAST_HALVED = 64
"""Tensors of fewer numbers stay float32."""


class Exported(nn.Module):
    """The network, and beside each embedding how much there was to hear: 0 in digital silence, near 1 in music."""

    def __init__(self, network: EmbeddingNetwork):
        super().__init__()
        self.network = network

    def forward(self, frames: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        loudness = frames.mean(2, keepdim=True).transpose(1, 2)
        quarters = functional.interpolate(loudness, scale_factor=4.0, mode="nearest")
        halves = functional.avg_pool1d(quarters, 125)[:, 0]
        return self.network(frames), halves / (halves + FAINT)


def export(network: EmbeddingNetwork, path: Path) -> None:
    """Write `mel` [1, frames, 96] -> `embedding` [1, halfSeconds, 200], `presence` [1, halfSeconds], all float32.

    frames is a multiple of 125 (2 s).
    """
    network.eval()
    torch.onnx.export(
        Exported(network).eval(),
        (torch.zeros(1, 250, 96),),
        str(path),
        input_names=["mel"],
        output_names=["embedding", "presence"],
        opset_version=OPSET,
        dynamo=False,
        dynamic_axes={"mel": {1: "frames"}, "embedding": {1: "halfSeconds"}, "presence": {1: "halfSeconds"}},
    )
    model = onnx.load(str(path))
    _halve(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _halve(graph: onnx.GraphProto) -> None:
    """Store the weights as float16 and cast them when the graph is loaded: half the file, the same arithmetic."""
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < LEAST_HALVED:
            continue
        name = tensor.name
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}_half")
        tensor.CopyFrom(half)
        casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)


def check_export(network: EmbeddingNetwork, path: Path, tolerance: float = 0.02) -> float:
    """Largest difference of the graph from the float32 network, in standard deviations of the embedding."""
    frames = torch.rand(1, 1000, 96, generator=torch.Generator().manual_seed(1)) * 3
    with torch.no_grad():
        expected = network(frames).numpy()
    session = onnxruntime.InferenceSession(str(path))
    answer = session.run(None, {"mel": frames.numpy()})[0]
    worst = float(np.abs(answer - expected).max() / expected.std())
    if not worst < tolerance:
        raise ValueError(f"invalid export: differs by {worst} standard deviations (at most {tolerance})")
    return worst
