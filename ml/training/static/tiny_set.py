"""Songs without sound, whose features carry their emotion through a curved map among noise: for a run without data."""

import numpy as np

from static.labelled_songs import LabelledSongs


def tiny_set(count: int, features: int, seed: int) -> LabelledSongs:
    """`count` songs in groups of two, labels uniform in the plane."""
    random = np.random.default_rng(seed)
    labels = random.uniform(-0.8, 0.8, (count, 2))
    carried = np.tanh(2 * labels @ random.normal(size=(2, features)) + random.normal(size=features))
    return LabelledSongs(
        np.array([f"tiny{number}" for number in range(count)]),
        carried + random.normal(size=(count, features)),
        labels,
        np.array([f"group{number // 2}" for number in range(count)]),
    )
