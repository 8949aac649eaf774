"""The bridge without openSMILE: its features, or its ratings, predicted from the project's own log-mel."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import RidgeCV
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from bridge.choice import correlation
from bridge.rank_gaussian import RankGaussian
from front_end import FrontEnd, load_front_end
from mel_pool import half_second_sums, window_features

PENALTIES = (10.0, 100.0, 1000.0)


def clip_mel_features(frames: np.ndarray, front_end: FrontEnd) -> np.ndarray:
    """The pooled features of mel_pool over the whole clip, [FEATURES]; none of them holds the recording's level."""
    sums = half_second_sums(frames, front_end)
    return window_features(sums, 0, len(sums))


def mel_features_of_files(paths: list[Path]) -> np.ndarray:
    """`clip_mel_features` of cached log-mel frames, [n, FEATURES]."""
    front_end = load_front_end()
    return np.array([clip_mel_features(np.load(path).astype(np.float32), front_end) for path in paths])


@dataclass(frozen=True)
class MelSongs:
    """mel [n, FEATURES]; targets [n, T], what is to be predicted; groups [n], never parted."""

    mel: np.ndarray
    targets: np.ndarray
    groups: np.ndarray


def mel_regression() -> Pipeline:
    """Ridge on rank-Gaussian features, its penalty by leave-one-out within the training songs."""
    return make_pipeline(RankGaussian(), StandardScaler(), RidgeCV(PENALTIES))


def predicted_from_mel(songs: MelSongs, folds: int) -> np.ndarray:
    """Targets of every song predicted by a fit to songs of other groups, [n, T]."""
    predicted = np.zeros_like(songs.targets)
    for train, test in GroupKFold(folds, shuffle=True, random_state=0).split(songs.mel, groups=songs.groups):
        predicted[test] = mel_regression().fit(songs.mel[train], songs.targets[train]).predict(songs.mel[test])
    return predicted


def per_feature_r(songs: MelSongs, predicted: np.ndarray, names: list[str]) -> dict[str, float]:
    """Correlation of predicted and computed features on held-out songs."""
    return {name: round(float(r), 4) for name, r in zip(names, correlation(songs.targets, predicted))}
