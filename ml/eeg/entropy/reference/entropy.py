"""Differential entropy of a real recording by SciPy's spectrogram and by MNE-Python's band-passes.

Run: pip install mne==1.13.2 scipy numpy
     python entropy.py ../shared/neuro/eeg_files/eeglab/eeglab_data.set > entropy.json
"""

import json
import sys

import mne
import numpy as np
from scipy import signal

mne.set_log_level("ERROR")
BANDS = [(4, 8), (8, 13), (13, 30), (30, 45)]
CHANNELS = [0, 7, 31]
WINDOWS = range(0, 450, 45)

recording = mne.io.read_raw_eeglab(sys.argv[1], preload=True)
data = recording.get_data()[CHANNELS] * 1e6
rate = int(recording.info["sfreq"])


def nats(variance: np.ndarray) -> np.ndarray:
    return 0.5 * np.log(2 * np.pi * np.e * variance)


def stft(start: int) -> np.ndarray:
    """[step, channel, band]"""
    stretch = data[:, start : start + 10 * rate]
    hertz, _, density = signal.spectrogram(
        stretch, rate, window="hann", nperseg=rate, noverlap=0, detrend=False, scaling="density", mode="psd"
    )
    inside = [(hertz >= low) & (hertz < high) for low, high in BANDS]
    return nats(np.stack([density[:, each].sum(axis=1) * hertz[1] for each in inside], axis=-1)).swapaxes(0, 1)


passed = [mne.filter.filter_data(data, rate, low, high) for low, high in BANDS]


def filter_bank(start: int) -> np.ndarray:
    steps = [np.stack([(x[:, start + s * rate : start + (s + 1) * rate] ** 2).mean(axis=1) for x in passed], axis=-1) for s in range(10)]
    return nats(np.stack(steps))


starts = [w * rate // 2 for w in WINDOWS]
print(json.dumps({
    "channels": CHANNELS, "windows": list(WINDOWS),
    "stft": [stft(start).round(7).tolist() for start in starts],
    "filterBank": [filter_bank(start).round(7).tolist() for start in starts],
}))
