"""The VAE-LSTM trained on every series, as a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from dynamic.autoencoder import Encoder
from dynamic.comparison import Setting
from dynamic.export import WholeGraph, check, export
from dynamic.figures import by_axis
from dynamic.pieces import Fold, inner_folds
from dynamic.recurrent import Task
from dynamic.recurrent_models import RecurrentPlan, fold_networks
from dynamic.windows import at_gain

CHECKED_PIECES = 10


def ship(setting: Setting, encoder: Encoder, plan: RecurrentPlan, path: Path) -> dict:
    """Train on all series (three networks, each stopped early by a third of them), export and check.

    Returns sizes, the lag, the difference from PyTorch and the effect of loudness.
    """
    pieces, lag = setting.pieces, int(np.median(setting.lags))
    everything = np.arange(len(pieces))
    fold = Fold(everything, everything[:0], inner_folds(everything, [p.group for p in pieces]))
    seed = plan.seeds[0]
    found, notes = fold_networks(Task(pieces, plan.name, lag), fold, replace(plan, seeds=(seed,)))
    networks = found[seed].networks
    export(encoder, networks, path)
    windows = [np.asarray(p.inputs["windows"][0], np.float32) for p in pieces[:: max(1, len(pieces) // CHECKED_PIECES)]]
    return {
        "lagHalfSeconds": lag, "training": notes, "bytes": path.stat().st_size,
        "parameters": parameter_count_of(encoder, networks),
        "largestDifferenceFromTorch": check(encoder, networks, path, windows),
        "louderBy6Decibels": louder(WholeGraph(encoder, networks).eval(), windows),
    }


def parameter_count_of(encoder: Encoder, networks: Sequence[torch.nn.Module]) -> int:
    """Numbers in the graph: encoder without its log variance, and all networks."""
    whole = sum(p.numel() for n in (encoder, *networks) for p in n.parameters())
    return whole - sum(p.numel() for p in encoder.log_variance.parameters())


@torch.no_grad()
def louder(graph: WholeGraph, windows: Sequence[np.ndarray]) -> dict:
    """How far the pieces' means move when recorded 6 dB louder or softer: mean and largest change of either axis."""
    changes = []
    for track in windows:
        heard = torch.from_numpy(track)
        plain = graph(heard).mean(0)
        changes += [(graph(at_gain(heard, torch.tensor(gain))).mean(0) - plain).abs().numpy() for gain in (-6.0, 6.0)]
    return {"mean": by_axis(np.mean(changes, axis=0)), "largest": by_axis(np.max(changes, axis=0))}
