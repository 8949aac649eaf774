"""Regression with a Gaussian kernel, tuned for each axis on inner splits: support vectors and kernel ridge.

The kernel is exp(-gamma |x - y|^2); gamma = width / (F var), var the variance of all training features together, so
that width 1 is scikit-learn's gamma="scale".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from sklearn.svm import SVR

WIDTHS = (0.03, 0.1, 0.3, 1.0)
COSTS = (0.1, 0.3, 1.0, 3.0)
RIDGES = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
EPSILON = 0.1
EXACT = 1e-7

Rows = tuple[np.ndarray, np.ndarray]
"""Features [n, F] and labels [n, 2]."""


@dataclass(frozen=True)
class Choice:
    """Width of the kernel, and the cost of an error (support vectors) or the penalty (ridge)."""

    width: float
    strength: float


@dataclass(frozen=True)
class KernelModel:
    """y = sum_i coefficients[i] exp(-gammas |x - rows[i]|^2) + offset for each axis: rows [m, F], coefficients [m, 2],
    gammas [2], offset [2]."""

    rows: np.ndarray
    coefficients: np.ndarray
    gammas: np.ndarray
    offset: np.ndarray

    def predict(self, features: np.ndarray) -> np.ndarray:
        """Valence and arousal, [n, 2], not clipped."""
        distances = squared_distances(features, self.rows)
        kernels = [np.exp(-gamma * distances) for gamma in self.gammas]
        return np.column_stack([k @ self.coefficients[:, axis] for axis, k in enumerate(kernels)]) + self.offset


Solution = tuple[np.ndarray, np.ndarray]
"""Coefficients [n, 2] and offset [2]."""


@dataclass(frozen=True)
class Family:
    """A way to solve for coefficients: `path` takes a kernel [n, n], labels [n, 2] to a solution for every strength."""

    strengths: tuple[float, ...]
    path: Callable[[np.ndarray, np.ndarray, Sequence[float]], list[Solution]]


def squared_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """|a_i - b_j|^2, [n, m], never negative."""
    return np.maximum((a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1) - 2 * a @ b.T, 0)


def unit_gamma(features: np.ndarray) -> float:
    return 1 / (features.shape[1] * max(features.var(), 1e-12))


def support_vector_path(
    kernel: np.ndarray, labels: np.ndarray, costs: Sequence[float], tolerance: float = 1e-3
) -> list[Solution]:
    """Epsilon-insensitive regression (Vapnik), epsilon 0.1 on labels in [-1, 1], by libsvm.

    tolerance: where its solver stops; with the default two orders of the same rows differ by some 1e-4.
    """
    solutions = []
    for cost in costs:
        coefficients, offset = np.zeros_like(labels), np.zeros(2)
        for axis in (0, 1):
            model = SVR(kernel="precomputed", C=cost, epsilon=EPSILON, tol=tolerance).fit(kernel, labels[:, axis])
            coefficients[model.support_, axis] = model.dual_coef_[0]
            offset[axis] = model.intercept_[0]
        solutions.append((coefficients, offset))
    return solutions


def ridge_path(kernel: np.ndarray, labels: np.ndarray, penalties: Sequence[float]) -> list[Solution]:
    """(K + penalty I)^-1 (y - mean), from one eigendecomposition for all penalties."""
    spectrum, axes = np.linalg.eigh(kernel)
    offset = labels.mean(axis=0)
    moment, spectrum = axes.T @ (labels - offset), np.maximum(spectrum, 0)[:, None]
    return [(axes @ (moment / (spectrum + penalty)), offset) for penalty in penalties]


SUPPORT_VECTORS = Family(COSTS, support_vector_path)
EXACT_SUPPORT_VECTORS = Family(COSTS, partial(support_vector_path, tolerance=EXACT))
KERNEL_RIDGE = Family(RIDGES, ridge_path)


def grid_errors(family: Family, train: Rows, held_out: Rows, choices: Sequence[Choice]) -> np.ndarray:
    """Mean squared error on the held-out rows of every choice and axis, [choices, 2]."""
    within, across = squared_distances(train[0], train[0]), squared_distances(held_out[0], train[0])
    unit, errors = unit_gamma(train[0]), np.zeros((len(choices), 2))
    for width in sorted({choice.width for choice in choices}):
        at = [number for number, choice in enumerate(choices) if choice.width == width]
        path = family.path(np.exp(-width * unit * within), train[1], [choices[number].strength for number in at])
        kernel = np.exp(-width * unit * across)
        for number, (coefficients, offset) in zip(at, path):
            errors[number] = ((kernel @ coefficients + offset - held_out[1]) ** 2).mean(axis=0)
    return errors


def grid(family: Family) -> list[Choice]:
    return [Choice(width, strength) for width in WIDTHS for strength in family.strengths]


def choose(family: Family, train: Rows, held_out: Rows) -> tuple[Choice, Choice]:
    """The choice for valence and for arousal with the least error on the held-out rows."""
    choices = grid(family)
    best = grid_errors(family, train, held_out, choices).argmin(axis=0)
    return choices[best[0]], choices[best[1]]


def fit(family: Family, train: Rows, chosen: tuple[Choice, Choice]) -> KernelModel:
    """The model of all training rows; rows that neither axis uses are left out."""
    distances = squared_distances(train[0], train[0])
    gammas = np.array([choice.width * unit_gamma(train[0]) for choice in chosen])
    coefficients, offset = np.zeros_like(train[1]), np.zeros(2)
    for axis, (choice, gamma) in enumerate(zip(chosen, gammas)):
        solution = family.path(np.exp(-gamma * distances), train[1], [choice.strength])[0]
        coefficients[:, axis], offset[axis] = solution[0][:, axis], solution[1][axis]
    used = coefficients.any(axis=1)
    return KernelModel(train[0][used], coefficients[used], gammas, offset)
