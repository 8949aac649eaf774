"""Windows by other implementations, for frontEnds.test.ts.

Run: pip install torchvggish==0.2 librosa==0.11.0; python frontEnds.py > frontEnds.json
VGGish is Google's own `mel_features`, as that package carries it; OpenL3 is written here after openl3 0.3.1 and kapre
0.1.4, with librosa's filters (norm=1 of the librosa of that time is "slaney" today). Frames are thinned out to keep
the file small. MusiCNN's frames are those of ml/audio/reference/logMel.py.
"""

import json
import sys
from pathlib import Path

import librosa
import numpy as np
from torchvggish import mel_features

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "audio" / "reference"))
from signals import SIGNALS  # noqa: E402

OPENL3_HZ = 48000


def vggish(sound: np.ndarray) -> np.ndarray:
    """[examples, 96, 64]"""
    frames = mel_features.log_mel_spectrogram(
        sound,
        audio_sample_rate=16000,
        log_offset=0.01,
        window_length_secs=0.025,
        hop_length_secs=0.010,
        num_mel_bins=64,
        lower_edge_hertz=125,
        upper_edge_hertz=7500,
    )
    return mel_features.frame(frames, window_length=96, hop_length=96)


def openl3_seconds(sound: np.ndarray, hop: int) -> list[np.ndarray]:
    """The seconds that openl3's get_audio_embedding(center=True) cuts a sound into."""
    sound = np.pad(sound, (OPENL3_HZ // 2, 0))
    count = 1 + int(np.ceil(max(0, len(sound) - OPENL3_HZ) / hop))
    sound = np.pad(sound, (0, (count - 1) * hop + OPENL3_HZ - len(sound)))
    return [sound[i * hop : i * hop + OPENL3_HZ] for i in range(count)]


def openl3_melspectrogram(second: np.ndarray, bands: int) -> np.ndarray:
    """kapre's Melspectrogram(n_dft=2048, n_hop=242, power_melgram=1.0, htk=True, padding="same", in decibels), [199, bands]."""
    size, hop = 2048, 242
    total = (-(-len(second) // hop) - 1) * hop + size - len(second)
    padded = np.pad(second, (total // 2, total - total // 2))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    power = np.abs(np.fft.rfft(frames * librosa.filters.get_window("hann", size, fftbins=True))) ** 2
    filters = librosa.filters.mel(sr=OPENL3_HZ, n_fft=size, n_mels=bands, htk=True, norm="slaney", dtype=np.float64)
    decibels = 10 * np.log10(np.maximum(np.sqrt(power @ filters.T), 1e-10))
    return np.maximum(decibels - decibels.max(), -80)


def openl3(bands: int):
    return lambda sound: np.stack([openl3_melspectrogram(second, bands) for second in openl3_seconds(sound, OPENL3_HZ // 2)])


# Front end, signal, samples, and which frames are kept: every n-th.
CASES = [
    ("vggish", vggish, "chirp", 16000, 8),
    ("vggish", vggish, "chord", 31000, 8),
    ("openl3-mel128", openl3(128), "chord", 60000, 33),
    ("openl3-mel128", openl3(128), "noise", 20000, 66),
    ("openl3-mel256", openl3(256), "chirp", 30000, 33),
]


def rounded(window: np.ndarray) -> list[list[float]]:
    return [[round(float(value), 5) for value in frame] for frame in window]


cases = []
for name, compute, signal, samples, every in CASES:
    windows = compute(SIGNALS[signal](samples).astype(np.float32).astype(np.float64))
    kept = [rounded(window[::every]) for window in windows]
    cases.append({"frontEnd": name, "signal": signal, "samples": samples, "every": every, "windows": kept})
json.dump({"torchvggish": "0.2", "librosa": librosa.__version__, "cases": cases}, sys.stdout, separators=(",", ":"))
print()
