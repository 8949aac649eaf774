"""White noise resampled by scipy, for resampler.test.ts. Run: pip install scipy==1.17.1; python resampler.py > resampler.json

The filter is designed here from the same edges (0.9 of Nyquist to Nyquist, 84 dB) and applied in one stage.
"""

import json
import math
import sys

import numpy as np
import scipy
from scipy.signal import firwin, kaiserord, resample_poly

from signals import noise

TO_HZ = 16000
INPUTS = 1500


def resample(sound: np.ndarray, from_hz: int) -> np.ndarray:
    divisor = math.gcd(from_hz, TO_HZ)
    up, down = TO_HZ // divisor, from_hz // divisor
    rate_hz = from_hz * up
    nyquist_hz = min(from_hz, TO_HZ) / 2
    taps, beta = kaiserord(84, 0.1 * nyquist_hz / (rate_hz / 2))
    low_pass = firwin(taps | 1, 0.95 * nyquist_hz, window=("kaiser", beta), fs=rate_hz)
    return resample_poly(sound, up, down, window=low_pass)


cases = [
    {"fromHz": from_hz, "output": [round(float(x), 6) for x in resample(0.5 * noise(INPUTS), from_hz)[:200]]}
    for from_hz in (8000, 11025, 22050, 32000, 44100, 48000, 96000)
]
json.dump({"scipy": scipy.__version__, "inputs": INPUTS, "cases": cases}, sys.stdout, separators=(",", ":"))
print()
