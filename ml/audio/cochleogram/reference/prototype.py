"""Fit the prototype of constantQFilters.ts to the shape of the published cochlear filters.

    pip install numpy==2.4.6 scipy==1.17.1; python prototype.py COCHBA_JSON

COCHBA_JSON holds the filter table of the NSL toolbox (naplib-python, MIT) as {"cf": [...], "B": [[...]], "A": [[...]]}.
Prints frequencies and dampings as shares of the characteristic frequency, four digits each, and how well they fit.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import least_squares
from scipy.signal import freqz

table = json.loads(Path(sys.argv[1]).read_text())
# Lower ones have a different order of filter from one channel to the next, higher ones bend towards half the sample rate.
CHANNELS = range(10, 66, 5)
octaves = np.concatenate(
    [np.linspace(-3, -0.5, 40), np.linspace(-0.5, -0.1, 40), np.linspace(-0.1, 0.15, 60), np.linspace(0.15, 1, 40)]
)
frequency = 2**octaves


def decibels(channel: int) -> np.ndarray:
    hz = table["cf"][channel] * frequency
    _, response = freqz(table["B"][channel], table["A"][channel], worN=2 * np.pi * hz / 16000)
    return 20 * np.log10(abs(response))


target = np.mean([decibels(channel) for channel in CHANNELS], axis=0)
weights = np.where(target > -12, 3, np.where(target > -18, 1.5, 1))


def root(frequency_share: float, damping: float) -> np.ndarray:
    return 20 * np.log10(abs((1j * frequency + damping) ** 2 + frequency_share**2))


def response(logarithms: np.ndarray) -> np.ndarray:
    """Three pairs of poles, two of zeros and one real zero; its side of the axis does not show in decibels."""
    values = np.exp(logarithms[:-1])
    poles = sum(root(*values[2 * i : 2 * i + 2]) for i in range(3))
    zeros = sum(root(*values[2 * i : 2 * i + 2]) for i in (3, 4))
    return zeros + 20 * np.log10(abs(1j * frequency + values[10])) - poles + logarithms[-1]


START = [1.035, 0.024, 0.98, 0.085, 0.78, 0.22, 1.078, 0.025, 1.18, 0.44, 0.7]
found = least_squares(lambda x: weights * (response(x) - target), [*np.log(START), -34.0], max_nfev=5000)
rounded = [float(f"{value:.4g}") for value in np.exp(found.x[:-1])]
error = response(np.array([*np.log(rounded), found.x[-1]])) - target
print("poles", rounded[:6], "zeros", rounded[6:10], "right zero", rounded[10])
print(f"decibels off: root mean square {np.sqrt(np.mean(error**2)):.3f}, at most {np.max(abs(error)):.3f}")
