"""How far off an answer may be: a standard deviation for each track, fitted to errors on tracks that were held out."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize


@dataclass(frozen=True)
class Traits:
    """What an answer's error may depend on: units, the answer itself [n, 2]; strangeness of the track, [n]."""

    units: np.ndarray
    strangeness: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """1, strangeness, distance of valence and of arousal from the middle, [n, 4]."""
        return np.column_stack([np.ones(len(self.units)), self.strangeness, np.abs(self.units)])


def fit_deviation(traits: Traits, errors: np.ndarray, sets: np.ndarray) -> np.ndarray:
    """Coefficients [4, 2] such that exp(rows @ coefficients) is the standard deviation of the errors, [n, 2].

    The likelihood of normal errors, each set weighing one, with a little weight decay; then scaled so that one standard
    deviation holds 68.3 % of the errors, on average over the sets.
    """
    rows = traits.rows
    weights = np.array([1 / np.count_nonzero(sets == s) for s in sets])
    answer = np.empty((rows.shape[1], 2))
    for axis in (0, 1):
        squared = errors[:, axis] ** 2

        def loss(c: np.ndarray) -> float:
            log_deviation = rows @ c
            return float(
                weights @ (log_deviation + 0.5 * squared * np.exp(-2 * log_deviation)) + 0.01 * (c[1:] ** 2).sum()
            )

        answer[:, axis] = minimize(loss, np.zeros(rows.shape[1])).x
        ratio = np.abs(errors[:, axis]) / np.exp(rows @ answer[:, axis])
        answer[0, axis] += np.log(np.mean([np.quantile(ratio[sets == s], 0.683) for s in sorted(set(sets))]))
    return answer


def deviations(traits: Traits, coefficients: np.ndarray) -> np.ndarray:
    """Standard deviation of every answer, in the units of the errors, [n, 2]."""
    return np.exp(traits.rows @ coefficients)
