"""Cochleograms by scipy for cochleogram.test.ts.

    pip install numpy==2.4.6 scipy==1.17.1; python cochleogram.py > cochleogram.json

The stages are those of the NSL toolbox's wav2aud, the filters those of constantQFilters.ts, designed anew.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.signal import lfilter, sosfilt, sosfreqz

sys.path.insert(0, str(Path(__file__).parents[2] / "reference"))
from signals import RATE_HZ, SIGNALS  # noqa: E402

POLES = [(1.035, 0.02391), (0.9857, 0.08462), (0.797, 0.2272)]
ZEROS = [(1.077, 0.02491), (1.167, 0.3394)]
RIGHT_ZERO = 0.5907


def pair(roots: tuple[float, float], step: float) -> list[float]:
    z = np.exp(step * (-roots[1] + 1j * min(roots[0], np.pi / step)))
    return np.real(np.poly([z, z.conjugate()])).tolist()


def sections(hz: float) -> np.ndarray:
    step = 2 * np.pi * hz / RATE_HZ
    numerators = [*(pair(zero, step) for zero in ZEROS), [1, -np.exp(RIGHT_ZERO * step), 0]]
    filters = np.array([b + pair(pole, step) for b, pole in zip(numerators, POLES)])
    shares = np.geomspace(0.95, 1.1, 401)
    _, response = sosfreqz(filters, worN=np.minimum(shares * step, np.pi))
    filters[0, :3] /= np.max(abs(response))
    return filters


def cochleogram(sound: np.ndarray) -> np.ndarray:
    frames = -(-len(sound) // 128)
    padded = np.concatenate([sound, np.zeros(frames * 128 - len(sound))])
    rows = np.zeros((frames, 128))
    higher = None
    for place in range(128, -1, -1):
        filtered = sosfilt(sections(440 * 2 ** ((place - 31) / 24)), padded)
        hair = lfilter([1], [1, -np.exp(-1 / 8)], 1 / (1 + np.exp(-filtered / 0.1)))
        if higher is not None:
            rows[:, place] = lfilter([1], [1, -np.exp(-1 / 128)], np.maximum(hair - higher, 0))[127::128]
        higher = hair
    return rows


cases = []
for name, count, frames in [("chirp", 16000, [0, 20, 60, 100, 124]), ("chord", 5000, [0, 10, 39]), ("noise", 4000, [3, 31])]:
    rows = cochleogram(SIGNALS[name](count).astype(np.float32).astype(float))
    cases.append(
        {
            "signal": name,
            "samples": count,
            "count": len(rows),
            "frames": frames,
            "rows": [[round(float(x), 6) for x in rows[frame]] for frame in frames],
            "envelope": [round(float(x), 5) for x in rows.sum(axis=1)],
        }
    )
json.dump({"cases": cases}, sys.stdout, separators=(",", ":"))
sys.stdout.write("\n")
