"""How much of the teacher the student has kept, on tracks that it never heard."""

import numpy as np
import torch

from embedding.distil import Student, Track, batch_of, segments
from embedding.targets import COMPONENTS
from embedding.teacher import WEIGHTS


def fidelity(student: Student, held_out: list[Track], weights: np.ndarray) -> dict:
    """Share of the variance explained of each group of the teacher's outputs, and of all of them weighted, per
    patch."""
    answers, truths = [], []
    student.eval()
    for first in range(0, len(chosen := segments(held_out, np.random.default_rng(0))), 16):
        frames, targets = batch_of(held_out, chosen[first : first + 16])
        with torch.no_grad():
            answers.append(student(frames).flatten(0, 1).numpy())
        truths.append(targets.flatten(0, 1).numpy())
    answer, truth = np.concatenate(answers), np.concatenate(truths)
    residual = ((answer - truth) ** 2).mean(axis=0)
    variance = truth.var(axis=0)
    result = {"patches": len(truth), "all": _explained(residual * weights, variance * weights)}
    start = 0
    for model in WEIGHTS:
        for output, count in COMPONENTS.items():
            part = slice(start, min(start + count, len(weights)))
            result[f"{model}/{output}"] = _explained(residual[part], variance[part])
            start += count
    return result


def _explained(residual: np.ndarray, variance: np.ndarray) -> float:
    return round(float(1 - residual.sum() / variance.sum()), 4)
