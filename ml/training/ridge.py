"""Standardise, project, and regress linearly: the emotion model itself, in float64."""

from dataclasses import dataclass

import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

CLIP = 6.0


@dataclass(frozen=True)
class Rows:
    """Training rows: features [n, F], targets [n, 2] less their set's mean, a weight each."""

    features: np.ndarray
    targets: np.ndarray
    weights: np.ndarray


class Projection:
    """features -> standardised, clipped to CLIP deviations -> principal components: a track's embedding."""

    def __init__(self, features: np.ndarray, components: int):
        self.scaler = StandardScaler().fit(features)
        self.pca = PCA(components, svd_solver="covariance_eigh").fit(self._standardise(features))

    def _standardise(self, features: np.ndarray) -> np.ndarray:
        return np.clip(self.scaler.transform(features), -CLIP, CLIP)

    def __call__(self, features: np.ndarray) -> np.ndarray:
        return self.pca.transform(self._standardise(features))


class Ridge:
    """Ridge regression on the principal components, for many alphas at once.

    Minimises  sum_i w_i |y_i - z_i b|^2 / sum_i w_i + alpha |b|^2  over b, with z_i the projection of row i.
    """

    def __init__(self, rows: Rows, components: int):
        self.projection = Projection(rows.features, components)
        embedded = self.projection(rows.features)
        weights = rows.weights[:, None] / rows.weights.sum()
        self.spread = np.sqrt(self.projection.pca.explained_variance_)
        self._spectrum, self._axes = np.linalg.eigh(embedded.T @ (embedded * weights))
        self._moment = self._axes.T @ (embedded.T @ (rows.targets * weights))

    def coefficients(self, alphas: tuple[float, float]) -> np.ndarray:
        """b for one alpha a target, [components, 2]."""
        return self._axes @ (self._moment / (self._spectrum[:, None] + np.asarray(alphas)))

    def farness(self, embedded: np.ndarray) -> np.ndarray:
        """How unlike the training rows each row is, [n], 0..1: d / (1 + d) of its mean squared distance from their
        middle, each component in its own deviations (Mahalanobis); 0.5 for a typical training row."""
        distance = ((embedded / self.spread) ** 2).mean(axis=1)
        return distance / (1 + distance)
