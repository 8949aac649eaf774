"""Pieces with what the models hear of them every half second, and the folds over their series."""

from dataclasses import dataclass, field

import numpy as np
from sklearn.model_selection import GroupKFold

OUTER_FOLDS = 5
INNER_FOLDS = 3


@dataclass(frozen=True)
class Piece:
    """A rated piece. truth: the median rater, [halfSeconds, 2]. inputs: by name of the input, a list of renderings,
    each [halfSeconds, ...]; the first is the one that is judged on, the others are for training."""

    key: str
    group: str
    truth: np.ndarray
    inputs: dict[str, list[np.ndarray]] = field(default_factory=dict)

    def labels(self, lag: int) -> np.ndarray:
        """What was rated `lag` half seconds after each was heard, [halfSeconds, 2]; the last rating holds on."""
        at = np.minimum(np.arange(len(self.truth)) + lag, len(self.truth) - 1)
        return self.truth[at]


@dataclass(frozen=True)
class Fold:
    """Indices of the pieces trained on and held out. inner: the same parted once more, for every choice."""

    training: np.ndarray
    held_out: np.ndarray
    inner: tuple[tuple[np.ndarray, np.ndarray], ...]


def series_folds(groups: list[str]) -> list[Fold]:
    """Folds in which no series is on both sides; inner folds part the training series again."""
    names = np.array(groups)
    outer = min(OUTER_FOLDS, len(set(groups)))
    folds = []
    for training, held_out in GroupKFold(outer).split(names, groups=names):
        folds.append(Fold(training, held_out, inner_folds(training, groups)))
    return folds


def inner_folds(training: np.ndarray, groups: list[str]) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    """The training pieces parted again by series, as pairs of indices."""
    own = np.array(groups)[training]
    splits = GroupKFold(min(INNER_FOLDS, len(set(own)))).split(own, groups=own)
    return tuple((training[a], training[b]) for a, b in splits)


def delayed(curve: np.ndarray, lag: int) -> np.ndarray:
    """A prediction of sound time in rating time: `lag` half seconds later; the first one holds until then."""
    return curve[np.maximum(np.arange(len(curve)) - lag, 0)]
