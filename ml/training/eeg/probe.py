"""Can a linear probe tell EEG from music in the common space? At chance (.5) they are mixed."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def modality_probe(eeg: np.ndarray, music: np.ndarray, track: np.ndarray) -> float:
    """Accuracy of logistic regression on tracks it was not fitted to.

    @param eeg, music unit vectors of the same windows, [n, 32]. @param track of each window [n]
    @returns the mean over both halves of the tracks, each tested by what was fitted to the other; NaN for one track
    """
    tracks = np.unique(track)
    if len(tracks) < 2:
        return float("nan")
    first = np.isin(track, tracks[::2])
    return float(np.mean([probed(eeg, music, fitted) for fitted in (first, ~first)]))


def probed(eeg: np.ndarray, music: np.ndarray, fitted: np.ndarray) -> float:
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=300))
    model.fit(*both(eeg[fitted], music[fitted]))
    return model.score(*both(eeg[~fitted], music[~fitted]))


def both(eeg: np.ndarray, music: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.concatenate([eeg, music]), np.repeat([1, 0], [len(eeg), len(music)])
