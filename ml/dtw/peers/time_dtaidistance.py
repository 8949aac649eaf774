"""
Times dtaidistance's C library on pairs of tracks: its n-dimensional distance matrix, one thread.

    time_dtaidistance.py TRACKS RADIUS     TRACKS: float32, 64 points of (valence, arousal) each

Prints JSON: cells of the table a second (best of 5), and the distances from the first track to each other one.
"""
import json
import sys
import time

import numpy
from dtaidistance import dtw_ndim

POINTS = 64


def main() -> None:
    tracks = numpy.fromfile(sys.argv[1], dtype=numpy.float32).reshape(-1, POINTS, 2).astype(numpy.float64)
    radius = int(sys.argv[2])
    cells = sum(min(POINTS - 1, i + radius) - max(0, i - radius) + 1 for i in range(POINTS))
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        matrix = dtw_ndim.distance_matrix_fast(
            tracks, ndim=2, window=radius + 1, compact=True, parallel=False
        )
        seconds.append(time.perf_counter() - started)
    rate = len(matrix) * cells / min(seconds)
    print(json.dumps({"cellsPerSecond": rate, "distances": [float(d) for d in matrix[: len(tracks) - 1]]}))


if __name__ == "__main__":
    main()
