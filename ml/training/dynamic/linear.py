"""Ridge regression of curves from sums over series, so that every choice by inner folds costs a solve and no pass."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from data_sets import HOP_SECONDS
from dynamic.pieces import Fold, Piece, delayed

ALPHAS = tuple(10.0 ** np.arange(-3, 3.1, 0.5))
"""Penalties tried; features are in standard deviations and the sums are divided by the rows' total weight."""

STILL = 0.02
"""Spread of ratings below which a piece does not move."""


@dataclass(frozen=True)
class Sums:
    """Weighted sums over rows: features with features, features with targets, squared targets; and the weight."""

    features: np.ndarray
    targets: np.ndarray
    squares: np.ndarray
    weight: float

    def __add__(self, other: "Sums") -> "Sums":
        parts = (self.features + other.features, self.targets + other.targets, self.squares + other.squares)
        return Sums(*parts, self.weight + other.weight)


def sums_of(features: np.ndarray, targets: np.ndarray, weight: float = 1.0) -> Sums:
    """features [n, F], targets [n, 2], the same weight for every row."""
    rows = features.astype(float)
    squares = weight * (targets**2).sum(axis=0)
    return Sums(weight * rows.T @ rows, weight * rows.T @ targets, squares, weight * len(rows))


class SeriesSums:
    """Sums of every series. Folds never part a series, and the sums of all pieces would not fit into memory."""

    def __init__(self, groups: Sequence[str]):
        self._groups = np.array(groups)
        self._sums: dict[str, Sums] = {}

    def add(self, piece: int, sums: Sums) -> None:
        group = self._groups[piece]
        self._sums[group] = self._sums[group] + sums if group in self._sums else sums

    def of(self, chosen: np.ndarray) -> Sums:
        """The sums over the whole series that the chosen pieces make up."""
        first, *others = [self._sums[g] for g in np.unique(self._groups[chosen])]
        for sums in others:
            first = first + sums
        return first


def solve(sums: Sums, alphas: Sequence[float]) -> np.ndarray:
    """Ridge coefficients for every alpha, [alphas, F, 2]; the last feature is not penalised where it is constant 1."""
    spread = np.sqrt(np.diag(sums.features) / sums.weight) + 1e-9
    gram = sums.features / sums.weight / np.outer(spread, spread)
    moment = sums.targets / sums.weight / spread[:, None]
    spectrum, axes = np.linalg.eigh(gram)
    rotated = axes.T @ moment
    return np.array([axes @ (rotated / (spectrum[:, None] + a)) / spread[:, None] for a in alphas])


def unexplained(sums: Sums, coefficients: np.ndarray) -> np.ndarray:
    """Sum of squared errors on the rows of `sums` for every alpha, [alphas, 2]."""
    product = (coefficients * sums.targets).sum(axis=1)
    quadratic = (coefficients * (sums.features @ coefficients)).sum(axis=1)
    return sums.squares - 2 * product + quadratic


def chosen_by_inner_folds(parts: SeriesSums, fold: Fold) -> tuple[np.ndarray, np.ndarray]:
    """Ridge of one fold with alpha by its inner folds, for each axis: coefficients [F, 2] and the inner error [2]."""
    errors = sum(unexplained(parts.of(b), solve(parts.of(a), ALPHAS)) for a, b in fold.inner)
    best = errors.argmin(axis=0)
    coefficients = solve(parts.of(fold.training), ALPHAS)
    return np.column_stack([coefficients[best[j], :, j] for j in (0, 1)]), errors.min(axis=0)


def causal_mean(values: np.ndarray, half_seconds: int) -> np.ndarray:
    """Mean over the last `half_seconds` up to each one, or since the start where it is nearer; [n, F] -> [n, F]."""
    sums = np.cumsum(values.astype(float), axis=0)
    count = np.arange(1, len(values) + 1)
    if half_seconds < len(values):
        sums[half_seconds:] -= sums[:-half_seconds].copy()
        count = np.minimum(count, half_seconds)
    return sums / count[:, None]


def clock(half_seconds: int) -> np.ndarray:
    """What time alone tells: how long the piece has run, in fading and in lasting terms, [half_seconds, 5]."""
    seconds = (np.arange(half_seconds) + 0.5) * HOP_SECONDS
    fading = [np.exp(-seconds / constant) for constant in (5, 15, 45)]
    return np.column_stack([*fading, seconds / 120, seconds / (half_seconds * HOP_SECONDS)])


@dataclass(frozen=True)
class MovementFeatures:
    """What the movement head reads: causal means of an input over `seconds`, and the clock."""

    name: str | None
    seconds: tuple[float, ...] = ()

    def of(self, piece: Piece) -> np.ndarray:
        """The features less their mean over the piece, [halfSeconds, F]."""
        columns = [clock(len(piece.truth))]
        if self.name:
            heard = np.asarray(piece.inputs[self.name][0], float)
            columns += [causal_mean(heard, round(s / HOP_SECONDS)) for s in self.seconds]
        features = np.hstack(columns)
        return features - features.mean(axis=0)


def movement_sums(
    pieces: Sequence[Piece], features: MovementFeatures, lags: Sequence[int], *, evenly: bool = False
) -> dict[int, SeriesSums]:
    """For every lag the sums; targets are the labels less their mean.

    evenly: weigh each piece by the inverse of its labels' spread (and STILL), so that the few that move much do not
    decide alone.
    """
    result = {lag: SeriesSums([p.group for p in pieces]) for lag in lags}
    for number, piece in enumerate(pieces):
        rows = features.of(piece)
        for lag in lags:
            labels = piece.labels(lag)
            moves = labels - labels.mean(axis=0)
            weight = 1 / np.sqrt((moves**2).mean() + STILL**2) if evenly else 1.0
            result[lag].add(number, sums_of(rows, moves, weight))
    return result


def choose_lag(sums: dict[int, SeriesSums], fold: Fold) -> tuple[int, dict]:
    """The lag whose inner folds leave the least movement unexplained (mean of the axes), and what each leaves."""
    left = {lag: chosen_by_inner_folds(parts, fold)[1] / parts.of(fold.training).squares for lag, parts in sums.items()}
    means = {lag: float(v.mean()) for lag, v in left.items()}
    return min(means, key=means.__getitem__), {str(lag): round(v, 4) for lag, v in means.items()}


def movement(
    pieces: Sequence[Piece], fold: Fold, choices: dict[MovementFeatures, SeriesSums], lag: int
) -> tuple[dict, dict]:
    """Predicted movement of the held-out pieces in rating time; the features of each axis by the inner folds.

    Returns {piece index: [halfSeconds, 2]} and what was chosen.
    """
    fitted = {features: chosen_by_inner_folds(parts, fold) for features, parts in choices.items()}
    best = [min(fitted, key=lambda f, j=j: fitted[f][1][j]) for j in (0, 1)]
    curves = {}
    for i in fold.held_out:
        axes = [best[j].of(pieces[i]) @ fitted[best[j]][0][:, j] for j in (0, 1)]
        curves[i] = delayed(np.column_stack(axes), lag)
    parts = next(iter(choices.values()))
    scale = parts.of(fold.training).squares
    inner = {str(f): np.round(error / scale, 4).tolist() for f, (_, error) in fitted.items()}
    return curves, {"features": [str(b) for b in best], "unexplainedInside": inner}


def description(piece: Piece, name: str) -> np.ndarray:
    """A piece as a whole: means and standard deviations of an input, or of several joined by +, [2 F]."""
    heard = np.hstack([np.asarray(piece.inputs[part][0], float) for part in name.split("+")])
    return np.concatenate([heard.mean(axis=0), heard.std(axis=0)])


def kernel_points(
    training: np.ndarray, other: np.ndarray, targets: np.ndarray, options: tuple[str, float]
) -> np.ndarray:
    """Kernel ridge of the pieces' means: rows of features -> [rows of other, 2].

    options: linear or gaussian, and alpha.

    Features are standardised on the training rows; the Gaussian's width is the root of the number of features.
    """
    kind, alpha = options
    middle, spread = training.mean(axis=0), training.std(axis=0) + 1e-6
    a, b = (np.clip((rows - middle) / spread, -5, 5) for rows in (training, other))
    width = a.shape[1]
    kernel: Callable = _gaussian if kind == "gaussian" else lambda x, y: x @ y.T / width
    mean = targets.mean(axis=0)
    return mean + kernel(b, a) @ np.linalg.solve(kernel(a, a) + alpha * np.eye(len(a)), targets - mean)


def _gaussian(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    distance = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1) - 2 * a @ b.T
    return np.exp(-distance / (2 * a.shape[1]))


KERNELS = tuple((kind, 10.0**power) for kind in ("linear", "gaussian") for power in np.arange(-2, 2.1, 0.5))


def points(pieces: Sequence[Piece], fold: Fold, names: Sequence[str]) -> tuple[np.ndarray, dict]:
    """Predicted mean of every held-out piece, [held out, 2], and the choices: input, kernel and alpha of each axis are
    those that the inner folds like best."""
    truth = np.array([p.truth.mean(axis=0) for p in pieces])
    described = {name: np.array([description(p, name) for p in pieces]) for name in names}
    errors = {}
    for name in names:
        rows = described[name]
        for options in KERNELS:
            found = [(truth[b] - kernel_points(rows[a], rows[b], truth[a], options)) ** 2 for a, b in fold.inner]
            errors[name, options] = np.concatenate(found).mean(axis=0)
    best = [min(errors, key=lambda k, j=j: errors[k][j]) for j in (0, 1)]
    axes = []
    for j, (name, options) in enumerate(best):
        rows = described[name]
        axes.append(kernel_points(rows[fold.training], rows[fold.held_out], truth[fold.training], options)[:, j])
    spread = truth[fold.training].var(axis=0)
    left = [round(float(errors[b][j] / spread[j]), 4) for j, b in enumerate(best)]
    return np.column_stack(axes), {"chosen": [f"{n} {o[0]} {o[1]:.3g}" for n, o in best], "unexplainedInside": left}
