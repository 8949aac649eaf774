"""The test signals of this folder's references, as exact formulas that the TypeScript tests evaluate too."""

import numpy as np

RATE_HZ = 16000


def noise(count: int, seed: int = 1) -> np.ndarray:
    """White noise in [-1, 1) from the 32-bit linear congruential generator of Numerical Recipes."""
    state = seed
    values = np.empty(count)
    for i in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2**31 - 1
    return values


def chirp(count: int) -> np.ndarray:
    """A linear sweep from 50 Hz to 7.9 kHz at half of full scale."""
    seconds = np.arange(count) / RATE_HZ
    slope = (7900 - 50) / (count / RATE_HZ)
    return 0.5 * np.sin(2 * np.pi * (50 * seconds + slope / 2 * seconds**2))


def chord(count: int) -> np.ndarray:
    """C major with three harmonics a note, decaying, over a quiet floor of noise."""
    seconds = np.arange(count) / RATE_HZ
    tones = sum(
        np.sin(2 * np.pi * fundamental * harmonic * seconds) / harmonic
        for fundamental in (261.63, 329.63, 392.0)
        for harmonic in (1, 2, 3)
    )
    return 0.15 * np.exp(-1.5 * seconds) * tones + 0.001 * noise(count, seed=7)


SIGNALS = {"chirp": chirp, "noise": lambda count: 0.3 * noise(count), "chord": chord}
