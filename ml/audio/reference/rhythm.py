"""Writes rhythm.json: what ml/training/rhythm.py says of log-mel frames that both languages can make.

python ml/audio/reference/rhythm.py
"""

import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "training"))

from rhythm import RHYTHM_NAMES, rhythm  # noqa: E402

LENGTHS, BANDS = (1700, 77, 2), 96


def frames(count: int) -> np.ndarray:
    """A held spectrum that swells, strokes every 29 frames that ring, and noise of the generator of Numerical Recipes;
    the first frames are silent."""
    state, noise = 1, np.empty(count * BANDS)
    for i in range(len(noise)):
        state = (1664525 * state + 1013904223) % 2**32
        noise[i] = state / 2**32
    frame, band = np.divmod(np.arange(count * BANDS), BANDS)
    held = 1.5 + np.sin(frame / 150) + np.cos(band * 1.3) - band / 40
    stroke = 3 - 0.25 * (frame % 29) - np.where(frame % 58 < 29, band, 96 - band) / 60
    sound = np.maximum(0, np.maximum(held, stroke) + 0.3 * noise)
    return np.where(frame < 9, 0, sound).astype(np.float32).reshape(count, BANDS)


rows = {str(count): rhythm(frames(count)).round(7).tolist() for count in LENGTHS}
(HERE / "rhythm.json").write_text(json.dumps({"names": RHYTHM_NAMES, "rows": rows}) + "\n")
