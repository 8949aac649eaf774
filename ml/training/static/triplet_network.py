"""The triplet network for regression: songs of nearly the same emotion come to lie near, others far."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from static.triplets import TripletMine, Triplets

MARGIN = 5.0


@dataclass(frozen=True)
class NetworkChoice:
    """learning_rate: of Adam. width: of a hidden ReLU layer, or 0 for the single dense ReLU layer of the published
    code. dropout: of inputs and hidden layer in training. minings: how often triplets are drawn anew."""

    learning_rate: float
    width: int
    dropout: float
    minings: int


@dataclass(frozen=True)
class Training:
    """What every network shares. epochs: passes over one mining's triplets; pairs: positives, and negatives, of every
    anchor in a mining; batch: anchors in a step."""

    epochs: int = 10
    pairs: int = 10
    batch: int = 512


def build(inputs: int, outputs: int, choice: NetworkChoice) -> nn.Sequential:
    first = nn.Dropout(choice.dropout)
    if choice.width == 0:
        return nn.Sequential(first, nn.Linear(inputs, outputs), nn.ReLU())
    hidden = nn.Linear(inputs, choice.width), nn.ReLU(), nn.Dropout(choice.dropout)
    return nn.Sequential(first, *hidden, nn.Linear(choice.width, outputs))


def triplet_loss(embedded: torch.Tensor, triplets: Triplets) -> torch.Tensor:
    """Mean over the triplets of max(0, margin + |a - p|^2 - |a - n|^2), embedded [n, outputs]."""
    anchors = embedded[triplets.anchors]
    norms = (embedded**2).sum(dim=1)
    distances = norms[triplets.anchors, None] + norms - 2 * anchors @ embedded.T
    near = distances.gather(1, torch.from_numpy(triplets.positives))
    far = distances.gather(1, torch.from_numpy(triplets.negatives))
    return torch.relu(MARGIN + near[:, :, None] - far[:, None, :]).mean()


class TripletNetwork:
    """features [n, F], standardised -> learned description [n, outputs]."""

    def __init__(self, inputs: int, outputs: int, choice: NetworkChoice, seed: int):
        torch.manual_seed(seed)
        self.choice, self.seed = choice, seed
        self.layers = build(inputs, outputs, choice).eval()

    def __call__(self, features: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return self.layers(torch.from_numpy(features.astype(np.float32))).numpy().astype(float)

    def train(self, features: np.ndarray, labels: np.ndarray, training: Training) -> Iterator[int]:
        """Train on these songs alone; yields the number of minings done after each of them."""
        random, mine = np.random.default_rng(self.seed), TripletMine(labels)
        inputs = torch.from_numpy(features.astype(np.float32))
        optimiser = torch.optim.Adam(self.layers.parameters(), self.choice.learning_rate)
        for number in range(1, self.choice.minings + 1):
            triplets = mine.draw(training.pairs, random)
            self.layers.train()
            for _ in range(training.epochs):
                order = random.permutation(len(triplets.anchors))
                for start in range(0, len(order), training.batch):
                    optimiser.zero_grad()
                    batch = triplets.at(order[start : start + training.batch])
                    triplet_loss(self.layers(inputs), batch).backward()
                    optimiser.step()
            self.layers.eval()
            yield number
