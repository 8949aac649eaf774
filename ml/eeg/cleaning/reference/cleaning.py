"""What MNE-Python and SciPy make of signals that both languages can write down, and of a real recording.

Run: pip install mne==1.13.2 scipy numpy
     python cleaning.py ../shared/neuro/eeg_files/eeglab/eeglab_data.set > cleaning.json
"""

import json
import sys

import mne
import numpy as np
from mne.channels.interpolation import _make_interpolation_matrix
from scipy import signal

mne.set_log_level("ERROR")


def wave(samples: int, channel: int = 0) -> np.ndarray:
    at = np.arange(samples)
    return (
        40
        + 30 * np.sin(0.05 * at * (1 + channel))
        + 12 * np.cos(0.31 * at + channel**2)
        + 7 * np.sin(1.7 * at + 0.001 * at**2 * (channel + 1))
        + 0.02 * at
    )


def some(values: np.ndarray, step: int = 17) -> dict:
    return {"count": len(values), "step": step, "values": values[::step].tolist(), "last": values[-5:].tolist()}


BANDS = [(128, 4, 45), (128, 1, 45), (100, 1, None), (200, None, 40), (250, 0.5, 30), (512, 0.1, 100), (256, 30, 45), (128, 50, 60)]
NOTCHES = [(250, [50.0, 100.0]), (256, [60.0]), (128, [50.0])]
RATES = [(512, 128, 1, 4), (500, 128, 32, 125), (100, 128, 32, 25), (200.32, 128, 200, 313), (128, 128, 1, 1)]

taps = [
    {"rateHz": rate, "highPassHz": low, "lowPassHz": high, 
     **some(np.trim_zeros(mne.filter.create_filter(None, rate, low, high)), 7)}
    for rate, low, high in BANDS
]
filtered = [
    {"rateHz": rate, "highPassHz": low, "lowPassHz": high, "samples": n,
     **some(mne.filter.filter_data(wave(n, 1), rate, low, high))}
    for rate, low, high, n in [(200, 1, 40, 3000), (128, 4, 45, 2000), (512, 0.5, None, 9000), (128, 1, 45, 200)]
]
notched = [
    {"rateHz": rate, "frequencies": freqs, **some(mne.filter.notch_filter(wave(3000, 2), rate, freqs))}
    for rate, freqs in NOTCHES
]
resampled = [
    {"fromHz": a, "toHz": b, "up": up, "down": down,
     **some(signal.resample_poly(wave(2501, 3), up, down, padtype="antireflect"), 11)}
    for a, b, up, down in RATES
]

montage = mne.channels.make_standard_montage("biosemi32")
info = mne.create_info(montage.ch_names, 128.0, "eeg")
raw = mne.io.RawArray(np.array([wave(40, c) for c in range(32)]) * 1e-6, info)
raw.set_montage(montage)
# The montage was moved into the frame of the head: directions are those from its origin.
directions = {ch["ch_name"]: (ch["loc"][:3] / np.linalg.norm(ch["loc"][:3])).tolist() for ch in raw.info["chs"]}
bads = ["Oz", "FC1"]
goods = [name for name in montage.ch_names if name not in bads]
matrix = _make_interpolation_matrix(
    np.array([directions[name] for name in goods]), np.array([directions[name] for name in bads])
)
raw.info["bads"] = bads
raw.interpolate_bads(reset_bads=False, origin=(0.0, 0.0, 0.0))
interpolation = {
    "positions": directions, "bads": bads, "matrix": matrix.tolist(),
    "signals": (raw.get_data(picks=bads) * 1e6).tolist(),
}

recording = mne.io.read_raw_eeglab(sys.argv[1], preload=True)
data = recording.get_data() * 1e6
rate = recording.info["sfreq"]
clean = mne.filter.notch_filter(mne.filter.filter_data(data, rate, 1, 45), rate, [50.0])
clean = signal.resample_poly(clean, 25, 32, axis=-1, padtype="antireflect")
clean -= clean.mean(axis=0)
real = {
    "rateHz": rate, "toHz": 100, "channels": recording.ch_names,
    "cleaned": [some(row, 499) for row in clean],
}
print(json.dumps({
    "taps": taps, "filtered": filtered, "notched": notched, "resampled": resampled,
    "interpolation": interpolation, "real": real,
}))
