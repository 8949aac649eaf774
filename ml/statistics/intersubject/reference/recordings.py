"""Leave-one-out and pairwise correlations by numpy, for intersubjectCorrelation.test.ts.

Run: pip install numpy==2.4.6; python recordings.py > recordings.json

Four people, two pieces of 31 and 20 samples, two targets; the last has no run of the second piece. Runs are z-scored,
means are those of whoever has the piece, and correlations are taken over all samples that a participant has.
"""

import json

import numpy as np

LENGTHS, PEOPLE = [31, 20], 4


def run(piece: int, person: int) -> np.ndarray:
    row, column = np.meshgrid(np.arange(LENGTHS[piece]), np.arange(2), indexing="ij")
    own = np.cos(0.9 * row * (person + 1) + column + piece) + 0.05 * row * (person - 1)
    return np.sin(0.3 * row + 0.5 * column) * (1 + person) + own


def z(values: np.ndarray) -> np.ndarray:
    return (values - values.mean(axis=0)) / values.std(axis=0)


def column_correlations(one: np.ndarray, other: np.ndarray) -> list[float]:
    return [float(np.corrcoef(one[:, k], other[:, k])[0, 1]) for k in range(2)]


runs = [[z(run(piece, person)) if (piece, person) != (1, 3) else None for person in range(PEOPLE)] for piece in [0, 1]]


def left_out(person: int) -> list[float]:
    pieces = [piece for piece in runs if piece[person] is not None]
    others = [np.mean([r for i, r in enumerate(piece) if i != person and r is not None], axis=0) for piece in pieces]
    return column_correlations(np.concatenate([piece[person] for piece in pieces]), np.concatenate(others))


def pair(one: int, other: int) -> list[float]:
    pieces = [piece for piece in runs if piece[one] is not None and piece[other] is not None]
    return column_correlations(*(np.concatenate([piece[who] for piece in pieces]) for who in (one, other)))


print(
    json.dumps(
        {
            "leftOut": [left_out(person) for person in range(PEOPLE)],
            "pairs": {f"{a} {b}": pair(a, b) for a in range(PEOPLE) for b in range(a)},
        }
    )
)
