"""Log-mel frames by librosa for logMel.test.ts. Run: pip install librosa==0.11.0; python logMel.py > logMel.json"""

import json
import sys
import warnings
from pathlib import Path

import librosa
import numpy as np

from signals import SIGNALS

front_end = json.loads((Path(__file__).parent.parent / "measure" / "frontEnd.json").read_text())

# 0.5 s of each signal; then lengths about the FFT's 512 samples, down to those that reflection wraps.
CASES = [(name, 8000) for name in SIGNALS] + [("chord", n) for n in (1, 2, 5, 100, 256, 257, 300, 511, 512, 700)]


def log_mel(sound: np.ndarray) -> np.ndarray:
    mel = librosa.feature.melspectrogram(
        y=sound.astype(np.float32),
        sr=front_end["sampleRateHz"],
        n_fft=front_end["fftSize"],
        hop_length=front_end["hopSamples"],
        window="hann",
        center=True,
        pad_mode="reflect",
        power=front_end["power"],
        n_mels=front_end["melBands"],
        fmin=front_end["lowestHz"],
        fmax=front_end["highestHz"],
        htk=False,
        norm="slaney",
    )
    return np.log10(1 + front_end["compressionGain"] * mel).T


warnings.filterwarnings("ignore", message="n_fft=.* is too large")
cases = [
    {"signal": name, "samples": count, "frames": [[round(float(x), 6) for x in row] for row in log_mel(SIGNALS[name](count))]}
    for name, count in CASES
]
json.dump({"librosa": librosa.__version__, "cases": cases}, sys.stdout, separators=(",", ":"))
print()
