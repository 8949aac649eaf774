"""The models without a network: pieces and folds in, out-of-fold curves in rating time out."""

from collections.abc import Sequence

import numpy as np

from dynamic import linear
from dynamic.linear import ALPHAS, MovementFeatures, SeriesSums, chosen_by_inner_folds, movement, movement_sums, sums_of
from dynamic.pieces import Fold, Piece, delayed
from dynamic.result import Result

CLOCK = MovementFeatures(None)


def constant(pieces: Sequence[Piece], folds: Sequence[Fold]) -> Result:
    """The mean rating of all half seconds of the training pieces."""
    curves: list = [None] * len(pieces)
    for fold in folds:
        middle = np.concatenate([pieces[i].truth for i in fold.training]).mean(axis=0)
        for i in fold.held_out:
            curves[i] = np.tile(middle, (len(pieces[i].truth), 1))
    return Result([curves], 2)


def clock_only(pieces: Sequence[Piece], folds: Sequence[Fold]) -> Result:
    """A constant that moves as ratings do while a piece runs, whatever is heard."""
    middles = constant(pieces, folds).curves[0]
    parts = {CLOCK: movement_sums(pieces, CLOCK, [0])[0]}
    curves: list = [None] * len(pieces)
    for fold in folds:
        for i, moves in movement(pieces, fold, parts, 0)[0].items():
            curves[i] = middles[i] + moves
    return Result([curves], 2 + 2 * linear.clock(4).shape[1])


def static_slid(pieces: Sequence[Piece], folds: Sequence[Fold], lags: Sequence[int]) -> Result:
    """Ridge from the features of 8.5 s windows to the piece's mean rating, slid over time."""
    rows = [np.hstack([p.inputs["pooled"][0], np.ones((len(p.truth), 1))]).astype(float) for p in pieces]
    middle = np.mean([r.mean(axis=0) for r in rows], axis=0)
    middle[-1] = 0
    truth = np.array([p.truth.mean(axis=0) for p in pieces])
    parts = SeriesSums([p.group for p in pieces])
    for i, (r, t) in enumerate(zip(rows, truth)):
        parts.add(i, sums_of(r - middle, np.tile(t, (len(r), 1)), 1 / len(r)))
    curves: list = [None] * len(pieces)
    for fold, lag in zip(folds, lags):
        coefficients, _ = chosen_by_inner_folds(parts, fold)
        for i in fold.held_out:
            curves[i] = delayed((rows[i] - middle) @ coefficients, lag)
    return Result([curves], 2 * rows[0].shape[1], {"alphas": list(ALPHAS)})


def ridge_causal_means(pieces: Sequence[Piece], folds: Sequence[Fold], name: str, lags: Sequence[int]) -> Result:
    """One ridge from causal means over 4 s and 15 s and the piece's mean of an input to the ratings."""

    def features(piece: Piece) -> np.ndarray:
        heard = np.asarray(piece.inputs[name][0], float)
        whole = np.tile(heard.mean(axis=0), (len(heard), 1))
        return np.hstack([linear.causal_mean(heard, 8), linear.causal_mean(heard, 30), whole])

    middle = np.mean([features(p).mean(axis=0) for p in pieces], axis=0)

    def rows(piece: Piece) -> np.ndarray:
        return np.hstack([features(piece) - middle, np.ones((len(piece.truth), 1))])

    parts = {lag: SeriesSums([p.group for p in pieces]) for lag in lags}
    for i, piece in enumerate(pieces):
        heard = rows(piece)
        for lag, sums in parts.items():
            sums.add(i, sums_of(heard, piece.labels(lag)))
    curves: list = [None] * len(pieces)
    for fold, lag in zip(folds, lags):
        coefficients, _ = chosen_by_inner_folds(parts[lag], fold)
        for i in fold.held_out:
            curves[i] = delayed(rows(pieces[i]) @ coefficients, lag)
    return Result([curves], 2 * (len(middle) + 1), {"alphas": list(ALPHAS)})


def two_heads(
    pieces: Sequence[Piece], folds: Sequence[Fold], names: tuple[Sequence[str], str], lags: Sequence[int]
) -> Result:
    """Kernel ridge for the piece's mean and ridge on causal means for the movement about it.

    names: inputs the static head may choose from, and the input of the movement head.
    """
    static_names, moving = names
    choices = [
        MovementFeatures(moving, (4, 15)), MovementFeatures(moving, (15, 45)), MovementFeatures(moving, (15,)), CLOCK,
    ]
    by_choice = {features: movement_sums(pieces, features, sorted(set(lags)), evenly=True) for features in choices}
    curves: list = [None] * len(pieces)
    notes = []
    for fold, lag in zip(folds, lags):
        middles, static_choice = linear.points(pieces, fold, static_names)
        moves, moving_choice = movement(pieces, fold, {f: parts[lag] for f, parts in by_choice.items()}, lag)
        for i, middle in zip(fold.held_out, middles):
            curves[i] = middle + moves[i]
        notes.append({"static": static_choice, "movement": moving_choice})
    widest = max(f.of(pieces[0]).shape[1] for f in choices)
    return Result([curves], 2 * (widest + max(len(f.training) for f in folds)), {"folds": notes})
