"""How good held-out predictions are, and whether one method is better than another."""

import numpy as np
from scipy.stats import t as student

AXES = ("valence", "arousal")


def by_axis(values: np.ndarray) -> dict[str, float]:
    """A number for each axis, rounded to four places."""
    return {axis: round(float(value), 4) for axis, value in zip(AXES, values)}


def agreement(labels: np.ndarray, predicted: np.ndarray) -> dict:
    """R2 and RMSE of every song's held-out prediction, of each repeat of the folds, their mean and spread.

    labels [n, 2]; predicted [repeats, n, 2]. R2 is 1 - squared error / variance about the mean of all labels.
    """
    errors = ((predicted - labels) ** 2).mean(axis=1)
    r2 = 1 - errors / labels.var(axis=0)
    return {
        "r2": by_axis(r2.mean(axis=0)),
        "r2SpreadOverRepeats": by_axis(r2.std(axis=0, ddof=1)) if len(r2) > 1 else None,
        "rmse": by_axis(np.sqrt(errors).mean(axis=0)),
    }


def signs(labels: np.ndarray, predicted: np.ndarray) -> dict:
    """Share of songs whose quadrant, valence sign and arousal sign are right, mean over the repeats."""
    right = (predicted > 0) == (labels > 0)
    quadrants = round(float(right.all(axis=2).mean()), 4)
    return {"quadrantAccuracy": quadrants, "signAccuracy": by_axis(right.mean(axis=(0, 1)))}


def corrected_interval(differences: np.ndarray, test_share: float) -> tuple[float, float, float]:
    """Mean of the differences of all test folds of all repeats, [folds], and its 95 % interval.

    Nadeau and Bengio (2003): training sets of repeated folds overlap, so the variance of the mean is
    (1 / folds + test / train) s^2, with Student's t of folds - 1 degrees of freedom. test_share: songs tested on over
    songs trained on, 1/9 for ten folds.
    """
    count, mean = len(differences), float(differences.mean())
    deviation = float(np.sqrt((1 / count + test_share) * differences.var(ddof=1)))
    half = float(student.ppf(0.975, count - 1)) * deviation
    return mean, mean - half, mean + half


def paired_difference(labels: np.ndarray, folds: np.ndarray, ours: np.ndarray, theirs: np.ndarray) -> dict:
    """How much more of the labels' variance `ours` explains than `theirs`, with the corrected 95 % interval.

    folds [repeats, n], the fold each song was tested in; ours, theirs [repeats, n, 2]. A fold's difference is that of
    the squared errors over the variance of all labels, so that the mean over folds is the difference of R2.
    """
    gain = ((theirs - labels) ** 2 - (ours - labels) ** 2) / labels.var(axis=0)
    count = folds.max() + 1
    per_fold = np.array([gain[r][folds[r] == k].mean(axis=0) for r in range(len(folds)) for k in range(count)])
    answer = {}
    for number, axis in enumerate(AXES):
        mean, low, high = corrected_interval(per_fold[:, number], 1 / (count - 1))
        answer[axis] = {"difference": round(mean, 4), "low": round(low, 4), "high": round(high, 4)}
    return answer
