"""The VAE's encoder and the LSTM as one ONNX graph, and the check that it says what PyTorch says."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from dynamic.autoencoder import Encoder
from dynamic.recurrent import CurveNetwork
from dynamic.windows import BANDS, WINDOW_FRAMES

OPSET = 17


class WholeGraph(nn.Module):
    """Mel windows of a track [halfSeconds, WINDOW_FRAMES, BANDS] -> emotion [halfSeconds, 2], the networks' mean."""

    def __init__(self, encoder: Encoder, networks: Sequence[CurveNetwork]):
        super().__init__()
        self.encoder = encoder
        self.networks = nn.ModuleList(networks)

    def forward(self, windows: torch.Tensor) -> torch.Tensor:
        codes = self.encoder(windows)[0]
        curves = [n.head(n.memory(n.project(n.front(codes)).unsqueeze(0))[0][0]) for n in self.networks]
        return torch.stack(curves).mean(0).clamp(-1, 1)


def export(encoder: Encoder, networks: Sequence[CurveNetwork], path: Path) -> None:
    """Write the graph: input `windows`, output `emotion` in sound time at panel scale; halfSeconds is free."""
    graph = WholeGraph(encoder, networks).eval()
    example = torch.rand(40, WINDOW_FRAMES, BANDS)
    free = {"windows": {0: "halfSeconds"}, "emotion": {0: "halfSeconds"}}
    names = {"input_names": ["windows"], "output_names": ["emotion"], "dynamic_axes": free}
    torch.onnx.export(graph, (example,), str(path), opset_version=OPSET, dynamo=False, **names)
    onnx.checker.check_model(onnx.load(path), full_check=True)


def check(encoder: Encoder, networks: Sequence[CurveNetwork], path: Path, windows: Sequence[np.ndarray]) -> float:
    """Largest difference of graph and PyTorch over some tracks; raises above 1e-4."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    graph = WholeGraph(encoder, networks).eval()
    worst = 0.0
    for track in windows:
        heard = np.asarray(track, np.float32)
        with torch.no_grad():
            expected = graph(torch.from_numpy(heard)).numpy()
        worst = max(worst, float(np.abs(session.run(None, {"windows": heard})[0] - expected).max()))
    if not worst <= 1e-4:
        raise ValueError(f"invalid export: differs from PyTorch by {worst} (at most 1e-4)")
    return worst
