"""What numpy and scipy say of matrices that are easy and hard to decompose, for the tests of ml/linear.

Run: pip install numpy scipy; python decompositions.py > decompositions.json
"""

import json

import numpy as np
from scipy.linalg import cho_factor, cho_solve, hilbert

random = np.random.default_rng(20)


def kernel(rows: int, columns: int) -> np.ndarray:
    """The kernel of bell-shaped rows: of lower rank where there are fewer columns."""
    factor = random.standard_normal((rows, columns))
    return factor @ factor.T


def wilkinson(rows: int) -> np.ndarray:
    """Pairs of values that agree in up to 14 digits, of a matrix with no small number beside its diagonal."""
    beside = np.ones(rows - 1)
    return np.diag(np.abs(np.arange(rows) - rows // 2)) + np.diag(beside, 1) + np.diag(beside, -1)


def smooth_kernel(rows: int) -> np.ndarray:
    """Of points on a line: values that fall until they are lost in rounding."""
    places = np.linspace(0, 1, rows)
    return np.exp(-((places[:, None] - places) ** 2) / 0.02)


def clustered(rows: int) -> np.ndarray:
    """Values in three clusters that differ in the tenth digit."""
    vectors = np.linalg.qr(random.standard_normal((rows, rows)))[0]
    values = np.arange(rows) % 3 + 1e-10 * np.arange(rows)
    mixed = vectors @ np.diag(values) @ vectors.T
    return (mixed + mixed.T) / 2


def numbers(values: np.ndarray) -> list[float]:
    return [float(value) for value in np.ravel(values)]


matrices = {
    "a full kernel": kernel(7, 12),
    "a kernel of rank 4": kernel(16, 4),
    "Wilkinson's 21 rows": wilkinson(21),
    "Hilbert's 12 rows": hilbert(12),
    "a smooth kernel": smooth_kernel(24),
    "clusters": clustered(18),
    "two equal values": np.array([[2.0, 1, 1], [1, 2, 1], [1, 1, 2]]),
}
definite, sides, alphas = kernel(9, 5), random.standard_normal((9, 3)), [0.01, 1.0, 300.0]
print(
    json.dumps(
        {
            "eigen": [
                {
                    "name": name,
                    "rows": len(matrix),
                    "matrix": numbers(matrix),
                    "eigenvalues": numbers(np.linalg.eigvalsh(matrix)),
                }
                for name, matrix in matrices.items()
            ],
            "ridge": {
                "kernel": numbers(definite),
                "sides": numbers(sides),
                "alphas": alphas,
                "factors": [numbers(np.linalg.cholesky(definite + alpha * np.eye(9))) for alpha in alphas],
                "solutions": [
                    numbers(cho_solve(cho_factor(definite + alpha * np.eye(9)), sides)) for alpha in alphas
                ],
            },
        }
    )
)
