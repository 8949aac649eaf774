"""Which regression on which features, by DEAM's own ratings alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.base import BaseEstimator, clone
from sklearn.model_selection import GroupKFold

from bridge.deam import RatedSongs

BLENDED = ("ridge", "kernel ridge", "svr")


@dataclass(frozen=True)
class HeldOut:
    """Predictions of DEAM's songs [n, 2] by fits that had no part of them. by_artist: to songs of other artists.
    by_collection: those of 2013 by a fit to the later ones, and the other way round."""

    by_artist: np.ndarray
    by_collection: np.ndarray


def hold_out(estimator: BaseEstimator, features: np.ndarray, songs: RatedSongs, folds: int) -> HeldOut:
    across = np.zeros_like(songs.emotion)
    for train in (songs.early, ~songs.early):
        across[~train] = clone(estimator).fit(features[train], songs.emotion[train]).predict(features[~train])
    return HeldOut(out_of_fold(estimator, features, songs, folds), across)


def out_of_fold(estimator: BaseEstimator, features: np.ndarray, songs: RatedSongs, folds: int) -> np.ndarray:
    """Predictions of every song by a fit to songs of other artists, [n, 2]."""
    predicted = np.zeros_like(songs.emotion)
    for train, test in GroupKFold(folds, shuffle=True, random_state=0).split(features, groups=songs.artists):
        predicted[test] = clone(estimator).fit(features[train], songs.emotion[train]).predict(features[test])
    return predicted


def blended(parts: Sequence[HeldOut]) -> HeldOut:
    """The mean of several estimators' predictions."""
    return HeldOut(np.mean([p.by_artist for p in parts], axis=0), np.mean([p.by_collection for p in parts], axis=0))


def transfer(held_out: HeldOut, songs: RatedSongs) -> np.ndarray:
    """r of the songs of 2013 and of the later songs, each by a fit to the others, [2 collections, 2 axes]."""
    return np.array(
        [correlation(songs.emotion[at], held_out.by_collection[at]) for at in (songs.early, ~songs.early)]
    )


def score(held_out: HeldOut, songs: RatedSongs) -> float:
    """What is chosen by: agreement from one collection to another, for that is what the bridge is for."""
    return float(transfer(held_out, songs).mean())


def r_squared(labels: np.ndarray, predicted: np.ndarray) -> np.ndarray:
    """1 - squared error / variance, by axis."""
    return 1 - ((predicted - labels) ** 2).mean(axis=0) / labels.var(axis=0)


def correlation(labels: np.ndarray, predicted: np.ndarray) -> np.ndarray:
    """Pearson's r, by axis."""
    return np.array([np.corrcoef(labels[:, axis], predicted[:, axis])[0, 1] for axis in range(labels.shape[1])])


def best_of_kinds(scores: Mapping[str, float]) -> dict[str, str]:
    """The best setting of each kind; names are the kind, then numbers."""
    best: dict[str, str] = {}
    for name in scores:
        kind = name.rstrip("0123456789. ")
        if kind not in best or scores[name] > scores[best[kind]]:
            best[kind] = name
    return best
