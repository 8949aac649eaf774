"""Can a linear probe tell EEG from music in the common space? At chance (.5) they are mixed."""

import numpy as np
from sklearn.linear_model import LogisticRegression

Pair = tuple[np.ndarray, np.ndarray]
"""Unit vectors of EEG and of music, of the same windows, [n, 32] each."""


class ModalityProbe:
    """Logistic regression on what the network was trained with, to be asked about tracks that it was not.

    Directions are taken as they are, as retrieval takes them; only their common scale is brought to 1 a number.
    """

    def __init__(self, trained: Pair):
        self.model = LogisticRegression(max_iter=300).fit(*told_apart(trained))

    def accuracy(self, held_out: Pair) -> float:
        return float(self.model.score(*told_apart(held_out)))


def told_apart(pair: Pair) -> tuple[np.ndarray, np.ndarray]:
    vectors = np.concatenate(pair)
    return vectors * vectors.shape[1] ** 0.5, np.repeat([1, 0], [len(part) for part in pair])
