"""Triplets of songs for regression: which songs feel nearly the same, which differ, mined from the labels."""

from dataclasses import dataclass

import numpy as np

NEAR = 0.1
FAR = 0.5


@dataclass(frozen=True)
class Triplets:
    """For every anchor: positives [anchors, P] and negatives [anchors, N]; every positive goes with every negative."""

    anchors: np.ndarray
    positives: np.ndarray
    negatives: np.ndarray

    def at(self, rows: np.ndarray) -> "Triplets":
        return Triplets(self.anchors[rows], self.positives[rows], self.negatives[rows])


class TripletMine:
    """Where triplets are drawn from: pairs within NEAR of each other in the valence-arousal plane, pairs beyond FAR.

    Both distances are between the labels of the two songs of the pair themselves. (The published code took neighbours
    in a window of the sorted labels instead.) labels [n, 2] are those of the training songs alone. Songs without a
    positive or a negative are never anchors.
    """

    def __init__(self, labels: np.ndarray):
        distance = np.linalg.norm(labels[:, None] - labels[None], axis=2)
        near = distance <= NEAR
        np.fill_diagonal(near, False)
        self._near, self._far = Candidates(near), Candidates(distance > FAR)
        self.anchors = np.flatnonzero((self._near.counts > 0) & (self._far.counts > 0))

    def draw(self, each: int, random: np.random.Generator) -> Triplets:
        """`each` positives and `each` negatives of every anchor, drawn with replacement; anchors in random order."""
        anchors = random.permutation(self.anchors)
        return Triplets(
            anchors, self._near.draw(anchors, each, random), self._far.draw(anchors, each, random)
        )


class Candidates:
    """The true columns of every row of a mask, to draw from in constant time."""

    def __init__(self, mask: np.ndarray):
        self.counts = mask.sum(axis=1)
        self._starts = np.concatenate([[0], np.cumsum(self.counts)[:-1]])
        self._columns = np.nonzero(mask)[1]

    def draw(self, rows: np.ndarray, each: int, random: np.random.Generator) -> np.ndarray:
        """`each` columns of each of these rows, [rows, each]."""
        place = (random.random((len(rows), each)) * self.counts[rows, None]).astype(int)
        return self._columns[self._starts[rows, None] + place]
