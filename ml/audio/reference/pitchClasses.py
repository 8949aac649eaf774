"""Writes pitchClasses.json: the pitch classes that ml/training/harmony.py hears in chords of four harmonics.

python ml/audio/reference/pitchClasses.py
"""

import json
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "training"))

from harmony import pitch_classes  # noqa: E402

RATE_HZ, SECONDS_EACH = 16000, 0.8
CHORDS = ((60, 64, 67), (57, 60, 64, 67), (53, 69, 72), (50, 62, 65, 70))


def chord(notes: tuple[int, ...]) -> np.ndarray:
    at = np.arange(int(SECONDS_EACH * RATE_HZ)) / RATE_HZ
    turns = [440 * 2 ** ((note - 69) / 12) * 2 * np.pi * at for note in notes]
    return sum(0.1 / k * np.sin(k * turn) for turn in turns for k in (1, 2, 3, 4))


samples = np.concatenate([chord(notes) for notes in CHORDS]).astype(np.float32)
answer = {"secondsEach": SECONDS_EACH, "chords": CHORDS}
answer["classes"] = {spectra: pitch_classes(samples, spectra).round(7).tolist() for spectra in (1, 2, 4)}
(HERE / "pitchClasses.json").write_text(json.dumps(answer) + "\n")
