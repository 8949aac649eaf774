"""Standardise, project, and regress by a Gaussian kernel on landmarks: the emotion model itself, in float64."""

from dataclasses import dataclass

import numpy as np
from sklearn.decomposition import PCA
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.preprocessing import StandardScaler

CLIP = 6.0
EIGENVALUE_FLOOR = 1e-3


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


class KernelRidge:
    """Kernel ridge on landmarks (the subset of regressors of Smola and Schoelkopf 2000), for many alphas at once.

    Minimises  sum_i w_i |y_i - K(x_i, Z) c|^2 + alpha c' K(Z, Z) c  over c, with K Gaussian and Z the landmarks.
    gamma is 1 / number of features, so that two unrelated standardised rows lie at about exp(-2).
    """

    def __init__(self, rows: Rows, components: int, landmark_count: int, seed: int):
        self.projection = Projection(rows.features, components)
        embedded = self.projection(rows.features)
        chosen = np.random.default_rng(seed).choice(len(embedded), min(landmark_count, len(embedded)), replace=False)
        self.landmarks = embedded[np.sort(chosen)]
        self.gamma = 1 / rows.features.shape[1]
        values, vectors = np.linalg.eigh(rbf_kernel(self.landmarks, gamma=self.gamma))
        self._whiten = vectors / np.sqrt(np.maximum(values, EIGENVALUE_FLOOR))
        basis = self.kernel(embedded) @ self._whiten
        self._spectrum, self._axes = np.linalg.eigh(basis.T @ (basis * rows.weights[:, None]))
        self._moment = self._axes.T @ (basis.T @ (rows.targets * rows.weights[:, None]))

    def kernel(self, embedded: np.ndarray) -> np.ndarray:
        """Gaussian kernel between embedded rows and the landmarks, [n, landmarks]."""
        return rbf_kernel(embedded, self.landmarks, gamma=self.gamma)

    def coefficients(self, alphas: tuple[float, float]) -> np.ndarray:
        """c for one alpha a target, [landmarks, 2]."""
        return self._whiten @ self._axes @ (self._moment / (self._spectrum[:, None] + np.asarray(alphas)))
