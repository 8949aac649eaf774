"""Both streams as ONNX graphs, and the check that they say what PyTorch says."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from eeg.network import Heard, TwoStreams

OPSET = 17
MOST_DIFFERENCE = 1e-4


class EegGraph(nn.Module):
    """features [batch, steps, F], and baseline [F] for any listener -> common, a probability a dimension, attention.

    level: the baseline [F] of the one listener, where it is known; it is then a part of the graph."""

    def __init__(self, network: TwoStreams, level: np.ndarray | None):
        super().__init__()
        self.network = network
        self.level = None if level is None else torch.from_numpy(level)

    def forward(self, features: torch.Tensor, baseline: torch.Tensor | None = None) -> tuple[torch.Tensor, ...]:
        level = self.level if baseline is None else baseline
        heard = self.network.hear_eeg(features if level is None else features - level)
        return *told(heard), heard.attention


class MusicGraph(nn.Module):
    """embedding [batch, width] -> common, a probability a dimension."""

    def __init__(self, network: TwoStreams):
        super().__init__()
        self.network = network

    def forward(self, embedding: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return told(self.network.hear_music(embedding))


def told(heard: Heard) -> tuple[torch.Tensor, ...]:
    return heard.unit, *heard.logits.sigmoid().unbind(dim=1)


def export(
    trained: tuple[TwoStreams, np.ndarray | None],
    dimensions: tuple[str, ...],
    folder: Path,
    examples: dict[str, np.ndarray],
) -> float:
    """Write eeg.onnx and music.onnx; returns the largest difference from PyTorch over the examples.

    @param trained the network, and the baseline of its listener where that is known
    @param examples `features` and `embedding`, and `baseline` where listeners are brought to a level
    @raises ValueError where it is above 1e-4
    """
    network, level = trained
    folder.mkdir(parents=True, exist_ok=True)
    eeg = {name: torch.from_numpy(examples[name]) for name in ("features", "baseline") if name in examples}
    music = {"embedding": torch.from_numpy(examples["embedding"])}
    outputs = ["common", *dimensions]
    return max(
        write(EegGraph(network, level), eeg, [*outputs, "attention"], folder / "eeg.onnx"),
        write(MusicGraph(network), music, outputs, folder / "music.onnx"),
    )


def write(graph: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], path: Path) -> float:
    """One graph whose batch is free, checked with the batch of the inputs and with a single window."""
    free = {name: {0: "batch"} for name in (*inputs, *outputs) if name != "baseline"}
    names = {"input_names": list(inputs), "output_names": outputs, "dynamic_axes": free}
    torch.onnx.export(graph.eval(), tuple(inputs.values()), str(path), opset_version=OPSET, dynamo=False, **names)
    onnx.checker.check_model(onnx.load(path), full_check=True)
    single = {name: values if name == "baseline" else values[:1] for name, values in inputs.items()}
    worst = max(difference(graph, given, path) for given in (inputs, single))
    if not worst <= MOST_DIFFERENCE:
        raise ValueError(f"invalid export: differs from PyTorch by {worst} (at most {MOST_DIFFERENCE})")
    return worst


@torch.no_grad()
def difference(graph: nn.Module, inputs: dict[str, torch.Tensor], path: Path) -> float:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    answers = session.run(None, {name: values.numpy() for name, values in inputs.items()})
    expected = graph(*inputs.values())
    return max(float(np.abs(a - e.numpy()).max()) for a, e in zip(answers, expected))
