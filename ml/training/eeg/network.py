"""The two streams, the space they share, and the discriminator that must not tell them apart."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.autograd.function import FunctionCtx
from torch.nn import functional

from eeg.settings import NetworkSizes
from standardise import Standardise

SLOPE = 0.01


class ReverseGradient(torch.autograd.Function):
    """Passes values on and turns gradients round (Ganin and Lempitsky 2015)."""

    @staticmethod
    def forward(context: FunctionCtx, values: torch.Tensor) -> torch.Tensor:
        return values.view_as(values)

    @staticmethod
    def backward(context: FunctionCtx, gradient: torch.Tensor) -> torch.Tensor:
        return -gradient


class TemporalAttention(nn.Module):
    """states [batch, steps, width] -> their weighted mean [batch, width], and the weights [batch, steps].

    weights = softmax over steps of v . tanh(W state) (Bahdanau, Cho and Bengio 2015).
    """

    def __init__(self, width: int, hidden: int):
        super().__init__()
        self.score = nn.Sequential(nn.Linear(width, hidden), nn.Tanh(), nn.Linear(hidden, 1, bias=False))

    def forward(self, states: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        weights = self.score(states).squeeze(2).softmax(dim=1)
        return (weights.unsqueeze(1) @ states).squeeze(1), weights


class FeatureDropout(nn.Module):
    """rows [batch, F] or [batch, steps, F]: in training, a window does without a share of its features, the same at
    all steps, which else would make up for one another; those left are raised by as much."""

    def __init__(self, share: float):
        super().__init__()
        self.share = share

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        if not self.training or self.share == 0:
            return rows
        kept = functional.dropout(torch.ones(len(rows), rows.shape[-1]), self.share)
        return rows * (kept if rows.dim() == 2 else kept[:, None])


def step_means(steps: int, size: int) -> torch.Tensor:
    """[groups, steps]: the mean of each so many steps that follow one another, the last of those that are left."""
    belongs = (torch.arange(steps) // size == torch.arange((steps + size - 1) // size)[:, None]).float()
    return belongs / belongs.sum(dim=1, keepdim=True)


class EegStream(nn.Module):
    """features [batch, steps, F] in nats -> description [batch, described], attention [batch, steps]."""

    def __init__(self, rows: np.ndarray, sizes: NetworkSizes):
        super().__init__()
        self.scale = Standardise(rows)
        self.feature_dropout = FeatureDropout(sizes.feature_dropout)
        self.steps_pooled = sizes.steps_pooled
        self.first = nn.LSTM(rows.shape[1], sizes.first, batch_first=True)
        self.second = nn.LSTM(sizes.first, sizes.second, batch_first=True)
        self.recurrent_dropout = nn.Dropout(sizes.recurrent_dropout)
        self.attention = TemporalAttention(sizes.second, sizes.attention)
        self.describe = nn.Sequential(nn.Linear(sizes.second, sizes.described), nn.Dropout(sizes.eeg_dropout))
        self.direct = nn.Linear(rows.shape[1], sizes.described, bias=False) if sizes.direct else None
        if self.direct:
            nn.init.zeros_(self.direct.weight)

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        means = step_means(int(features.shape[1]), self.steps_pooled)
        heard = means @ self.feature_dropout(self.scale(features))
        states = self.recurrent_dropout(self.first(heard)[0])
        states = self.recurrent_dropout(self.second(states)[0])
        attended, weights = self.attention(states)
        described = self.describe(attended)
        if self.direct:
            described = described + self.direct((weights.unsqueeze(1) @ heard).squeeze(1))
        return described, weights @ means


class MusicStream(nn.Module):
    """embedding [batch, width] -> description [batch, described]."""

    def __init__(self, rows: np.ndarray, sizes: NetworkSizes):
        super().__init__()
        self.scale = Standardise(rows)
        self.embedding_dropout = FeatureDropout(sizes.embedding_dropout)
        self.describe = nn.Sequential(
            nn.Linear(rows.shape[1], sizes.described), nn.LeakyReLU(SLOPE), nn.Dropout(sizes.music_dropout)
        )

    def forward(self, embedding: torch.Tensor) -> torch.Tensor:
        return self.describe(self.embedding_dropout(self.scale(embedding)))


class Place(nn.Module):
    """What a stream says in the common layer [batch, common] -> where it lies in the space by which music is found:
    less a mean [common], times a stretch [common, common]. As it was until `placing.place` has seen what it says."""

    def __init__(self, common: int):
        super().__init__()
        self.register_buffer("mean", torch.zeros(common))
        self.register_buffer("stretch", torch.eye(common))

    def forward(self, said: torch.Tensor) -> torch.Tensor:
        return (said - self.mean) @ self.stretch


@dataclass(frozen=True)
class Heard:
    """What a stream says: common [batch, 32], placed but not yet of unit length, logits [batch, dimensions]."""

    common: torch.Tensor
    logits: torch.Tensor
    attention: torch.Tensor | None = None

    @property
    def unit(self) -> torch.Tensor:
        return functional.normalize(self.common, dim=1)


class TwoStreams(nn.Module):
    """Both streams into one layer and one label, and the discriminator on directions, by which music is found."""

    def __init__(self, eeg: EegStream, music: MusicStream, sizes: NetworkSizes, dimensions: int):
        super().__init__()
        self.eeg, self.music = eeg, music
        self.common = nn.Sequential(nn.Linear(sizes.described, sizes.common), nn.LeakyReLU(SLOPE))
        self.label = nn.Sequential(nn.Dropout(sizes.label_dropout), nn.Linear(sizes.common, dimensions))
        self.eeg_place, self.music_place = Place(sizes.common), Place(sizes.common)
        self.discriminator = nn.Sequential(
            nn.Linear(sizes.common, sizes.discriminator), nn.ReLU(), nn.Linear(sizes.discriminator, 1)
        )

    def hear_eeg(self, features: torch.Tensor) -> Heard:
        described, attention = self.eeg(features)
        common = self.common(described)
        return Heard(self.eeg_place(common), self.label(common), attention)

    def hear_music(self, embedding: torch.Tensor) -> Heard:
        common = self.common(self.music(embedding))
        return Heard(self.music_place(common), self.label(common))

    def tell_apart(self, eeg: Heard, music: Heard) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of "this is EEG" [2 * batch] and the truth; what they teach the streams is turned round."""
        directions = ReverseGradient.apply(torch.cat([eeg.unit, music.unit]))
        truth = torch.cat([torch.ones(len(eeg.common)), torch.zeros(len(music.common))])
        return self.discriminator(directions * directions.shape[1] ** 0.5).squeeze(1), truth


def build(rows: tuple[np.ndarray, np.ndarray], sizes: NetworkSizes, dimensions: int) -> TwoStreams:
    """A fresh network scaled by the training rows of EEG [n, F] and of music [n, width]."""
    return TwoStreams(EegStream(rows[0], sizes), MusicStream(rows[1], sizes), sizes, dimensions)
