"""Rhythm and dynamics from log-mel frames: what begins how often, how regularly and how sharply; how loudness moves.

The definition's numbers are ml/audio/measure/rhythm.json; ml/audio/measure/rhythmMeter.ts and ml/emotion/rhythm.ts
compute the same from them and are compared with this module by ml/audio/reference/rhythm.json.

Everything rests on loudness n = q^(1/4), q being what log-mel compresses (near Stevens's law). A recording's level
only multiplies it, so ratios of its sums are free of that level, except near silence.
"""

import json
from pathlib import Path

import numpy as np
from scipy.ndimage import maximum_filter1d, median_filter

DEFINITION = json.loads((Path(__file__).resolve().parent.parent / "audio" / "measure" / "rhythm.json").read_text())

RHYTHM_NAMES = (
    "onsetRate", "onsetStrength", "onsetSpread", "attack", "lowOnsetShare", "highOnsetShare", "percussiveShare",
    "level", "loudnessSpread", "lowEnergyRate", "brightness", "brightnessSpread", "loudnessRange",
    "pulseClarity", "beatStrength", "pulseOctaves",
)
RHYTHM_SIZE = len(RHYTHM_NAMES)

FLOOR = DEFINITION["floorLoudness"]
FRAMES_PER_SECOND = 2 * DEFINITION["framesPerHalfSecond"]
DECIBELS = 40
"""Of a factor of 10 in loudness."""


def rhythm(frames: np.ndarray) -> np.ndarray:
    """Rhythm and dynamics of every half second: log-mel frames [n, 96], 62.5 a second -> [halfSeconds, 16].

    n > 0; frame i belongs to half second floor(i / 31.25). All is over a centred 6.5 s, shorter at the ends, unless
    said otherwise:

    0 onsetRate: onsets a second: peaks of the onset curve, which is by how much the loudness of 24 groups of bands has
    risen in 32 ms, relative to the mean loudness of the 6 s around; faint ones count less. 1 onsetStrength: the
    curve's mean. 2 onsetSpread: its standard deviation. 3 attack: its mean height at onsets. 4 lowOnsetShare and
    5 highOnsetShare: how much of all rises lies below 250 Hz and above 4 kHz. 6 percussiveShare: the share of
    amplitude that spreads over bands far more than over time (medians over 0.29 s and 14 bands, FitzGerald 2010, with
    a margin of 6 dB, Driedger et al. 2014). 7 level: mean loudness in dB relative to the whole track's.
    8 loudnessSpread: standard deviation of the frames' loudness relative to its mean. 9 lowEnergyRate: share of frames
    6 dB and more under the 6 s around (softly). 10 brightness: centre of loudness on the mel scale, 0 to 1.
    11 brightnessSpread: its standard deviation in time. 12 loudnessRange (20.5 s): from the 10th to the 95th
    percentile of the level of 3.5 s in dB, 20 at most (after EBU Tech 3342). 13 pulseClarity (10.5 s): highest peak of
    the onset curve's autocorrelation from 0.26 to 1.5 s (Lartillot et al. 2008). 14 beatStrength (10.5 s): standard
    deviation of that autocorrelation over the lags, whatever the tempo. 15 pulseOctaves (10.5 s): where it is high, in
    octaves about 120 BPM: the mean under its cube and a log-normal preference (Ellis 2007), drawn to 0 where there is
    no pulse.

    Only 7 is relative to the whole track.
    """
    owner = np.floor(np.arange(len(frames)) / DEFINITION["framesPerHalfSecond"]).astype(int)
    starts = np.searchsorted(owner, np.arange(owner[-1] + 1))
    power = power_of(frames)
    loudness = loudness_curves(power)
    onset = loudness["rise"] / (surroundings(loudness["loudness"]) + FLOOR)
    curves = loudness | onset_curves(onset) | {"quiet": quiet_frames(loudness["loudness"])}
    sums = {name: np.add.reduceat(curve, starts) for name, curve in curves.items()}
    sums |= percussive_sums(power, len(starts))
    products = np.add.reduceat(lag_products(onset), starts)
    return np.column_stack([*short_measures(sums), loudness_range(sums), *pulse_measures(products, sums["frames"])])


def power_of(frames: np.ndarray) -> np.ndarray:
    """What log-mel compressed: mel power times its gain, [n, 96]."""
    return np.expm1(np.log(10) * frames.astype(float))


def loudness_curves(power: np.ndarray) -> dict[str, np.ndarray]:
    """What is told of every frame alone and of the second one before, each [n]."""
    groups = power.reshape(len(power), -1, DEFINITION["groupBands"]).mean(axis=2) ** 0.25
    count, lag = groups.shape[1], DEFINITION["riseFrames"]
    rises = np.zeros_like(groups)
    rises[lag:] = np.maximum(0, groups[lag:] - groups[:-lag])
    loudness, bright = groups.mean(axis=1), groups @ np.arange(count) / (count * (count - 1))
    return {
        "frames": np.ones(len(power)),
        "loudness": loudness, "loudnessSquare": loudness**2,
        "bright": bright, "brightSquare": bright**2 / (loudness + 1e-9),
        "rise": rises.sum(axis=1) / count,
        "lowRise": rises[:, : DEFINITION["lowGroups"]].sum(axis=1) / count,
        "highRise": rises[:, DEFINITION["firstHighGroup"] :].sum(axis=1) / count,
    }


def surroundings(loudness: np.ndarray) -> np.ndarray:
    """Mean loudness of the 6 s around every frame."""
    return centred_means(loudness, DEFINITION["levelReachFrames"])


def quiet_frames(loudness: np.ndarray) -> np.ndarray:
    """Near 1 where a frame is well under its surroundings, 0.5 where 6 dB, near 0 where it is not."""
    ratio = (loudness + FLOOR) / (DEFINITION["quietShare"] * (surroundings(loudness) + FLOOR))
    return 1 / (1 + ratio**8)


def onset_curves(onset: np.ndarray) -> dict[str, np.ndarray]:
    """The onset curve, its square, how far each frame is an onset (0 to 1), and the curve there, each [n]."""
    reach = DEFINITION["peakReachFrames"]
    before = np.concatenate([np.zeros(reach), onset])
    highest_before = np.lib.stride_tricks.sliding_window_view(before, reach).max(axis=1)[: len(onset)]
    peak = (onset > highest_before) & (onset >= maximum_filter1d(onset, 2 * reach + 1, mode="constant"))
    salience = np.where(peak, np.maximum(0, levelled(onset)), 0)
    weight = salience**2 / (salience**2 + DEFINITION["onsetSalience"] ** 2)
    return {"onset": onset, "onsetSquare": onset**2, "onsets": weight, "height": weight * onset}


def levelled(onset: np.ndarray) -> np.ndarray:
    """The curve less its mean over the second around."""
    return onset - centred_means(onset, DEFINITION["onsetReachFrames"])


def lag_products(onset: np.ndarray) -> np.ndarray:
    """Products of the levelled, smoothed onset curve with itself at lag 0, then at each from one before the shortest to
    one after the longest, [n, lags]."""
    curve = np.convolve(levelled(onset), DEFINITION["smoothing"])[len(DEFINITION["smoothing"]) // 2 :][: len(onset)]
    lags = [0, *range(DEFINITION["shortestLag"] - 1, DEFINITION["longestLag"] + 2)]
    earlier = np.concatenate([np.zeros(lags[-1]), curve])
    return np.column_stack([curve * earlier[lags[-1] - lag : lags[-1] - lag + len(curve)] for lag in lags])


def percussive_sums(power: np.ndarray, half_seconds: int) -> dict[str, np.ndarray]:
    """The amplitude of cells of two frames by two bands, and how much of it is percussive, summed in every half second.

    A cell is percussive as far as the median over bands exceeds that over time by the margin (power), softly. A last
    frame without a second one has no cell.
    """
    tall, wide = DEFINITION["cellFrames"], DEFINITION["cellBands"]
    rows = len(power) // tall
    if rows == 0:
        return {"percussive": np.zeros(half_seconds), "cells": np.zeros(half_seconds)}
    cells = power[: rows * tall].reshape(rows, tall, -1, wide).mean(axis=(1, 3))
    sizes = ((2 * DEFINITION["cellsAlongTime"] + 1, 1), (1, 2 * DEFINITION["cellsAcrossBands"] + 1))
    harmonic, percussive = (median_filter(cells, size, mode="nearest") ** 2 for size in sizes)
    share = percussive / (DEFINITION["percussiveMargin"] ** 2 * harmonic + percussive + 1e-12)
    owner = np.floor(np.arange(rows) * tall / DEFINITION["framesPerHalfSecond"]).astype(int)
    sums = (np.bincount(owner, row.mean(axis=1), half_seconds) for row in (share * np.sqrt(cells), np.sqrt(cells)))
    return dict(zip(("percussive", "cells"), sums))


def short_measures(sums: dict[str, np.ndarray]) -> list[np.ndarray]:
    """Numbers 0 to 11 from the half seconds' sums."""
    total = {name: centred_sums(values, DEFINITION["windowHalfSeconds"] // 2) for name, values in sums.items()}
    count = total["frames"]
    mean = {name: values / count for name, values in total.items()}
    track = sums["loudness"].sum() / sums["frames"].sum()
    brightness = mean["bright"] / (mean["loudness"] + FLOOR)
    return [
        mean["onsets"] * FRAMES_PER_SECOND,
        mean["onset"],
        deviation(mean["onsetSquare"], mean["onset"]),
        mean["height"] / (mean["onsets"] + DEFINITION["fewOnsets"]),
        mean["lowRise"] / (mean["rise"] + DEFINITION["faintRise"]),
        mean["highRise"] / (mean["rise"] + DEFINITION["faintRise"]),
        mean["percussive"] / (mean["cells"] + DEFINITION["floorAmplitude"]),
        DECIBELS * np.log10((mean["loudness"] + FLOOR) / (track + FLOOR)),
        deviation(mean["loudnessSquare"], mean["loudness"]) / (mean["loudness"] + FLOOR),
        mean["quiet"],
        brightness,
        deviation(mean["brightSquare"] * mean["loudness"], mean["bright"]) / (mean["loudness"] + FLOOR),
    ]


def loudness_range(sums: dict[str, np.ndarray]) -> np.ndarray:
    """Number 12. Towards its ends the track goes on at the level of its first and its last whole 3.5 s."""
    around = DEFINITION["rangeHalfSeconds"] // 2
    short_term = min(DEFINITION["shortTermHalfSeconds"], len(sums["frames"]))
    loudness, frames = (np.convolve(sums[name], np.ones(short_term), "valid") for name in ("loudness", "frames"))
    level = DECIBELS * np.log10(loudness / frames + FLOOR)
    before = (short_term - 1) // 2
    padded = np.pad(level, (before + around, short_term - 1 - before + around), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * around + 1)
    ordered = np.sort(windows, axis=1)
    low, high = ordered[:, round(0.1 * 2 * around)], ordered[:, round(0.95 * 2 * around)]
    return np.minimum(high - low, DEFINITION["rangeDecibels"])


def pulse_measures(products: np.ndarray, frames: np.ndarray) -> list[np.ndarray]:
    """Numbers 13 to 15 from the half seconds' lag products, [halfSeconds, lags]."""
    reach = DEFINITION["pulseHalfSeconds"] // 2
    mean = centred_sums(products, reach) / centred_sums(frames, reach)[:, None]
    likeness = mean[:, 1:] / (mean[:, :1] + DEFINITION["faintPulse"])
    inner = likeness[:, 1:-1]
    peaks = np.where((inner >= likeness[:, :-2]) & (inner >= likeness[:, 2:]), inner, 0)
    octaves = np.log2(DEFINITION["preferredLag"] / np.arange(DEFINITION["shortestLag"], DEFINITION["longestLag"] + 1))
    preference = np.exp(-0.5 * (octaves / DEFINITION["preferenceOctaves"]) ** 2 + octaves * np.log(2))
    weight = preference / preference.sum() * np.maximum(0, inner) ** 3
    return [
        np.minimum(peaks.max(axis=1).clip(0), 1),
        np.minimum(inner.std(axis=1), 1),
        weight @ octaves / (weight.sum(axis=1) + DEFINITION["faintOctaves"]),
    ]


def deviation(mean_square: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Standard deviation from the mean of squares and the mean."""
    return np.sqrt(np.maximum(0, mean_square - mean**2))


def centred_sums(values: np.ndarray, reach: int) -> np.ndarray:
    """Sums over the first axis from `reach` before to `reach` after, as far as there is something."""
    sums = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
    middle = np.arange(len(values))
    return sums[np.minimum(middle + reach + 1, len(values))] - sums[np.maximum(middle - reach, 0)]


def centred_means(values: np.ndarray, reach: int) -> np.ndarray:
    """Means of the values that `centred_sums` adds up, [n]."""
    return centred_sums(values, reach) / centred_sums(np.ones(len(values)), reach)
