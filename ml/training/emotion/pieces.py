"""What the shipped profile learns from: embedded tracks with a valence and an arousal, each set on its own scale."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from sklearn.model_selection import GroupKFold


@dataclass(frozen=True)
class Piece:
    """One track. embedding: [halfSeconds, 200]; presence: [halfSeconds], how much there is to hear; harmony:
    [halfSeconds, 16].

    curve: labels of every half second, [halfSeconds, 2], or [1, 2] where one is meant for the whole track. data_set:
    whose
    raters they are. group: pieces of one group (artist, series) are never parted between training and test.
    gain_changes: how the mean embedding changes at other recording levels, [levels, 200]; known of some pieces.
    """

    key: str
    data_set: str
    group: str
    embedding: np.ndarray
    presence: np.ndarray
    harmony: np.ndarray
    curve: np.ndarray
    gain_changes: np.ndarray = field(default_factory=lambda: np.empty((0, 200)))

    @property
    def label(self) -> np.ndarray:
        """Valence and arousal of the whole track, [2]."""
        return self.curve.mean(axis=0)

    @property
    def rows(self) -> np.ndarray:
        """Embedding and harmony of every half second, [halfSeconds, 216]."""
        return np.hstack([self.embedding, self.harmony])

    @cached_property
    def features(self) -> np.ndarray:
        """What the point is read from: the rows' mean, silent half seconds counting little, [216]."""
        return statistics(self.rows, self.presence)[: self.embedding.shape[1] + self.harmony.shape[1]]

    @cached_property
    def statistics(self) -> np.ndarray:
        """Mean and standard deviation of the embedding, silent half seconds counting little, [400]."""
        return statistics(self.embedding, self.presence)


LEAST_PRESENCE = 1e-6


def statistics(embedding: np.ndarray, presence: np.ndarray) -> np.ndarray:
    """Weighted means, then standard deviations, over half seconds: [h, n] and [h] -> [2 n]."""
    weights = np.maximum(presence.astype(float), LEAST_PRESENCE)
    weights = weights / weights.sum()
    values = embedding.astype(float)
    mean = weights @ values
    variance = weights @ (values - mean) ** 2
    return np.concatenate([mean, np.sqrt(variance)])


@dataclass(frozen=True)
class Scale:
    """Mean and spread of a set's labels, both [2]: every set is learned in its own units."""

    mean: np.ndarray
    deviation: np.ndarray


def scales(pieces: list[Piece]) -> dict[str, Scale]:
    """The scale of every set among the pieces."""
    names = sorted({p.data_set for p in pieces})
    labels = {name: np.array([p.label for p in pieces if p.data_set == name]) for name in names}
    return {name: Scale(values.mean(axis=0), values.std(axis=0)) for name, values in labels.items()}


def folds_of(pieces: list[Piece], count: int, seed: int) -> np.ndarray:
    """Fold of every piece; whole groups are dealt out, over all sets together since artists occur in several."""
    fold = np.zeros(len(pieces), int)
    groups = np.array([p.group for p in pieces])
    splitter = GroupKFold(min(count, len(set(groups))), shuffle=True, random_state=seed)
    for number, (_, held_out) in enumerate(splitter.split(groups, groups=groups)):
        fold[held_out] = number
    return fold
