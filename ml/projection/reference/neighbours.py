"""What scikit-learn says of neighbours and maps of rows both languages can make, for neighbours.test.ts.

Run: pip install scikit-learn==1.9.1; python neighbours.py > neighbours.json
"""

import json

import numpy as np
from sklearn.manifold import trustworthiness
from sklearn.neighbors import KNeighborsRegressor, NearestNeighbors

COUNT = 60
DIMENSIONS = 12
REACHES = [1, 5, 15, 29]


def rows() -> np.ndarray:
    """A spiral in many dimensions: neighbours along it are near."""
    row, column = np.meshgrid(np.arange(COUNT), np.arange(DIMENSIONS), indexing="ij")
    return np.sin(0.13 * row * (1 + column % 4) + column).astype(np.float32)


def flat_map() -> np.ndarray:
    """A map of them that is right in the large and wrong in the small."""
    row = np.arange(COUNT)
    return np.stack([row + 6 * np.sin(5 * row), 4 * np.cos(9 * row)], axis=1).astype(np.float32)


def left_out_means(features: np.ndarray, values: np.ndarray, reach: int) -> list[float]:
    """Every row told by a regression on the other rows."""
    said = []
    for row in range(COUNT):
        others = np.arange(COUNT) != row
        model = KNeighborsRegressor(reach, algorithm="brute").fit(features[others], values[others])
        said.append(float(model.predict(features[row : row + 1])[0]))
    return said


features, places = rows(), flat_map()
values = np.cos(0.2 * np.arange(COUNT)).astype(np.float32)
means = left_out_means(features, values, 5)
nearest = NearestNeighbors(algorithm="brute").fit(features).kneighbors(n_neighbors=5, return_distance=False)
print(
    json.dumps(
        {
            "trustworthiness": [[reach, trustworthiness(features, places, n_neighbors=reach)] for reach in REACHES],
            "neighbours": nearest.tolist(),
            "means": means,
            "correlation": float(np.corrcoef(means, values)[0, 1]),
            "quartiles": np.percentile(values.astype(float), [25, 50, 75]).tolist(),
        }
    )
)
