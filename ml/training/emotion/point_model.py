"""The point: ridge and Gaussian kernel ridge side by side, on the statistics of a track's embedding.

The kernel follows what it has heard much of; the straight ridge carries on where the kernel knows nothing and falls back
to the middle. Their mean does better out of domain than the kernel and better in it than the ridge.
"""

from dataclasses import dataclass

import numpy as np

from emotion.pieces import Piece, Scale, scales


@dataclass(frozen=True)
class Settings:
    """components: principal components kept. whitening: 0 leaves their variances, 1 makes them equal. ridge, kernel: the
    penalties, in units of mean squared length and of one piece. width: of the kernel, in mean squared lengths.
    share: of the kernel in the answer. deviations: whether the embedding's standard deviations are read too.
    gain_directions: how many directions are left out because the recording level moves along them.
    """

    components: int = 120
    whitening: float = 0.5
    ridge: float = 0.1
    kernel: float = 0.5
    width: float = 1.0
    share: float = 0.5
    deviations: bool = False
    gain_directions: int = 3


class PointModel:
    """Fitted to pieces of several sets, each in units of its own spread; a set weighs the square root of its size."""

    def __init__(self, pieces: list[Piece], settings: Settings):
        self.settings = settings
        self.scales = scales(pieces)
        self.gain_changes = np.concatenate([p.gain_changes for p in pieces])
        self._fit(np.array([p.statistics for p in pieces]), self._targets(pieces), self._weights(pieces))

    def _targets(self, pieces: list[Piece]) -> np.ndarray:
        own = [self.scales[p.data_set] for p in pieces]
        return np.array([(p.label - scale.mean) / scale.deviation for p, scale in zip(pieces, own)])

    def _weights(self, pieces: list[Piece]) -> np.ndarray:
        size = {name: sum(p.data_set == name for p in pieces) for name in self.scales}
        weights = np.array([size[p.data_set] ** -0.5 for p in pieces])
        return weights / weights.mean()

    def _fit(self, statistics: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> None:
        used = statistics if self.settings.deviations else statistics[:, : statistics.shape[1] // 2]
        self.mean, self.scale = used.mean(axis=0), used.std(axis=0) + 1e-6
        standard = (used - self.mean) / self.scale
        moved = self._gain_directions()
        _, singular, axes = np.linalg.svd(standard - standard @ moved.T @ moved, full_matrices=False)
        kept = min(self.settings.components, np.count_nonzero(singular > 1e-6))
        spread = singular[:kept] / np.sqrt(len(used))
        self.projection = axes[:kept].T * spread**-self.settings.whitening
        self.rows = self.project(statistics)
        self.length = float((self.rows**2).sum(axis=1).mean())
        gram = (self.rows * weights[:, None]).T @ self.rows
        penalty = self.settings.ridge * self.length * len(used) / kept * np.eye(kept)
        self.linear = np.linalg.solve(gram + penalty, (self.rows * weights[:, None]).T @ targets)
        kernel = self.kernel(self.rows) + np.diag(self.settings.kernel / weights)
        self.coefficients = np.linalg.solve(kernel, targets)

    def _gain_directions(self) -> np.ndarray:
        """Orthonormal directions along which a change of recording level moves the standardised statistics, [k, used].

        The components are taken from what is left without them (nuisance attribute projection, Solomonoff, Campbell and
        Quillen 2007), so that the answer does not follow the level.
        """
        changes = self.gain_changes[:, : len(self.mean)] / self.scale
        if len(changes) == 0:
            return np.empty((0, len(self.mean)))
        return np.linalg.svd(changes, full_matrices=False)[2][: self.settings.gain_directions]

    def project(self, statistics: np.ndarray) -> np.ndarray:
        """Components of statistics [n, 400], [n, components]."""
        return (statistics[:, : len(self.mean)] - self.mean) / self.scale @ self.projection

    def kernel(self, projected: np.ndarray) -> np.ndarray:
        """Likeness to every training piece, 0..1, [n, pieces]."""
        squares = (projected**2).sum(axis=1)[:, None] + (self.rows**2).sum(axis=1)[None]
        distance = np.maximum(squares - 2 * projected @ self.rows.T, 0)
        return np.exp(-distance / (2 * self.settings.width * self.length))

    def predict(self, statistics: np.ndarray) -> np.ndarray:
        """Valence and arousal in units of a set's spread, [n, 2]."""
        projected = self.project(statistics)
        share = self.settings.share
        return share * self.kernel(projected) @ self.coefficients + (1 - share) * projected @ self.linear

    def strangeness(self, statistics: np.ndarray) -> np.ndarray:
        """How little like anything trained on, 0..1, [n]: one minus the mean of the ten greatest likenesses."""
        likeness = np.sort(self.kernel(self.project(statistics)), axis=1)[:, -10:]
        return 1 - likeness.mean(axis=1)


def on_scale(units: np.ndarray, scale: Scale) -> np.ndarray:
    """Answers in a set's own units on that set's scale."""
    return scale.mean + units * scale.deviation
