"""numpy's spectra at awkward lengths, for fourier.test.ts.

Run: pip install numpy==2.4.6; python fourier.py > fourier.json
"""

import json

import numpy as np


def series(size: int) -> np.ndarray:
    t = np.arange(size)
    return np.sin(0.7 * t**1.3) + 1j * np.cos(0.31 * t)


def spectrum(size: int) -> dict:
    values = np.fft.fft(series(size))
    return {"size": size, "real": values.real.tolist(), "imaginary": values.imag.tolist()}


print(json.dumps([spectrum(size) for size in [1, 2, 3, 7, 16, 30, 61, 100]]))
