"""The features of a whole song that DEAM and any audio share, none of which depends on the recording's level."""

import numpy as np

from bridge.low_level import FRAMES_PER_SECOND, descriptor_names

LEVEL_POWERS = {
    "audspec_lengthL1norm_sma": 0.66, "pcm_RMSenergy_sma": 1, "pcm_fftMag_fband250-650_sma": 2,
    "pcm_fftMag_fband1000-4000_sma": 2, "pcm_fftMag_spectralFlux_sma": 1, "pcm_fftMag_spectralSlope_sma": 2,
    "pcm_fftMag_spectralHarmonicity_sma": 2,
}
"""By which power of the recording's gain a descriptor grows, measured on four clips to 0.001; the others by none."""
LEVEL = "pcm_RMSenergy_sma_amean"
ENERGY_DELTA = "pcm_RMSenergy_sma_de"

EDGE_SECONDS = 2
"""Left out at both ends: the RASTA filters settle in at the start, and clips fade in and out."""
WINDOW_FRAMES = FRAMES_PER_SECOND
HOP_FRAMES = FRAMES_PER_SECOND // 2


def song_features(descriptors: np.ndarray) -> dict[str, float]:
    """`window_features` of a whole excerpt, its edges left out if it is long enough."""
    edge = EDGE_SECONDS * FRAMES_PER_SECOND
    return window_features(descriptors[edge:-edge] if len(descriptors) > 3 * edge else descriptors)


def window_features(descriptors: np.ndarray) -> dict[str, float]:
    """Features of a stretch of sound from its descriptors [frames, 59], under DEAM's names.

    `_amean`: mean over the frames; `_de_amean`: of the deltas; `_stddev`: mean over windows of 1 s, 0.5 s apart, of
    the standard deviation within the window. Windows of 0.5 s give deviations a fifth too small against DEAM's.
    """
    names = descriptor_names()
    change = deltas(descriptors)
    energy_change = change[:, names.index("pcm_RMSenergy_sma")]
    means = {f"{name}_amean": float(x) for name, x in zip(names, descriptors.mean(axis=0))}
    trends = {f"{name.replace('_sma', '_sma_de')}_amean": float(x) for name, x in zip(names, change.mean(axis=0))}
    spreads = {f"{name}_stddev": float(x) for name, x in zip(names, _spread_in_windows(descriptors))}
    energy_spread = {f"{ENERGY_DELTA}_stddev": float(_spread_in_windows(energy_change[:, None])[0])}
    return means | trends | spreads | energy_spread


def deltas(descriptors: np.ndarray) -> np.ndarray:
    """Slope of the regression line through five frames (openSMILE's deltas, HTK's formula); edges are repeated."""
    padded = np.pad(descriptors, ((2, 2), (0, 0)), mode="edge")
    return (padded[3:-1] - padded[1:-3] + 2 * (padded[4:] - padded[:-4])) / 10


def _spread_in_windows(values: np.ndarray) -> np.ndarray:
    starts = range(0, max(1, len(values) - WINDOW_FRAMES + 1), HOP_FRAMES)
    return np.mean([values[start : start + WINDOW_FRAMES].std(axis=0) for start in starts], axis=0)


def descriptor_of(feature: str) -> str:
    """The descriptor a feature's name stands for: without `_amean`, `_stddev` and the delta's `_de`."""
    return feature.rsplit("_", 1)[0].replace("_sma_de", "_sma")


def is_trend(feature: str) -> bool:
    """Whether a feature is the mean of a delta: (end - start) / duration, which says where the excerpt was cut."""
    return "_sma_de" in feature and feature.endswith("_amean")


def without_level(features: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The features divided by the mean RMS energy to the power by which they grow with the gain; less that mean.

    DEAM's 1000 songs of 2014 were brought to one loudness and its 744 of 2013 were not, so level is
    no more than a mark of the year.
    """
    level = features[LEVEL]
    return {
        name: values / level ** LEVEL_POWERS.get(descriptor_of(name), 0)
        for name, values in features.items() if name != LEVEL
    }
