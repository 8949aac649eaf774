"""How good the predictions are, each figure beside that of a constant."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import nnls

from emotion_model import Example, Prediction, Settings

AXES = ("valence", "arousal")

LISTENER_MOVEMENT = np.array([0.167, 0.192])
"""Standard deviation of one VGMIDI listener's rating within a piece, mean over listeners and pieces."""


def points(examples: Sequence[Example], answers: Sequence[Prediction], middles: np.ndarray) -> np.ndarray:
    """Predicted valence and arousal of every track on its own set's scale, [n, 2]."""
    return np.array([a.point(e.gate) for e, a in zip(examples, answers)]) + middles


def by_axis(values: Sequence[float]) -> dict[str, float]:
    """A number for each axis, rounded to four places."""
    return {axis: round(float(value), 4) for axis, value in zip(AXES, values)}


def clip_figures(truth: np.ndarray, predicted: np.ndarray, middles: np.ndarray) -> dict:
    """Quadrant and sign accuracy and R2 of one label a track, and the same for the training folds' mean."""

    def figures(guess: np.ndarray) -> dict:
        right = (guess > 0) == (truth > 0)
        residual = ((guess - truth) ** 2).sum(axis=0) / ((truth - truth.mean(axis=0)) ** 2).sum(axis=0)
        return {
            "quadrantAccuracy": round(float(right.all(axis=1).mean()), 4),
            "signAccuracy": by_axis(right.mean(axis=0)),
            "r2": by_axis(1 - residual),
        }

    return {"tracks": len(truth), "model": figures(predicted), "constant": figures(middles)}


def correlations(a: np.ndarray, b: np.ndarray) -> dict[str, float] | None:
    """Pearson's r for each axis of two [n, 2] arrays; None where one does not vary."""
    if min(a.std(axis=0).min(), b.std(axis=0).min()) < 1e-9:
        return None
    return by_axis([np.corrcoef(a[:, j], b[:, j])[0, 1] for j in (0, 1)])


def curve_figures(examples: Sequence[Example], answers: Sequence[Prediction], middles: np.ndarray, lag: int) -> dict:
    """Agreement of curves with the median rater, per half second, at panel scale (no movement factor).

    rmse: over the half seconds of a piece, then over pieces, so that long pieces count no more than short ones. within: both curves less their piece's mean, all half seconds of all pieces together. lag: half seconds by which
    the ratings are read after the sound.
    """
    predicted = [a.emotion + middle for a, middle in zip(answers, middles)]
    truth = [e.labels(lag) for e in examples]

    def centred(curves: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([curve - curve.mean(axis=0) for curve in curves])

    def rmse(guesses: Sequence[np.ndarray]) -> dict[str, float]:
        return by_axis(np.sqrt(np.mean([((g - t) ** 2).mean(axis=0) for g, t in zip(guesses, truth)], axis=0)))

    return {
        "pieces": len(examples),
        "rmse": rmse(predicted),
        "rmseConstant": rmse(middles),
        "rBetween": correlations(np.array([p.mean(axis=0) for p in predicted]), np.array([t.mean(axis=0) for t in truth])),
        "rWithin": correlations(centred(predicted), centred(truth)),
        "movementPredicted": by_axis(np.mean([p.std(axis=0) for p in predicted], axis=0)),
        "movementPanel": by_axis(np.mean([t.std(axis=0) for t in truth], axis=0)),
        "movementError": by_axis((centred(predicted) - centred(truth)).std(axis=0)),
    }


def variance_model(truth: np.ndarray, predicted: np.ndarray, distance: np.ndarray) -> dict[str, np.ndarray]:
    """noise and ignorance, both [2] and not negative, such that noise + ignorance * distance fits the squared errors."""
    design = np.column_stack([np.ones_like(distance), distance])
    fitted = np.array([nnls(design, (truth[:, j] - predicted[:, j]) ** 2)[0] for j in (0, 1)])
    return {"noise": fitted[:, 0], "ignorance": fitted[:, 1]}


def coverage(truth: np.ndarray, predicted: np.ndarray, deviation: np.ndarray) -> dict[str, float]:
    """Share of tracks whose label lies within one standard deviation of the prediction (0.68 if normal)."""
    return by_axis((np.abs(truth - predicted) <= deviation).mean(axis=0))


def movement(curves: dict | None) -> dict:
    """The factor that brings the predicted movement up to a listener's, and the error of the movement before it."""
    if curves is None:
        return {"factor": by_axis([1, 1]), "deviation": by_axis([0, 0])}
    factor = LISTENER_MOVEMENT / np.array([curves["movementPredicted"][axis] for axis in AXES])
    return {"factor": by_axis(factor), "deviation": curves["movementError"]}


def report(examples: list[Example], out_of_fold: tuple, settings: Settings) -> tuple[dict, dict[str, np.ndarray]]:
    """All figures of a set of out-of-fold predictions, and the variance model fitted to them."""
    answers, folds, middles = out_of_fold
    truth = np.array([e.track.point for e in examples])
    predicted = points(examples, answers, middles)
    distance = np.array([a.distance(e.gate) for e, a in zip(examples, answers)])
    variance = variance_model(truth, predicted, distance)
    deviation = np.sqrt(variance["noise"] + distance[:, None] * variance["ignorance"])
    figures: dict = {"folds": folds, "coverage68": coverage(truth, predicted, deviation), "sets": {}}
    for name in sorted({e.track.data_set for e in examples}):
        at = np.array([i for i, e in enumerate(examples) if e.track.data_set == name])
        figures["sets"][name] = clip_figures(truth[at], predicted[at], middles[at])
        figures["sets"][name]["rPoints"] = correlations(truth[at], predicted[at])
        figures["sets"][name]["coverage68"] = coverage(truth[at], predicted[at], deviation[at])
        figures["sets"][name]["meanDeviation"] = by_axis(deviation[at].mean(axis=0))
        if any(len(examples[i].track.curve) > 1 for i in at):
            part = [examples[i] for i in at], [answers[i] for i in at], middles[at]
            figures["sets"][name]["curves"] = curve_figures(*part, settings.label_lag)
            figures["sets"][name]["curvesAtLagZero"] = curve_figures(*part, 0)
    return figures, variance
