"""Choice of the point model's settings, on inner folds of whatever is given, so that no held-out label has a say."""

import itertools
from dataclasses import replace

import numpy as np

from emotion.pieces import Piece, folds_of
from emotion.point_model import PointModel, Settings

GRID = {"kernel": (0.1, 0.2, 0.5), "width": (0.5, 1.0), "ridge": (0.1, 0.3), "harmony": (1.0, 2.0)}
INNER_FOLDS = 3


def candidates() -> list[Settings]:
    """Every configuration that is tried."""
    return [replace(Settings(), **dict(zip(GRID, values))) for values in itertools.product(*GRID.values())]


def inner_error(pieces: list[Piece], settings: Settings, seed: int) -> float:
    """Squared error in units of each set's spread on inner folds, the sets weighing the same."""
    fold = folds_of(pieces, INNER_FOLDS, seed)
    totals: dict[str, list[float]] = {}
    for number in range(INNER_FOLDS):
        model = PointModel([p for p, f in zip(pieces, fold) if f != number], settings)
        held_out = [p for p, f in zip(pieces, fold) if f == number]
        answers = model.predict(np.array([p.features for p in held_out]))
        for piece, answer in zip(held_out, answers):
            scale = model.scales[piece.data_set]
            truth = (piece.label - scale.mean) / scale.deviation
            totals.setdefault(piece.data_set, []).append(float(((answer - truth) ** 2).mean()))
    return float(np.mean([np.mean(errors) for errors in totals.values()]))


def choose(pieces: list[Piece], seed: int) -> tuple[Settings, dict[str, float]]:
    """The settings with the least inner error, and the error of every candidate."""
    errors = {str(c): inner_error(pieces, c, seed) for c in candidates()}
    best = min(candidates(), key=lambda c: errors[str(c)])
    return best, errors
