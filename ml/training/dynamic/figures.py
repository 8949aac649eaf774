"""Agreement of predicted curves with the median rater, and tests of the difference of two models."""

from collections.abc import Sequence

import numpy as np

AXES = ("valence", "arousal")
Curves = Sequence[np.ndarray]


def centred(curves: Curves) -> np.ndarray:
    """All curves less their own mean, one after the other, [halfSeconds of all pieces, 2]."""
    return np.concatenate([curve - curve.mean(axis=0) for curve in curves])


def means(curves: Curves) -> np.ndarray:
    """The mean of every curve, [pieces, 2]."""
    return np.array([curve.mean(axis=0) for curve in curves])


def _correlation(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Pearson's r of each axis of two [n, 2] arrays, [2]; 0 where one does not vary."""
    a, b = a - a.mean(axis=0), b - b.mean(axis=0)
    scale = np.sqrt((a**2).sum(axis=0) * (b**2).sum(axis=0))
    return np.where(scale > 1e-9, (a * b).sum(axis=0) / np.maximum(scale, 1e-9), 0)


def correlation_between(a: Curves, b: Curves) -> np.ndarray:
    """r of the pieces' means, [2]."""
    return _correlation(means(a), means(b))


def correlation_within(a: Curves, b: Curves) -> np.ndarray:
    """r of the curves less their piece's mean, all half seconds of all pieces together, [2]."""
    return _correlation(centred(a), centred(b))


def correlation_of_pieces(a: Curves, b: Curves) -> np.ndarray:
    """r of every piece's two curves, averaged over the pieces (0 where one does not vary), [2]."""
    return np.mean([_correlation(x, y) for x, y in zip(a, b)], axis=0)


def by_axis(values: Sequence[float]) -> dict[str, float]:
    """A number for each axis, rounded to four places."""
    return {axis: round(float(value), 4) for axis, value in zip(AXES, values)}


def curve_figures(predicted: Curves, truth: Curves, ceiling: dict | None = None) -> dict:
    """RMSE and r of curves [halfSeconds, 2], for each axis.

    rmsePooled: over all half seconds of all pieces; rmsePerPiece: root of the mean over pieces of a piece's mean
    squared error, so that long pieces count no more than short ones. rWithin: all half seconds together, each curve
    less its mean; rMeanOfPieces: each piece's own r, averaged. movement: mean standard deviation of the predicted
    curves. With the raters' `ceiling` also r as a share of it.
    """
    errors = [(p - t) ** 2 for p, t in zip(predicted, truth)]
    between, within = correlation_between(predicted, truth), correlation_within(predicted, truth)
    figures = {
        "rmsePooled": by_axis(np.sqrt(np.concatenate(errors).mean(axis=0))),
        "rmsePerPiece": by_axis(np.sqrt(np.mean([e.mean(axis=0) for e in errors], axis=0))),
        "rBetween": by_axis(between),
        "rWithin": by_axis(within),
        "rMeanOfPieces": by_axis(correlation_of_pieces(predicted, truth)),
        "movement": by_axis(np.mean([p.std(axis=0) for p in predicted], axis=0)),
        "spreadOfMeans": by_axis(means(predicted).std(axis=0)),
    }
    if ceiling:
        for name, r in (("between", between), ("within", within)):
            highest = np.array([ceiling[name]["ceiling"][axis] for axis in AXES])
            figures[f"shareOfCeiling{name.capitalize()}"] = by_axis(r / highest)
    return figures


def _moments(predicted: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """n, sums, squares and product of each axis: all that r and the squared error need, [6, 2]."""
    count = np.full(2, len(truth))
    sums = [v.sum(axis=0) for v in (predicted, truth, predicted**2, truth**2, predicted * truth)]
    return np.array([count, *sums])


def _r_of_moments(m: np.ndarray) -> np.ndarray:
    """Pearson's r of moments [..., 6, 2]."""
    count, x, y, xx, yy, xy = np.moveaxis(m, -2, 0)
    spread = np.maximum(xx - x**2 / count, 0) * np.maximum(yy - y**2 / count, 0)
    return np.where(spread > 1e-15, (xy - x * y / count) / np.sqrt(np.maximum(spread, 1e-15)), 0)


def _rmse_of_moments(m: np.ndarray) -> np.ndarray:
    count, _, _, xx, yy, xy = np.moveaxis(m, -2, 0)
    return np.sqrt(np.maximum(xx + yy - 2 * xy, 0) / count)


def permutation_test(first: Curves, second: Curves, truth: Curves, groups: Sequence[str]) -> dict:
    """Is `first` better than `second`? Exact test: the two models change places in every subset of the series.

    Under the null hypothesis a series' two sets of predictions are exchangeable; with 13 series all 8,192 exchanges are
    enumerated. For the pooled RMSE and both r: the difference first - second and the two-sided p, for each axis.
    """
    names = sorted(set(groups))
    members = [[i for i, g in enumerate(groups) if g == name] for name in names]
    views = {"rmsePooled": np.concatenate, "rBetween": means, "rWithin": centred}
    swapped = ((np.arange(2 ** len(names))[:, None] >> np.arange(len(names))) & 1).astype(float)
    result = {}
    for measure, view in views.items():
        moments = [
            np.array([_moments(view([model[i] for i in at]), view([truth[i] for i in at])) for at in members])
            for model in (first, second)
        ]
        change = np.tensordot(swapped, moments[1] - moments[0], axes=1)
        value = _rmse_of_moments if measure == "rmsePooled" else _r_of_moments
        differences = value(moments[0].sum(axis=0) + change) - value(moments[1].sum(axis=0) - change)
        p = (np.abs(differences) >= np.abs(differences[0]) - 1e-12).mean(axis=0)
        result[measure] = {"difference": by_axis(differences[0]), "p": by_axis(p)}
    return result
