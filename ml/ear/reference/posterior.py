"""What scikit-learn's Gaussian process says of tracks after corrections, for ear.test.ts.

Run: pip install scikit-learn==1.9.1; python posterior.py > posterior.json
"""

import json

import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, DotProduct, Kernel

TRACKS, COLUMNS = 40, 11
REACH = 0.6
SETTINGS = {
    "valence": {"zero": 0.2, "slope": 0.1, "smooth": 0.5, "noise": 0.1},
    "arousal": {"zero": 0.05, "slope": 0.0, "smooth": 0.7, "noise": 0.2},
}
CORRECTED = [3, 17, 4, 30, 22, 39, 0, 11, 12]
random = np.random.default_rng(14)


class Correlation(Kernel):
    """Of tracks' true points about the model's, in the model's deviations; X is the track's number."""

    def __init__(self, unit, points, settings):
        self.unit, self.points, self.settings = unit, points, settings

    def __call__(self, X, Y=None, eval_gradient=False):
        one = X[:, 0].astype(int)
        other = one if Y is None else Y[:, 0].astype(int)
        distances = np.square(self.unit[:, None] - self.unit[None]).sum(2)
        smooth = RBF(REACH * np.sqrt(distances.mean()))(self.unit[one], self.unit[other])
        slope = DotProduct(0)(self.points[one, None], self.points[other, None])
        shares = self.settings
        own = 1 - shares["zero"] - shares["smooth"] - shares["slope"] * self.points[one, None] ** 2
        same = one[:, None] == other[None]
        return shares["zero"] + shares["slope"] * slope + shares["smooth"] * smooth + own * same

    def diag(self, X):
        return np.ones(len(X))

    def is_stationary(self):
        return False


def single(values: np.ndarray, digits: int) -> np.ndarray:
    """As TypeScript reads them: in single precision."""
    return np.round(values, digits).astype(np.float32).astype(np.float64)


def numbers(values: np.ndarray, digits: int = 9) -> list[float]:
    return [round(float(value), digits) for value in np.ravel(values)]


def axis(unit: np.ndarray, settings: dict) -> dict:
    points = single(random.uniform(-0.6, 0.6, TRACKS), 3)
    deviations = single(random.uniform(0.1, 0.3, TRACKS), 3)
    said = np.clip(np.round(points[CORRECTED] + 0.15 + random.normal(0, 0.15, len(CORRECTED)), 3), -1, 1)
    after = []
    for count in [1, 4, len(CORRECTED)]:
        tracks = np.array(CORRECTED[:count])
        noise = (settings["noise"] / deviations[tracks]) ** 2
        process = GaussianProcessRegressor(Correlation(unit, points, settings), alpha=noise, optimizer=None)
        process.fit(tracks[:, None], (said[:count] - points[tracks]) / deviations[tracks])
        movement, deviation = process.predict(np.arange(TRACKS)[:, None], return_std=True)
        after.append(
            {
                "count": count,
                "points": numbers(points + deviations * movement),
                "deviations": numbers(deviations * deviation),
                "logEvidence": float(process.log_marginal_likelihood_value_),
            }
        )
    return {
        "points": numbers(points, 3),
        "deviations": numbers(deviations, 3),
        "said": numbers(said, 3),
        "after": after,
    }


rows = single(random.standard_normal((TRACKS, 4)) @ random.standard_normal((4, COLUMNS)) + 0.5, 3)
unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
print(
    json.dumps(
        {
            "columns": COLUMNS,
            "embedding": numbers(rows, 3),
            "settings": {"reach": REACH, "axes": SETTINGS},
            "corrected": CORRECTED,
            "axes": {name: axis(unit, settings) for name, settings in SETTINGS.items()},
        }
    )
)
