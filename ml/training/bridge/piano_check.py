"""Windows of rendered piano pieces whose ratings are known: does the bridge follow them between and within pieces?"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bridge.choice import correlation
from bridge.low_level import FRAMES_PER_SECOND, RATE_HZ, low_level
from bridge.rater import Rater, stacked
from bridge.shared_features import window_features
from bridge.zero_shot import by_axis
from data_sets import HOP_SECONDS, Track
from sound_files import render

WINDOW_SECONDS = 15
LAG_SECONDS = 3
"""Ratings follow the sound by about this; the figure emotion-1 was trained with."""
LEAST_WINDOWS = 4


@dataclass(frozen=True)
class PieceWindows:
    """Whole windows of a piece: features by name [windows], labels [windows, 2]."""

    features: dict[str, np.ndarray]
    labels: np.ndarray


def piece_windows(track: Track, cache: Path) -> PieceWindows | None:
    """Windows of WINDOW_SECONDS of a rendered piece, None if it is shorter than one."""
    target = cache / f"{track.key}.npy"
    if not target.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(target, low_level(render(track.source, RATE_HZ).astype(np.float32)))
    descriptors, window = np.load(target), WINDOW_SECONDS * FRAMES_PER_SECOND
    per_window, lag = round(WINDOW_SECONDS / HOP_SECONDS), round(LAG_SECONDS / HOP_SECONDS)
    count = min(len(descriptors) // window, (len(track.curve) - lag) // per_window)
    if count < 1:
        return None
    features = stacked([window_features(descriptors[at * window : (at + 1) * window]) for at in range(count)])
    labels = track.curve[lag : lag + count * per_window].reshape(count, per_window, 2).mean(axis=1)
    return PieceWindows(features, labels)


def piano_figures(rater: Rater, pieces: list[PieceWindows]) -> dict:
    """r of the pieces' means, mean r within pieces of LEAST_WINDOWS and more, signs of the means, movement."""
    ratings = [rater.rate(piece.features).emotion for piece in pieces]
    truth = np.array([piece.labels.mean(axis=0) for piece in pieces])
    means = np.array([rating.mean(axis=0) for rating in ratings])
    return {
        "pieces": len(pieces),
        "windows": int(sum(len(piece.labels) for piece in pieces)),
        "windowSeconds": WINDOW_SECONDS,
        "rBetween": by_axis(correlation(truth, means)),
        "rWithin": within(pieces, ratings),
        "signAccuracy": by_axis(((means > 0) == (truth > 0)).mean(axis=0)),
        "meanRating": by_axis(means.mean(axis=0)),
        "meanLabel": by_axis(truth.mean(axis=0)),
    }


def within(pieces: list[PieceWindows], ratings: list[np.ndarray]) -> dict:
    """Mean over pieces of the correlation over a piece's windows; axes without movement are left out."""
    columns: tuple[list[float], list[float]] = ([], [])
    for piece, rating in zip(pieces, ratings):
        if len(rating) >= LEAST_WINDOWS:
            for axis in range(2):
                if piece.labels[:, axis].std() > 0:
                    columns[axis].append(float(np.corrcoef(piece.labels[:, axis], rating[:, axis])[0, 1]))
    return {"pieces": [len(column) for column in columns], **by_axis([np.mean(column) for column in columns])}
