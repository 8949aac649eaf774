"""The point: ridge and Gaussian kernel ridge side by side, on the means of a track's embedding and harmony.

The kernel follows what it has heard much of; the straight ridge carries on where the kernel knows nothing and falls
back
to the middle. Their mean does better out of domain than the kernel and better in it than the ridge.
"""

from dataclasses import dataclass

import numpy as np

from emotion.pieces import Piece, Scale, scales
from harmony import HARMONY_SIZE


@dataclass(frozen=True)
class Settings:
    """components: principal components of the embedding kept. whitening: 0 leaves their variances, 1 makes them equal.
    harmony: what a number of the harmony weighs against a component. ridge, kernel: the penalties, in units of mean
    squared length and of one piece. width: of the kernel, in mean squared lengths. share: of the kernel in the answer.
    gain_directions: how many directions are left out because the recording level moves along them.
    """

    components: int = 120
    whitening: float = 0.5
    harmony: float = 1.0
    ridge: float = 0.1
    kernel: float = 0.5
    width: float = 1.0
    share: float = 0.5
    gain_directions: int = 3


class PointModel:
    """Fitted to pieces of several sets, each in units of its own spread; a set weighs the square root of its size."""

    def __init__(self, pieces: list[Piece], settings: Settings):
        self.settings = settings
        self.scales = scales(pieces)
        self.gain_changes = np.concatenate([p.gain_changes for p in pieces])
        self._fit(np.array([p.features for p in pieces]), self._targets(pieces), self._weights(pieces))

    def _targets(self, pieces: list[Piece]) -> np.ndarray:
        own = [self.scales[p.data_set] for p in pieces]
        return np.array([(p.label - scale.mean) / scale.deviation for p, scale in zip(pieces, own)])

    def _weights(self, pieces: list[Piece]) -> np.ndarray:
        size = {name: sum(p.data_set == name for p in pieces) for name in self.scales}
        weights = np.array([size[p.data_set] ** -0.5 for p in pieces])
        return weights / weights.mean()

    def _fit(self, features: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> None:
        self.mean, self.scale = features.mean(axis=0), features.std(axis=0) + 1e-6
        self.projection = self._projection((features - self.mean) / self.scale)
        self.rows = self.project(features)
        self.length = float((self.rows**2).sum(axis=1).mean())
        count, width = self.rows.shape
        gram = (self.rows * weights[:, None]).T @ self.rows
        penalty = self.settings.ridge * self.length * count / width * np.eye(width)
        self.linear = np.linalg.solve(gram + penalty, (self.rows * weights[:, None]).T @ targets)
        kernel = self.kernel(self.rows) + np.diag(self.settings.kernel / weights)
        self.coefficients = np.linalg.solve(kernel, targets)

    def _projection(self, standard: np.ndarray) -> np.ndarray:
        """From standardised features to the embedding's components and the harmony, [216, components + 16].

        The harmony stays as it is: few numbers that the components of 200 others would drown.
        """
        sound = standard[:, :-HARMONY_SIZE]
        moved = self._gain_directions()
        _, singular, axes = np.linalg.svd(sound - sound @ moved.T @ moved, full_matrices=False)
        kept = min(self.settings.components, np.count_nonzero(singular > 1e-6))
        spread = singular[:kept] / np.sqrt(len(sound))
        components = axes[:kept].T * spread**-self.settings.whitening
        rms = np.sqrt(np.mean((sound @ components) ** 2))
        projection = np.zeros((standard.shape[1], kept + HARMONY_SIZE))
        projection[:-HARMONY_SIZE, :kept] = components
        projection[-HARMONY_SIZE:, kept:] = self.settings.harmony * rms * np.eye(HARMONY_SIZE)
        return projection

    def _gain_directions(self) -> np.ndarray:
        """Orthonormal directions along which a change of recording level moves the standardised embedding, [k, 200].

        The components are taken from what is left without them (nuisance attribute projection, Solomonoff, Campbell and
        Quillen 2007), so that the answer does not follow the level.
        """
        changes = self.gain_changes / self.scale[:-HARMONY_SIZE]
        if len(changes) == 0:
            return np.empty((0, changes.shape[1]))
        return np.linalg.svd(changes, full_matrices=False)[2][: self.settings.gain_directions]

    def project(self, features: np.ndarray) -> np.ndarray:
        """Components and harmony of features [n, 216], [n, components + 16]."""
        return (features - self.mean) / self.scale @ self.projection

    def kernel(self, projected: np.ndarray) -> np.ndarray:
        """Likeness to every training piece, 0..1, [n, pieces]."""
        squares = (projected**2).sum(axis=1)[:, None] + (self.rows**2).sum(axis=1)[None]
        distance = np.maximum(squares - 2 * projected @ self.rows.T, 0)
        return np.exp(-distance / (2 * self.settings.width * self.length))

    def predict(self, features: np.ndarray) -> np.ndarray:
        """Valence and arousal in units of a set's spread, [n, 2]."""
        projected = self.project(features)
        share = self.settings.share
        return share * self.kernel(projected) @ self.coefficients + (1 - share) * projected @ self.linear

    def strangeness(self, features: np.ndarray) -> np.ndarray:
        """How little like anything trained on, 0..1, [n]: one minus the mean of the ten greatest likenesses."""
        likeness = np.sort(self.kernel(self.project(features)), axis=1)[:, -10:]
        return 1 - likeness.mean(axis=1)


def on_scale(units: np.ndarray, scale: Scale) -> np.ndarray:
    """Answers in a set's own units on that set's scale."""
    return scale.mean + units * scale.deviation
