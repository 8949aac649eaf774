"""Recurrent networks from what is heard every half second to valence and arousal, and their training."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence

from dynamic.pieces import Piece, delayed
from dynamic.windows import COARSE_SHAPE
from standardise import Standardise


@dataclass(frozen=True)
class RecurrentSettings:
    """longest: half seconds of a piece used in a training step; within_weight: weight of the movement in the loss."""

    hidden: int = 48
    bidirectional: bool = False
    projection: int = 0
    channels: tuple[int, ...] = ()
    dropout: float = 0.3
    weight_decay: float = 0.01
    learning_rate: float = 4e-3
    epochs: int = 30
    patience: int = 6
    batch: int = 32
    longest: int = 320
    within_weight: float = 1.0


@dataclass(frozen=True)
class Scale:
    """Middle and spread of the training labels: between pieces and within them, for each axis."""

    middle: torch.Tensor
    between: torch.Tensor
    within: torch.Tensor


class MelCodes(nn.Module):
    """Coarse mel windows [n, frames, bands] -> codes, by convolutions along time that are trained with the LSTM."""

    def __init__(self, latent: int, channels: tuple[int, ...]):
        super().__init__()
        layers: list[nn.Module] = []
        for below, above in zip((COARSE_SHAPE[1], *channels), channels):
            layers += [nn.Conv1d(below, above, 3, stride=2, padding=1), nn.ReLU()]
        self.convolutions = nn.Sequential(*layers, nn.Flatten(), nn.LazyLinear(latent))
        self.eval()(torch.zeros(1, *COARSE_SHAPE))

    def forward(self, windows: torch.Tensor) -> torch.Tensor:
        return self.convolutions(windows.float().transpose(1, 2) - 1.0)


class CurveNetwork(nn.Module):
    """front: inputs of half seconds -> features; then an LSTM along time and a linear layer to two numbers.

    Sequences are padded at their end and never packed (which costs twenty times as much on a CPU): what a causal LSTM
    says of a sequence does not depend on what follows it. The backward one reads each sequence turned round by itself.
    """

    def __init__(self, front: nn.Module, width: int, settings: RecurrentSettings):
        super().__init__()
        self.front = front
        self.project = nn.Linear(width, settings.projection) if settings.projection else nn.Identity()
        width = settings.projection or width
        self.memory = nn.LSTM(width, settings.hidden, batch_first=True)
        self.backward_memory = nn.LSTM(width, settings.hidden, batch_first=True) if settings.bidirectional else None
        self.dropout = nn.Dropout(settings.dropout)
        self.head = nn.Linear(settings.hidden * (2 if settings.bidirectional else 1), 2)

    def forward(self, sequences: Sequence[torch.Tensor]) -> torch.Tensor:
        """Sequences [halfSeconds, ...] of any lengths -> [sequences, longest, 2]; void beyond a sequence's end."""
        lengths = [len(s) for s in sequences]
        features = self.dropout(self.project(self.dropout(self.front(torch.cat(list(sequences))))))
        parts = features.split(lengths)
        hidden = self.memory(pad_sequence(parts, batch_first=True))[0]
        if self.backward_memory:
            turned = self.backward_memory(pad_sequence([p.flip(0) for p in parts], batch_first=True))[0]
            returned = pad_sequence([t[:n].flip(0) for t, n in zip(turned, lengths)], batch_first=True)
            hidden = torch.cat([hidden, returned], dim=2)
        return self.head(self.dropout(hidden))


def parameter_count(network: nn.Module) -> int:
    return sum(p.numel() for p in network.parameters() if p.requires_grad)


def label_scale(curves: Sequence[np.ndarray]) -> Scale:
    means = np.array([c.mean(axis=0) for c in curves])
    moves = np.concatenate([c - m for c, m in zip(curves, means)])
    middle, between, within = means.mean(axis=0), means.std(axis=0) + 1e-3, moves.std(axis=0) + 1e-3
    return Scale(*(torch.from_numpy(v).float() for v in (middle, between, within)))


def curve_loss(
    predicted: Sequence[torch.Tensor], labels: Sequence[torch.Tensor], scale: Scale, within_weight: float
) -> torch.Tensor:
    """Squared errors of the pieces' means and of the movement about them, each in the labels' own spread.

    Movement within pieces is an eighth of the labels' variance; left to a plain squared error it would not be learnt.
    """
    between, within, steps = 0.0, 0.0, 0
    for curve, label in zip(predicted, labels):
        curve = curve[: len(label)]
        difference = curve - label
        between = between + (difference.mean(0) / scale.between).square().mean()
        within = within + ((difference - difference.mean(0)) / scale.within).square().mean(1).sum()
        steps += len(label)
    return between / len(labels) + within_weight * within / steps


@dataclass(frozen=True)
class Task:
    """Pieces, the name of the input a network hears, and the lag its labels are read at."""

    pieces: Sequence[Piece]
    name: str
    lag: int

    def heard(self, index: int, rendering: int = 0, longest: int | None = None) -> torch.Tensor:
        return torch.from_numpy(np.asarray(self.pieces[index].inputs[self.name][rendering][:longest]))

    def labels(self, index: int, longest: int | None = None) -> torch.Tensor:
        return torch.from_numpy(self.pieces[index].labels(self.lag)[:longest]).float()


def build(task: Task, training: np.ndarray, settings: RecurrentSettings) -> CurveNetwork:
    """A fresh network for the task's input; its scaling is that of the training pieces."""
    if settings.channels:
        return CurveNetwork(MelCodes(32, settings.channels), 32, settings)
    rows = np.concatenate([task.pieces[i].inputs[task.name][0] for i in training]).astype(float)
    return CurveNetwork(Standardise(rows), rows.shape[1], settings)


def train(
    task: Task, split: tuple[np.ndarray, np.ndarray], settings: RecurrentSettings, seed: int
) -> tuple[CurveNetwork, dict]:
    """Train on the first part of the split, stop early by the second; returns the best network and how it went.

    Every epoch takes one rendering of each piece at random.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    training, watched = split
    network = build(task, training, settings)
    scale = label_scale([task.pieces[i].labels(task.lag) for i in training])
    with torch.no_grad():
        network.head.bias.copy_(scale.middle)
    optimizer = torch.optim.AdamW(network.parameters(), settings.learning_rate, weight_decay=settings.weight_decay)
    best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), np.inf, 0
    for epoch in range(settings.epochs):
        network.train()
        for part in np.array_split(random.permutation(training), max(1, round(len(training) / settings.batch))):
            renderings = [random.integers(len(task.pieces[i].inputs[task.name])) for i in part]
            heard = [task.heard(i, r, settings.longest) for i, r in zip(part, renderings)]
            labels = [task.labels(i, settings.longest) for i in part]
            loss = curve_loss(network(heard), labels, scale, settings.within_weight)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
        loss = watched_loss(network, task, watched, scale)
        if loss < best_loss:
            best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), loss, epoch
        if epoch - best_epoch >= settings.patience:
            break
    network.load_state_dict(best)
    return network.eval(), {"epochs": best_epoch + 1, "loss": round(best_loss, 4)}


def watched_loss(network: CurveNetwork, task: Task, watched: np.ndarray, scale: Scale) -> float:
    """Loss of whole pieces with both parts weighted alike: what early stopping and every choice go by."""
    curves = sound_time_curves(network, task, watched)
    labels = [task.labels(i) for i in watched]
    return float(curve_loss([torch.from_numpy(c).float() for c in curves], labels, scale, 1.0))


@torch.no_grad()
def sound_time_curves(network: CurveNetwork, task: Task, chosen: np.ndarray, batch: int = 24) -> list[np.ndarray]:
    """Predictions on the judged rendering, one for the half second heard, [halfSeconds, 2] each."""
    network.eval()
    order = sorted(range(len(chosen)), key=lambda k: len(task.pieces[chosen[k]].truth))
    curves: list = [None] * len(chosen)
    for part in np.array_split(order, max(1, round(len(order) / batch))):
        answers = network([task.heard(chosen[k]) for k in part])
        for k, answer in zip(part, answers):
            curves[k] = answer[: len(task.pieces[chosen[k]].truth)].double().numpy()
    return curves


def rating_time_curves(network: CurveNetwork, task: Task, chosen: np.ndarray) -> list[np.ndarray]:
    """The same in rating time: `lag` half seconds later, beside the ratings as they were given."""
    return [delayed(curve, task.lag) for curve in sound_time_curves(network, task, chosen)]
