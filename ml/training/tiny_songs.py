"""Small synthetic songs of known emotion, for training runs that need no data."""

import numpy as np

MAJOR, MINOR = (0, 4, 7), (0, 3, 7)


def tiny_song(valence: float, arousal: float, sample_rate_hz: int, seconds: float = 8) -> np.ndarray:
    """Repeated triads: arousal sets their rate and brightness, valence their mode and pitch."""
    time = np.arange(int(seconds * sample_rate_hz)) / sample_rate_hz
    rate_hz = 1 + 3 * (arousal + 1)
    envelope = np.exp(-4 * (time * rate_hz % 1))
    root_hz = 220 * 2 ** (valence / 2)
    partials = range(1, 9)
    weights = [k ** -(2.0 - arousal) for k in partials]
    tones = [root_hz * 2 ** (step / 12) for step in (MAJOR if valence > 0 else MINOR)]
    sound = sum(w * np.sin(2 * np.pi * k * hz * time) for hz in tones for k, w in zip(partials, weights))
    return 0.1 * envelope * sound
