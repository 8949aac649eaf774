"""What is high and what is low, and by whose word."""

from dataclasses import dataclass

import numpy as np

from eeg.training_set import TrainingSet

WHOSE = ("own", "mean")
PUBLISHED_THRESHOLD = 5.0


@dataclass(frozen=True)
class LabelRule:
    """eeg, music: whose ratings label that stream: the participant's "own", or the raters' "mean". high: over the
    threshold on 1..9. Published: own for EEG, mean for music, over 5."""

    eeg: str = "own"
    music: str = "mean"
    threshold: float = PUBLISHED_THRESHOLD


@dataclass(frozen=True)
class Labels:
    """eeg, music: [participants, tracks], 1 high, 0 low, NaN where nobody rated."""

    eeg: np.ndarray
    music: np.ndarray


def labels_of(training_set: TrainingSet, dimension: str, rule: LabelRule) -> Labels:
    """The labels of a dimension by the rule."""
    return Labels(*(by(training_set, dimension, whose, rule.threshold) for whose in (rule.eeg, rule.music)))


def by(training_set: TrainingSet, dimension: str, whose: str, threshold: float) -> np.ndarray:
    own, mean = training_set.own[dimension], training_set.mean[dimension]
    ratings = own if whose == "own" else np.broadcast_to(mean, own.shape)
    return np.where(np.isnan(ratings), np.nan, ratings > threshold)


def one_sided(labels: np.ndarray) -> bool:
    """Whether those that were given are not of both classes."""
    return len(np.unique(labels[~np.isnan(labels)])) < 2
