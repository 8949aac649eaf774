"""How well ratings learned from DEAM agree with labels that had no part in the learning."""

from dataclasses import dataclass

import numpy as np

from bridge.choice import correlation

AXES = ("valence", "arousal")
BLOCK_DRAWS = 1000


def by_axis(values: np.ndarray) -> dict[str, float]:
    """A number for each axis, rounded to four places."""
    return {axis: round(float(value), 4) for axis, value in zip(AXES, values)}


@dataclass(frozen=True)
class Clips:
    """Clips with labels to test against: emotion [n, 2] in [-1, 1], artists [n]."""

    emotion: np.ndarray
    artists: np.ndarray


def sign_figures(predicted: np.ndarray, clips: Clips) -> dict:
    """Share of right signs about zero and about the predictions' own median, r, and the share predicted positive."""
    positive = clips.emotion > 0
    right = (predicted > 0) == positive
    centred = (predicted > np.median(predicted, axis=0)) == positive
    return {
        "signAccuracy": by_axis(right.mean(axis=0)),
        "signAccuracyStandardError": by_axis(artist_standard_error(right, clips.artists)),
        "signAccuracyAboutMedian": by_axis(centred.mean(axis=0)),
        "r": by_axis(correlation(clips.emotion, predicted)),
        "quadrantAccuracy": round(float(right.all(axis=1).mean()), 4),
        "sharePositive": by_axis((predicted > 0).mean(axis=0)),
    }


def artist_standard_error(right: np.ndarray, artists: np.ndarray) -> np.ndarray:
    """Standard error of a share [2] over draws of whole artists with replacement, for an artist's clips go together."""
    names, number = np.unique(artists, return_inverse=True)
    hits = np.array([np.bincount(number, weights=column) for column in right.T])
    sizes = np.bincount(number)
    draws = np.random.default_rng(0).integers(0, len(names), (BLOCK_DRAWS, len(names)))
    return (hits[:, draws].sum(axis=2) / sizes[draws].sum(axis=1)).std(axis=1)


def spread_figures(emotion: np.ndarray) -> dict:
    """Mean, standard deviation and correlation of valence and arousal, [n, 2]."""
    return {
        "mean": by_axis(emotion.mean(axis=0)),
        "deviation": by_axis(emotion.std(axis=0)),
        "correlation": round(float(np.corrcoef(emotion.T)[0, 1]), 4),
    }
