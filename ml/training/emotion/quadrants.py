"""4Q's quadrants from embedding and harmony, by a support vector machine, and the data set from them, as a warning."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from emotion.pieces import Piece, folds_of, statistics

QUADRANT_SETS = ("panda4q", "tinyClips")
PENALTY = 3
"""That of the reference, MusiCNN's pooled layers with the same machine; not tuned."""


def quadrant_figures(pieces: list[Piece], folds: int, seeds: tuple[int, ...]) -> dict:
    """Accuracy for each seed of the folds by artist, and how well the data set can be told."""
    clips = [p for p in pieces if p.data_set in QUADRANT_SETS]
    features = np.array([_moments(p) for p in clips])
    quadrant = np.array([2 * (p.label[0] > 0) + (p.label[1] > 0) for p in clips])
    accuracy = [accuracy_of(features, quadrant, folds_of(clips, folds, seed)) for seed in seeds]
    names = np.array([p.data_set for p in pieces])
    return {
        "accuracy": accuracy,
        "mean": round(float(np.mean(accuracy)), 4),
        "setFromFeatures": set_accuracy(np.array([_moments(p) for p in pieces]), names, folds_of(pieces, folds, 1)),
    }


def _moments(piece: Piece) -> np.ndarray:
    """Mean and standard deviation of embedding and harmony, [432]."""
    return statistics(piece.rows, piece.presence)


def accuracy_of(features: np.ndarray, quadrant: np.ndarray, fold: np.ndarray) -> float:
    """Share of right answers, each from a machine that saw no clip of the same artist."""
    right = np.zeros(len(quadrant), bool)
    for number in range(max(fold) + 1):
        kept, held_out = fold != number, fold == number
        machine = Pipeline([("scaler", StandardScaler()), ("svm", SVC(C=PENALTY))])
        right[held_out] = (
            machine.fit(features[kept], quadrant[kept]).predict(features[held_out]) == quadrant[held_out]
        )
    return round(float(right.mean()), 4)


def set_accuracy(features: np.ndarray, names: np.ndarray, fold: np.ndarray) -> dict:
    """Share of pieces whose set a logistic regression tells from embedding and harmony, and the share of the largest
    set."""
    right = np.zeros(len(names), bool)
    for number in range(max(fold) + 1):
        kept = fold != number
        machine = Pipeline([("scaler", StandardScaler()), ("logistic", LogisticRegression(C=0.01, max_iter=300))])
        right[~kept] = machine.fit(features[kept], names[kept]).predict(features[~kept]) == names[~kept]
    largest = max(np.count_nonzero(names == name) for name in set(names)) / len(names)
    return {"accuracy": round(float(right.mean()), 4), "largestSet": round(float(largest), 4)}
