"""The least time of several that numpy takes for a step of linear algebra, in milliseconds, for linear.bench.ts.

Run: python numpy_times.py '{"step": "product", "sizes": [600, 600, 8000], "precision": "double", "rounds": 5}'
"""

import json
import sys
import time

import numpy as np

case = json.loads(sys.argv[1])
random = np.random.default_rng(1)
dtype = np.float64 if case["precision"] == "double" else np.float32


def step():
    """What is timed, after what it needs has been made."""
    if case["step"] == "product":
        rows, inner, columns = case["sizes"]
        left = random.standard_normal((rows, inner)).astype(dtype)
        right = random.standard_normal((inner, columns)).astype(dtype)
        return lambda: left @ right
    (rows,) = case["sizes"]
    factor = random.standard_normal((rows, rows))
    kernel = factor @ factor.T
    return lambda: np.linalg.eigh(kernel)


def milliseconds(work) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


work = step()
print(min(milliseconds(work) for _ in range(case["rounds"])))
