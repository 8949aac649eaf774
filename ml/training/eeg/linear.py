"""The linear baseline: logistic regression on a window's mean differential entropy."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from eeg.material import Material

STRENGTHS = (1e-4, 1e-3, 1e-2, 1e-1)
"""Inverse of the penalty; the watched tracks choose."""


def linear_probability(training: Material, watched: Material, tested: Material) -> np.ndarray:
    """Probability of high for each tested window and dimension, [n, dimensions]."""
    columns = []
    for dimension in range(training.eeg_label.shape[1]):
        models = [fitted(training, dimension, strength) for strength in STRENGTHS]
        losses = [balanced_loss(model, watched, dimension) for model in models]
        best = models[int(np.argmin(losses))]
        columns.append(best.predict_proba(mean_features(tested))[:, 1])
    return np.stack(columns, axis=1)


def fitted(training: Material, dimension: int, strength: float) -> Pipeline:
    labels = training.eeg_label[:, dimension].numpy()
    given = ~np.isnan(labels)
    regression = LogisticRegression(C=strength, class_weight="balanced", max_iter=300)
    return make_pipeline(StandardScaler(), regression).fit(mean_features(training)[given], labels[given])


def balanced_loss(model: Pipeline, watched: Material, dimension: int) -> float:
    """Cross-entropy of the watched windows, both classes weighing alike."""
    labels = watched.eeg_label[:, dimension].numpy()
    given = ~np.isnan(labels)
    if not given.any():
        return 0.0
    high = model.predict_proba(mean_features(watched)[given])[:, 1].clip(1e-6, 1 - 1e-6)
    losses = -np.log(np.where(labels[given] > 0.5, high, 1 - high))
    return float(np.mean([losses[labels[given] == label].mean() for label in np.unique(labels[given])]))


def mean_features(material: Material) -> np.ndarray:
    return material.eeg.mean(dim=1).double().numpy()
