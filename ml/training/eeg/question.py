"""What is asked of one split, what it is asked with, and what is found."""

from dataclasses import dataclass

import numpy as np

from eeg.labels import Labels
from eeg.material import Material
from eeg.splits import Split
from eeg.track_tables import TrackTables


@dataclass(frozen=True)
class Question:
    """A split, the names and labels of the dimensions a network is to tell, the variants wanted, and a seed."""

    split: Split
    dimensions: tuple[str, ...]
    labels: tuple[Labels, ...]
    variants: tuple[str, ...]
    seed: int


@dataclass(frozen=True)
class Found:
    """Of one variant in one dimension and split. tables: one for each tested person. music: accuracy by segment and by
    track (at least half of its segments) for each of them, empty where the variant has no music. probe: for each of
    them, NaN where the variant has no space in common."""

    dimension: str
    variant: str
    tables: list[TrackTables]
    music: list[tuple[float, float]]
    probe: list[float]


@dataclass(frozen=True)
class Parts:
    """Training, watched and tested windows, and the segments of music to choose from, [gallery] indices of windows."""

    training: Material
    watched: Material
    tested: Material
    training_windows: np.ndarray
    tested_windows: np.ndarray
    gallery: np.ndarray
