"""From cautious predictions to the spread of the ratings, and how uncertain a prediction is."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

from bridge.rank_gaussian import RankGaussian

COMPONENTS = 16


@dataclass(frozen=True)
class SpreadMap:
    """A line an axis: (x - centre) * factor + middle, clipped to [-1, 1]. Arrays [2]."""

    centre: np.ndarray
    factor: np.ndarray
    middle: np.ndarray

    def __call__(self, emotion: np.ndarray) -> np.ndarray:
        return np.clip((emotion - self.centre) * self.factor + self.middle, -1, 1)


def fit_spread_map(predicted: np.ndarray, labels: np.ndarray) -> SpreadMap:
    """Gives out-of-fold predictions [n, 2] the labels' mean and standard deviation."""
    return SpreadMap(predicted.mean(axis=0), labels.std(axis=0) / predicted.std(axis=0), labels.mean(axis=0))


class Uncertainty:
    """Standard deviation of the error: sqrt(noise + ignorance * farness), fitted to squared out-of-fold errors.

    Farness is d / (1 + d) of the mean squared distance from the training songs' middle along their first components.
    """

    def fit(self, features: np.ndarray, errors: np.ndarray) -> "Uncertainty":
        self.ranks = RankGaussian().fit(features)
        self.scaler = StandardScaler().fit(self.ranks.transform(features))
        components = min(COMPONENTS, features.shape[1])
        self.pca = PCA(components, whiten=True).fit(self._standard(features))
        farness = self.farness(features)
        columns = np.stack([np.ones_like(farness), farness]).T
        self.coefficients = np.array([nnls(columns, errors[:, axis] ** 2)[0] for axis in range(errors.shape[1])])
        return self

    def farness(self, features: np.ndarray) -> np.ndarray:
        distance = (self.pca.transform(self._standard(features)) ** 2).mean(axis=1)
        return distance / (1 + distance)

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """Standard deviations, [n, 2]."""
        farness = self.farness(features)
        return np.sqrt(self.coefficients[:, 0] + farness[:, None] * self.coefficients[:, 1])

    def _standard(self, features: np.ndarray) -> np.ndarray:
        return self.scaler.transform(self.ranks.transform(features))
