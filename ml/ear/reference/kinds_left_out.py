"""What corrections of music unlike a model's own teach: the numbers behind the defaults of earSettings.ts.

Ridges on the mean of MusiCNN's 200 numbers learn 4Q's labels with one of several kinds of its music (k-means on the centred
cosine) left out, and are then corrected in that kind. Prints the likeliest settings, and the error on the rest of the kind.

Run: pip install scikit-learn==1.9.1; python kinds_left_out.py ../../../../shared/data/panda4q
"""

import csv
import itertools
import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans

NOISE = 0.1
COUNTS = [0, 10, 25]
DEFAULT = (0.35, 0.15, 0.1, 0.5)
REACHES = [0.15, 0.25, 0.35, 0.5, 0.7, 1]
SHARES = [
    shares
    for shares in itertools.product([0, 0.05, 0.1, 0.2, 0.3, 0.4], [0, 0.05, 0.1, 0.2], [0, 0.2, 0.4, 0.5, 0.6, 0.8])
    if sum(shares) <= 1
]


def read(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    dense = np.load(folder / "musicnn_dense_f16.npy").astype(float)
    clips = list(csv.DictReader((folder / "index.csv").open()))
    first = [int(clip["row_offset"]) for clip in clips]
    rows = [dense[at : at + int(clip["rows"])].mean(0) for at, clip in zip(first, clips)]
    labels = [[float(clip["tag_valence"]), float(clip["tag_arousal"])] for clip in clips]
    return np.array(rows), np.array(labels)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def squared_distances(rows: np.ndarray) -> np.ndarray:
    """In units of their mean."""
    squares = np.square(rows).sum(1)
    distances = np.maximum(squares[:, None] + squares[None] - 2 * rows @ rows.T, 0)
    return distances / distances.mean()


def told(rows: np.ndarray, labels: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """What a ridge on all other groups says of each group."""
    said = np.zeros_like(labels)
    for group in np.unique(groups):
        out = groups == group
        mean, spread, middle = rows[~out].mean(0), rows[~out].std(0), labels[~out].mean(0)
        known, asked = (rows[~out] - mean) / spread, (rows[out] - mean) / spread
        inner = known.T @ known + 300 * np.eye(rows.shape[1])
        said[out] = asked @ np.linalg.solve(inner, known.T @ (labels[~out] - middle)) + middle
    return np.clip(said, -1, 1)


def kernel(settings: tuple, points: np.ndarray, distances: np.ndarray) -> np.ndarray:
    reach, zero, slope, smooth = settings
    shared = zero + slope * np.outer(points, points) + smooth * np.exp(-distances / (2 * reach**2))
    np.fill_diagonal(shared, 1)
    return shared


def log_evidence(matrix: np.ndarray, residuals: np.ndarray) -> float:
    factor = np.linalg.cholesky(matrix + 1e-6 * np.eye(len(matrix)))
    return float(-np.square(np.linalg.solve(factor, residuals)).sum() / 2 - np.log(np.diag(factor)).sum())


def corrected(settings: tuple, kinds: list[np.ndarray], data: dict) -> dict:
    """Mean RMSE and r on the tracks of a kind after corrections of some, drawn twenty times."""
    found = {count: [] for count in COUNTS}
    random = np.random.default_rng(3)
    for kind, _ in itertools.product(kinds, range(20)):
        order = random.permutation(kind)
        rest = order[max(COUNTS) :]
        for count in COUNTS:
            known = order[:count]
            both = np.concatenate([known, rest])
            matrix = kernel(settings, data["points"][both], data["distances"][np.ix_(both, both)])
            own = matrix[:count, :count] + np.eye(count) * (NOISE / data["deviation"]) ** 2
            moved = matrix[count:, :count] @ np.linalg.solve(own, data["residuals"][known])
            said = data["points"][rest] + data["deviation"] * moved
            truth = data["labels"][rest]
            found[count].append([np.sqrt(np.square(said - truth).mean()), np.corrcoef(said, truth)[0, 1]])
    return {count: np.mean(values, 0).round(3).tolist() for count, values in found.items()}


rows, labels = read(Path(sys.argv[1]))
distances = squared_distances(unit(rows))
for count in [6, 10]:
    groups = KMeans(count, n_init=5, random_state=0).fit_predict(unit(rows - rows.mean(0)))
    kinds = [np.flatnonzero(groups == group) for group in range(count)]
    said = told(rows, labels, groups)
    for axis, name in enumerate(["valence", "arousal"]):
        residuals = labels[:, axis] - said[:, axis]
        deviation = residuals.std()
        data = {
            "labels": labels[:, axis],
            "points": said[:, axis],
            "distances": distances,
            "residuals": residuals / deviation,
            "deviation": deviation,
        }
        judged = [
            (
                sum(
                    log_evidence(
                        kernel(settings, data["points"][kind], distances[np.ix_(kind, kind)]),
                        data["residuals"][kind],
                    )
                    for kind in kinds
                ),
                settings,
            )
            for settings in ((reach, *shares) for reach in REACHES for shares in SHARES)
        ]
        evidence, likeliest = max(judged)
        print(f"{count} kinds, {name}: likeliest reach, zero, slope, smooth {likeliest} ({evidence:.1f})")
        print(f"  RMSE and r on the rest by corrections: {corrected(likeliest, kinds, data)}")
        print(f"  with the defaults {DEFAULT}: {corrected(DEFAULT, kinds, data)}")
