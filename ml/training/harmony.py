"""Harmony from sound: how strongly each pitch class sounds in every half second, and what key, mode and chords say.

The definition of the pitch classes is ml/audio/measure/pitchClasses.json, which ml/audio/measure/pitchClasses.ts computes too; the
harmony's is ml/emotion/harmony.ts. Both are compared with this module by ml/emotion/reference.json.
"""

import json
from pathlib import Path

import numpy as np

DEFINITION = json.loads((Path(__file__).resolve().parent.parent / "audio" / "measure" / "pitchClasses.json").read_text())

MAJOR = (0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400)
MINOR = (0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330)
"""How often each degree sounds in pieces of either mode (Temperley 2007, Kostka-Payne corpus)."""

TRIADS = ((0, 4, 7), (0, 3, 7))
MODE_WINDOWS, CLARITY_WINDOW, TRIAD_WINDOW, FOURIER_WINDOWS = (9, 41), 21, 3, (5, 21)
"""Half seconds, centred."""

HARMONY_SIZE = len(MODE_WINDOWS) + 2 + 6 * len(FOURIER_WINDOWS)
THIRD_SEMITONES, FIFTH_SEMITONES = 19, 28
"""How far the third and the fifth harmonic lie above a note."""


def pitch_classes(samples: np.ndarray, spectra: int = DEFINITION["spectraPerHalfSecond"]) -> np.ndarray:
    """How strongly each pitch class (C first) sounds in every half second of a 16 kHz signal, [halfSeconds, 12].

    From the peaks of a spectrum of 0.5 s (peaks and their frequencies by a parabola through the logarithms: Smith and
    Serra 1987), rounded to semitones; the square root of each note's amplitude against the loudest's, less what the
    third and the fifth harmonic of the notes below would give (Gomez 2006 weighs harmonics to the same end), summed
    over octaves. Level matters only near silence (-66 dB).

    spectra: 1, 2 or 4, evenly placed in every half second, which is their mean. Several overlap, by which a later start
    changes less.
    """
    size, hop = DEFINITION["fftSize"], DEFINITION["hopSamples"] // spectra
    count = spectra * max(1, round(len(samples) / DEFINITION["hopSamples"]))
    before = (size - hop) // 2
    padded = np.concatenate([np.zeros(before), samples, np.zeros(size + DEFINITION["hopSamples"])])
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)
    windows = np.lib.stride_tricks.sliding_window_view(padded, size)[: count * hop : hop]
    blocks = [fold(note_amplitudes(np.abs(np.fft.rfft(windows[i : i + 256] * hann)))) for i in range(0, count, 256)]
    return np.concatenate(blocks).reshape(-1, spectra, 12).mean(axis=1)


def note_amplitudes(magnitudes: np.ndarray) -> np.ndarray:
    """Root of the summed power of the spectral peaks of every note, [frames, bins] -> [frames, notes]."""
    lowest, highest = DEFINITION["lowestNote"], DEFINITION["highestNote"]
    bin_hz = DEFINITION["sampleRateHz"] / DEFINITION["fftSize"]
    middle = magnitudes[:, 1:-1]
    frame, place = np.nonzero((middle > magnitudes[:, :-2]) & (middle >= magnitudes[:, 2:]))
    below, peak, above = (np.log(magnitudes[frame, place + shift] + 1e-9) for shift in (0, 1, 2))
    hz = (place + 1 + 0.5 * (below - above) / (below - 2 * peak + above - 1e-12)) * bin_hz
    note = np.floor(69.5 + 12 * np.log2(np.maximum(hz, 1) / 440)).astype(int) - lowest
    heard = (note >= 0) & (note <= highest - lowest)
    power = np.zeros((len(magnitudes), highest - lowest + 1))
    np.add.at(power, (frame[heard], note[heard]), np.exp(2 * peak[heard]))
    return np.sqrt(power)


def fold(amplitudes: np.ndarray) -> np.ndarray:
    """Notes without their neighbours' harmonics, summed over octaves: [frames, notes] -> [frames, 12]."""
    loudest = amplitudes.max(axis=1, keepdims=True) + DEFINITION["floorMagnitude"]
    strength = np.sqrt(amplitudes / loudest)
    own = strength.copy()
    own[:, THIRD_SEMITONES:] -= DEFINITION["thirdHarmonic"] * strength[:, :-THIRD_SEMITONES]
    own[:, FIFTH_SEMITONES:] -= DEFINITION["fifthHarmonic"] * strength[:, :-FIFTH_SEMITONES]
    first = DEFINITION["lowestFoldedNote"] - DEFINITION["lowestNote"]
    return np.maximum(own[:, first:], 0).reshape(len(own), -1, 12).sum(axis=1)


def harmony(classes: np.ndarray) -> np.ndarray:
    """Numbers that do not change with transposition, for every half second: [halfSeconds, 12] -> [halfSeconds, 16].

    Mode over 4.5 s and 20.5 s (correlation with the nearest major key's profile less that with the nearest minor
    key's: Krumhansl 1990), key clarity over 10.5 s (the greater of them), triad clarity over 1.5 s (the same of
    chords), and the magnitudes of the Fourier coefficients 1 to 6 of the distribution over 2.5 s and 10.5 s, which say
    how chromatic, quartal, augmented, diminished, diatonic and whole-tone it is (Quinn 2006, Amiot 2016).
    """
    keys, triads = templates(MAJOR, MINOR), templates(*(np.isin(np.arange(12), t).astype(float) for t in TRIADS))
    columns = []
    for width in MODE_WINDOWS:
        likeness = correlations(window_means(classes, width), keys)
        columns.append(likeness[:, :12].max(axis=1) - likeness[:, 12:].max(axis=1))
    columns.append(correlations(window_means(classes, CLARITY_WINDOW), keys).max(axis=1))
    columns.append(correlations(window_means(classes, TRIAD_WINDOW), triads).max(axis=1))
    for width in FOURIER_WINDOWS:
        means = window_means(classes, width)
        shares = means / (means.sum(axis=1, keepdims=True) + 1e-9)
        columns.extend(np.abs(np.fft.rfft(shares, axis=1))[:, 1:7].T)
    return np.stack(columns, axis=1)


def templates(major, minor) -> np.ndarray:
    """Both profiles on every root, [24, 12], each with mean 0 and mean square 1."""
    rows = np.array([np.roll(profile, root) for profile in (major, minor) for root in range(12)])
    centred = rows - rows.mean(axis=1, keepdims=True)
    return centred / centred.std(axis=1, keepdims=True)


def correlations(classes: np.ndarray, profiles: np.ndarray) -> np.ndarray:
    """Pearson's r of every row with every profile, [n, 24]; 0 where nothing sounds."""
    centred = classes - classes.mean(axis=1, keepdims=True)
    return centred / (centred.std(axis=1, keepdims=True) + 1e-9) @ profiles.T / 12


def window_means(values: np.ndarray, width: int) -> np.ndarray:
    """Mean over a centred window of an odd number of rows, shorter at the ends."""
    sums = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    middle = np.arange(len(values))
    start, stop = np.maximum(middle - width // 2, 0), np.minimum(middle + width // 2 + 1, len(values))
    return (sums[stop] - sums[start]) / (stop - start)[:, None]
