"""What a model answers for pieces that were held out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np


@dataclass
class Result:
    """Out-of-fold curves of every piece for each seed, [halfSeconds, 2] in rating time; what was tried and chosen."""

    curves: list[list[np.ndarray]]
    parameters: int
    notes: dict = field(default_factory=dict)

    @property
    def mean(self) -> list[np.ndarray]:
        """The curves averaged over the seeds: what is judged and shown."""
        return [np.mean(parts, axis=0) for parts in zip(*self.curves)]


def mean_of(results: Sequence[Result]) -> Result:
    """Several models' curves averaged with equal weights, seed by seed."""
    seeds = max(len(r.curves) for r in results)
    by_seed = [[r.curves[seed % len(r.curves)] for r in results] for seed in range(seeds)]
    curves = [[np.mean(parts, axis=0) for parts in zip(*members)] for members in by_seed]
    return Result(curves, sum(r.parameters for r in results))
