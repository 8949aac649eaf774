"""Which windows are used: not all of those that overlap, and each stretch of music once."""

import numpy as np

from eeg.training_set import TrainingSet


def strided(training_set: TrainingSet, windows: np.ndarray, stride: int) -> np.ndarray:
    """Every so manieth of these windows within each track of each participant, in order of time."""
    of = training_set
    order = windows[np.lexsort((of.start[windows], of.track[windows], of.participant[windows]))]
    group = of.participant[order] * (of.track.max() + 1) + of.track[order]
    first = np.r_[True, group[1:] != group[:-1]] if len(order) else np.zeros(0, bool)
    rank = np.arange(len(order)) - np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))
    return order[rank % stride == 0]


def segments(training_set: TrainingSet, windows: np.ndarray) -> np.ndarray:
    """One window for each stretch of music that these windows hear, whoever heard it."""
    first = dict(zip(reversed(keys_of(training_set, windows)), reversed(windows.tolist())))
    return np.array([first[key] for key in sorted(first)], int)


def keys_of(training_set: TrainingSet, windows: np.ndarray) -> list[tuple[int, float]]:
    """Which stretch of music each window hears: the track and its start in seconds."""
    tracks, starts = training_set.track[windows].tolist(), training_set.start[windows].round(3).tolist()
    return list(zip(tracks, starts))
