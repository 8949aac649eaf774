"""The triplet network and the support vectors on what it learned, as one model, chosen on an inner fold."""

from dataclasses import dataclass, replace

import numpy as np
from sklearn.preprocessing import StandardScaler

from static.folds import Split
from static.kernel_regression import SUPPORT_VECTORS, Choice, KernelModel, choose, fit, grid_errors
from static.labelled_songs import LabelledSongs
from static.triplet_network import NetworkChoice, Training, TripletNetwork

JUDGE = Choice(width=0.1, strength=0.3)
"""Settings of the support vectors by which networks are compared; those of the network that is kept are then tuned."""


@dataclass(frozen=True)
class TripletChoices:
    """What the inner fold chooses from: networks, each trained for its number of minings, or stopped earlier."""

    networks: tuple[NetworkChoice, ...] = (
        NetworkChoice(3e-3, 0, 0.0, 8), NetworkChoice(1e-3, 128, 0.3, 8), NetworkChoice(3e-3, 128, 0.5, 8),
    )
    stops: tuple[int, ...] = (4, 8)
    training: Training = Training()


@dataclass(frozen=True)
class TripletRegression:
    """Features [n, F] -> standardised -> learned [n, outputs] -> emotion [n, 2]."""

    scaler: StandardScaler
    network: TripletNetwork
    regression: KernelModel

    def learned(self, features: np.ndarray) -> np.ndarray:
        return self.network(self.scaler.transform(features))

    def predict(self, features: np.ndarray) -> np.ndarray:
        return self.regression.predict(self.learned(features))


def fit_triplet_regression(
    train: LabelledSongs, inner: Split, outputs: int, seeded: tuple[int, TripletChoices]
) -> tuple[TripletRegression, tuple[Choice, Choice], NetworkChoice]:
    """Choose on the inner fold, train on all of `train`: the model, its support vectors' settings, its network's."""
    seed, choices = seeded
    network, chosen = _choose_on_inner_fold(inner, outputs, seed, choices)
    scaler, trained = _trained(train, outputs, seed, (network, choices.training))
    rows = trained(scaler.transform(train.features)), train.labels
    return TripletRegression(scaler, trained, fit(SUPPORT_VECTORS, rows, chosen)), chosen, network


def _trained(
    songs: LabelledSongs, outputs: int, seed: int, how: tuple[NetworkChoice, Training]
) -> tuple[StandardScaler, TripletNetwork]:
    choice, training = how
    scaler = StandardScaler().fit(songs.features)
    network = TripletNetwork(songs.features.shape[1], outputs, choice, seed)
    for _ in network.train(scaler.transform(songs.features), songs.labels, training):
        pass
    return scaler, network


def _choose_on_inner_fold(
    inner: Split, outputs: int, seed: int, choices: TripletChoices
) -> tuple[NetworkChoice, tuple[Choice, Choice]]:
    """The network with the least error over both axes (each over its variance), then its support vectors' settings."""
    scaler = StandardScaler().fit(inner.train.features)
    features = [scaler.transform(part.features) for part in (inner.train, inner.held_out)]
    labels, weight = (inner.train.labels, inner.held_out.labels), 1 / inner.train.labels.var(axis=0)
    least, best, described = np.inf, None, None
    for choice in choices.networks:
        network = TripletNetwork(features[0].shape[1], outputs, choice, seed)
        for minings in network.train(features[0], labels[0], choices.training):
            if minings not in choices.stops:
                continue
            rows = [(network(part), label) for part, label in zip(features, labels)]
            error = float(grid_errors(SUPPORT_VECTORS, *rows, [JUDGE])[0] @ weight)
            if error < least:
                least, best, described = error, replace(choice, minings=minings), rows
    return best, choose(SUPPORT_VECTORS, *described)
