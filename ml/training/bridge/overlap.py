"""Whether a feature means the same in DEAM and in audio measured here, judged by its distributions alone."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import ks_2samp

LEAST_SHARED_RANGE = 0.5
LARGEST_DISTANCE = 0.35
LARGEST_SHIFT = 0.75


@dataclass(frozen=True)
class Overlap:
    """distance: two-sample Kolmogorov-Smirnov statistic. shared_range: of the 5..95 % ranges, their common part over
    their union. shift: difference of the means in standard deviations of DEAM."""

    distance: float
    shared_range: float
    shift: float

    @property
    def kept(self) -> bool:
        """The rule, stated before any emotion label of the new audio was looked at."""
        near = self.distance <= LARGEST_DISTANCE and abs(self.shift) <= LARGEST_SHIFT
        return near and self.shared_range >= LEAST_SHARED_RANGE


def overlap(theirs: np.ndarray, ours: np.ndarray) -> Overlap:
    """A feature over DEAM's songs [n] and over ours [m]."""
    (low, high), (our_low, our_high) = np.quantile(theirs, (0.05, 0.95)), np.quantile(ours, (0.05, 0.95))
    common = max(0.0, min(high, our_high) - max(low, our_low))
    union = max(high, our_high) - min(low, our_low)
    shift = (ours.mean() - theirs.mean()) / theirs.std()
    return Overlap(float(ks_2samp(theirs, ours).statistic), float(common / union), float(shift))


def overlaps(theirs: dict[str, np.ndarray], ours: dict[str, np.ndarray]) -> dict[str, Overlap]:
    """Of every feature that both have."""
    return {name: overlap(values, ours[name]) for name, values in theirs.items() if name in ours}
