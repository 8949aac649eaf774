"""The bridge itself: fitted to DEAM's ratings, it rates any audio whose openSMILE features can be had."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.base import BaseEstimator, clone

from bridge.choice import out_of_fold
from bridge.deam import RatedSongs
from bridge.low_level import low_level
from bridge.shared_features import song_features, without_level
from bridge.spread import SpreadMap, Uncertainty, fit_spread_map


@dataclass(frozen=True)
class Rating:
    """emotion [n, 2], valence and arousal on DEAM's scale, cautious as regression leaves it. spread [n, 2]: with the
    spread of DEAM's ratings. deviation [n, 2]: standard deviation of the error of `emotion`."""

    emotion: np.ndarray
    spread: np.ndarray
    deviation: np.ndarray


@dataclass(frozen=True)
class Rater:
    """names: the features used, level-free, in order. held_out [n, 2]: DEAM's songs out of fold, by artist."""

    names: list[str]
    model: BaseEstimator
    spread_map: SpreadMap
    uncertainty: Uncertainty
    held_out: np.ndarray

    def rate(self, features: dict[str, np.ndarray]) -> Rating:
        """Ratings from `song_features` of n pieces, arrays [n] by name."""
        level_free = without_level(features)
        matrix = np.array([level_free[name] for name in self.names]).T
        emotion = self.model.predict(matrix)
        return Rating(emotion, self.spread_map(emotion), self.uncertainty(matrix))

    def rate_samples(self, pieces: Sequence[np.ndarray]) -> Rating:
        """Ratings of mono samples at low_level.RATE_HZ, each piece at least 10 s long for the mean to be steady."""
        return self.rate(stacked([song_features(low_level(samples)) for samples in pieces]))


def stacked(songs: Sequence[dict[str, float]]) -> dict[str, np.ndarray]:
    """Features of n songs as arrays [n] by name."""
    return {name: np.array([song[name] for song in songs]) for name in songs[0]}


def fit_rater(estimator: BaseEstimator, names: list[str], songs: RatedSongs, folds: int = 10) -> Rater:
    """The estimator fitted to all songs; map and uncertainty fitted to predictions out of fold, by artist.

    songs: with `song_features` of the kind `Rater.rate` takes, so with their level.
    """
    level_free = without_level(songs.features)
    matrix = np.array([level_free[name] for name in names]).T
    predicted = out_of_fold(estimator, matrix, songs, folds)
    return Rater(
        names,
        clone(estimator).fit(matrix, songs.emotion),
        fit_spread_map(predicted, songs.emotion),
        Uncertainty().fit(matrix, predicted - songs.emotion),
        predicted,
    )
