"""Whole groups dealt out to folds: the outer ones that judge, the inner ones that choose."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import GroupKFold

from static.labelled_songs import LabelledSongs


@dataclass(frozen=True)
class Split:
    """Songs to learn from, and songs of other groups to choose or judge by."""

    train: LabelledSongs
    held_out: LabelledSongs


def fold_numbers(groups: np.ndarray, count: int, seed: int) -> np.ndarray:
    """The fold of every song, 0..count-1, [n]: groups whole, folds of nearly one size."""
    fold = np.zeros(len(groups), int)
    splitter = GroupKFold(count, shuffle=True, random_state=seed)
    for number, (_, held_out) in enumerate(splitter.split(groups, groups=groups)):
        fold[held_out] = number
    return fold


def splits(songs: LabelledSongs, count: int, seed: int) -> Iterator[Split]:
    """The `count` splits of a grouped cross-validation."""
    fold = fold_numbers(songs.groups, count, seed)
    for number in range(count):
        yield Split(songs.at(fold != number), songs.at(fold == number))
