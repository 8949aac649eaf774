"""Writes scipy.json: least assignments and prominent peaks as SciPy finds them."""

import json
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.signal import find_peaks

random = np.random.default_rng(20261130)


def assignment(rows, columns, whole):
    costs = random.random((rows, columns)) * 10
    if whole:
        costs = np.floor(costs)
    taken = linear_sum_assignment(costs)
    return {"costs": np.round(costs, 6).tolist(), "total": float(np.round(costs, 6)[taken].sum())}


def peaks(length, steps):
    values = np.tanh(np.cumsum(random.normal(size=length)) * 0.1)
    if steps:
        values = np.round(values * steps) / steps
    values = values.astype(np.float32)
    found, _ = find_peaks(values.astype(np.float64), prominence=0.05)
    return {"values": [float(value) for value in values], "peaks": found.tolist()}


reference = {
    "assignments": [
        assignment(rows, columns, whole)
        for rows, columns in [(1, 1), (1, 6), (4, 4), (5, 9), (12, 12), (20, 60)]
        for whole in [False, True]
    ],
    # No value of a peak lies on the bound of 0.05 itself.
    "peaks": [peaks(length, steps) for length in [3, 40, 300] for steps in [0, 7, 32]],
}
path = Path(__file__).with_name("scipy.json")
path.write_text(json.dumps(reference) + "\n")
