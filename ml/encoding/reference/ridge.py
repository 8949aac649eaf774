"""Writes ridge.json: what himalaya, scikit-learn and the voxelwise tutorials' Delayer say of small numbers.

Run with numpy 1.26 or later, scikit-learn 1.5 and himalaya 0.4.11: python3 ml/encoding/reference/ridge.py
The numbers of `values` are made by a formula, so that the tests make them too.
"""

import json
from pathlib import Path

import himalaya
import numpy as np
import sklearn
from himalaya.kernel_ridge import MultipleKernelRidgeCV, solve_multiple_kernel_ridge_random_search
from himalaya.ridge import RidgeCV, solve_ridge_svd
from himalaya.scoring import correlation_score_split, r2_score, r2_score_split
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold


def values(rows, columns, seed):
    index = np.arange(rows * columns)
    return (np.sin(12.9898 * (index + 1) + 78.233 * seed) * 43758.5453 % 1 - 0.5).reshape(rows, columns)


def make_delayed(X, delays):
    """As voxelwise_tutorials.delayer.Delayer (BSD-3): the delays' copies beside each other, zeros where nothing was."""
    copies = []
    for delay in delays:
        copy = np.zeros_like(X)
        if delay == 0:
            copy = X.copy()
        elif delay > 0:
            copy[delay:] = X[:-delay]
        else:
            copy[:delay] = X[-delay:]
        copies.append(copy)
    return np.hstack(copies)


X, Y = values(30, 6, 1), values(30, 3, 2)
Y[:, 0] += 2 * X[:, 0]
Y[:, 1] += X[:, 3] + 0.7
test = values(10, 6, 3)
alphas = np.array([0.1, 1.0, 10.0, 100.0])

ridge = {str(alpha): Ridge(alpha=alpha).fit(X, Y).predict(test).tolist() for alpha in alphas}
plain = {str(alpha): (test @ solve_ridge_svd(X, Y, alpha=alpha, warn=False)).tolist() for alpha in alphas}
wide, wide_test = values(12, 40, 4), values(5, 40, 5)
wide_ridge = Ridge(alpha=2.0).fit(wide, Y[:12]).predict(wide_test).tolist()
chosen = RidgeCV(alphas=alphas, cv=KFold(5)).fit(X, Y)

spaces = [X[:, :2], X[:, 2:]]
kernels = np.stack([space @ space.T for space in spaces])
gammas = np.array([[0.5, 0.5], [0.9, 0.1], [0.1, 0.9]])
deltas, _, cv_scores = solve_multiple_kernel_ridge_random_search(
    kernels, Y, n_iter=gammas, alphas=alphas, cv=KFold(5), local_alpha=True, progress_bar=False,
)
prediction = values(30, 3, 6) + 0.5 * (Y - Y.mean(0))
parts = np.stack([0.3 * prediction + values(30, 3, 7), 0.7 * prediction - values(30, 3, 7)])
centred = lambda matrix: matrix - matrix.mean(-2, keepdims=True)

result = {
    "versions": {"himalaya": himalaya.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "alphas": alphas.tolist(),
    "withIntercept": ridge,
    "withoutIntercept": plain,
    "wide": wide_ridge,
    "bestAlphas": np.asarray(chosen.best_alphas_).tolist(),
    "gammas": gammas.tolist(),
    "bandedDeltas": np.asarray(deltas).tolist(),
    "bandedBest": np.asarray(cv_scores).max(0).tolist(),
    "delayed": make_delayed(values(7, 2, 8), [0, 2, -1]).tolist(),
    "correlationSplit": np.asarray(correlation_score_split(centred(Y), centred(parts))).tolist(),
    "r2Split": np.asarray(r2_score_split(centred(Y), centred(parts))).tolist(),
    "r2": np.asarray(r2_score(Y, prediction)).tolist(),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n")
