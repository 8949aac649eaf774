"""The movement: how a piece's emotion goes up and down about its own middle.

Ridge from the means of embedding and harmony over windows around and before each half second. Windows before it also
tell how long the
piece has been going on: at its start they are as quick as the sound, later they are slow, as ratings are.
"""

from dataclasses import dataclass

import numpy as np

from emotion.pieces import Piece

WINDOWS = (("centred", 9), ("centred", 41), ("causal", 120))
"""Kind and length in half seconds."""

STEP = 2
"""Every second half second is trained on: neighbours say the same."""

ALPHAS = (0.03, 0.1, 0.3, 1.0, 3.0)


def window_means(values: np.ndarray, kind: str, half_seconds: int) -> np.ndarray:
    """The mean of the window of each row of [h, n]: up to it (causal), or centred on it; less at the ends."""
    up_to = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values.astype(float), axis=0)])
    at = np.arange(len(values))
    ahead = half_seconds // 2 if kind == "centred" else 0
    back = ahead if kind == "centred" else half_seconds - 1
    start, stop = np.maximum(0, at - back), np.minimum(len(values), at + ahead + 1)
    return (up_to[stop] - up_to[start]) / (stop - start)[:, None]


def window_features(piece: Piece) -> np.ndarray:
    """All windows' means side by side, less the piece's own mean, [h, 648]."""
    wide = np.hstack([window_means(piece.rows, kind, length) for kind, length in WINDOWS])
    return wide - wide.mean(axis=0)


def labels(piece: Piece, lag: int) -> np.ndarray:
    """Ratings read `lag` half seconds after the sound, less the piece's mean, [h, 2]."""
    at = np.minimum(np.arange(len(piece.embedding)) + lag, len(piece.curve) - 1)
    curve = piece.curve[at]
    return curve - curve.mean(axis=0)


@dataclass(frozen=True)
class Moments:
    """What ridge needs of one piece: the second moments of its features and with its labels, each piece weighing
    one."""

    gram: np.ndarray
    product: np.ndarray


def moments(piece: Piece, scale: np.ndarray, lag: int) -> Moments:
    rows = (window_features(piece) / scale)[::STEP]
    return Moments(rows.T @ rows / len(rows), rows.T @ labels(piece, lag)[::STEP] / len(rows))


def row_scale(pieces: list[Piece]) -> np.ndarray:
    """Standard deviation of each number of embedding and harmony, once per window, [648]."""
    deviation = np.concatenate([p.rows for p in pieces]).astype(float).std(axis=0) + 1e-3
    return np.tile(deviation, len(WINDOWS))


def solve(parts: list[Moments], alpha: float) -> np.ndarray:
    """Ridge coefficients, [648, 2]."""
    gram = np.mean([m.gram for m in parts], axis=0)
    product = np.mean([m.product for m in parts], axis=0)
    return np.linalg.solve(gram + alpha * np.eye(len(gram)), product)


def choose_alpha(pieces: list[Piece], parts: list[Moments], fold: np.ndarray) -> float:
    """The alpha with the least squared error on held-out series, summed over both axes in units of the labels'
    spread."""
    errors = []
    for alpha in ALPHAS:
        total = np.zeros(2)
        for number in sorted(set(fold)):
            kept = [m for m, f in zip(parts, fold) if f != number]
            held_out = [m for m, f in zip(parts, fold) if f == number]
            total += error(solve(kept, alpha), held_out)
        errors.append(total.sum())
    return ALPHAS[int(np.argmin(errors))]


def error(coefficients: np.ndarray, parts: list[Moments]) -> np.ndarray:
    """Squared error of the movement less what no coefficients change (the labels' own variance), summed over pieces."""
    return np.sum(
        [
            np.einsum("fa,fg,ga->a", coefficients, m.gram, coefficients) - 2 * np.sum(coefficients * m.product, axis=0)
            for m in parts
        ],
        axis=0,
    )
