"""How well the predicted movement follows the raters, on series that were held out."""

import numpy as np

from emotion.evaluation import AXES, by_axis
from emotion.movement import Moments, choose_alpha, labels, moments, row_scale, solve, window_features
from emotion.pieces import Piece, folds_of

LISTENER_MOVEMENT = np.array([0.167, 0.192])
"""Standard deviation of one VGMIDI listener's rating within a piece, mean over listeners and pieces."""

LAG = 0
"""Half seconds by which labels are read after the sound; windows that look back make a lag of their own."""


def held_out_movement(pieces: list[Piece], folds: int, seed: int) -> tuple[list[np.ndarray], list[float]]:
    """Movement of every piece from the other series alone, each [h, 2], and the alpha of each fold, chosen inside
    it."""
    scale = row_scale(pieces)
    parts = [moments(p, scale, LAG) for p in pieces]
    fold = folds_of(pieces, folds, seed)
    answers: list = [None] * len(pieces)
    alphas = []
    for number in range(max(fold) + 1):
        kept = [i for i in range(len(pieces)) if fold[i] != number]
        coefficients, alpha = fitted([pieces[i] for i in kept], [parts[i] for i in kept], seed)
        alphas.append(alpha)
        for i in np.flatnonzero(fold == number):
            answers[i] = window_features(pieces[i]) / scale @ coefficients
    return answers, alphas


def fitted(pieces: list[Piece], parts: list[Moments], seed: int) -> tuple[np.ndarray, float]:
    """Coefficients [648, 2] of rows in units of their spread, with the alpha that inner folds choose."""
    alpha = choose_alpha(pieces, parts, folds_of(pieces, 4, seed + 1))
    return solve(parts, alpha), alpha


def movement_figures(pieces: list[Piece], answers: list[np.ndarray]) -> dict:
    """r of all half seconds together, each curve less its mean; spreads; error of the movement."""
    truth = [labels(p, LAG) for p in pieces]
    together, true = np.concatenate(answers), np.concatenate(truth)
    predicted = np.mean([a.std(axis=0) for a in answers], axis=0)
    return {
        "pieces": len(pieces),
        "rWithin": by_axis([np.corrcoef(together[:, j], true[:, j])[0, 1] for j in (0, 1)]),
        "movementPredicted": by_axis(predicted),
        "movementPanel": by_axis(np.mean([t.std(axis=0) for t in truth], axis=0)),
        "movementError": by_axis((together - true).std(axis=0)),
        "factor": by_axis(LISTENER_MOVEMENT / predicted),
    }


def curve_figures(pieces: list[Piece], points: np.ndarray, movement: list[np.ndarray]) -> dict:
    """Error of the curve at panel scale: the held-out point [2] of each piece and its movement about it.

    rmse: over all half seconds of all pieces together; rmsePerPiece: within each piece first, so that long pieces
    count no
    more than short ones.
    """
    truth = [labels(p, LAG) + p.label for p in pieces]
    errors = [(point + moved - true) ** 2 for point, moved, true in zip(points, movement, truth)]
    middle = np.mean([p.label for p in pieces], axis=0)
    constant = [(middle - true) ** 2 for true in truth]
    return {
        "rmse": by_axis(np.sqrt(np.concatenate(errors).mean(axis=0))),
        "rmseConstant": by_axis(np.sqrt(np.concatenate(constant).mean(axis=0))),
        "rmsePerPiece": by_axis(np.sqrt(np.mean([e.mean(axis=0) for e in errors], axis=0))),
        "rmsePerPieceConstant": by_axis(np.sqrt(np.mean([e.mean(axis=0) for e in constant], axis=0))),
    }


def definition(coefficients: np.ndarray, scale: np.ndarray, windows: tuple, figures: dict) -> dict:
    """The movement as the product reads it: one linear map of the mean embedding and harmony for each window.

    deviation: what of a listener's movement is not foretold, before the factor.
    """
    maps = (coefficients / scale[:, None]).reshape(len(windows), -1, 2)
    foretold = np.array([figures["rWithin"][axis] for axis in AXES])
    factor = np.array([figures["factor"][axis] for axis in AXES])
    return {
        "windows": [
            {
                "kind": kind,
                "halfSeconds": length,
                **{axis: [float(f"{v:.6g}") for v in own[:, j]] for j, axis in enumerate(AXES)},
            }
            for (kind, length), own in zip(windows, maps)
        ],
        "factor": figures["factor"],
        "deviation": by_axis(LISTENER_MOVEMENT * np.sqrt(1 - foretold**2) / factor),
    }
