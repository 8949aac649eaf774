"""The log-mel front end of ml/audio/measure/frontEnd.json: 16 kHz mono samples in, log-mel frames out."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

DEFINITION_PATH = Path(__file__).resolve().parent.parent / "audio" / "measure" / "frontEnd.json"


@dataclass(frozen=True)
class FrontEnd:
    """The numbers of frontEnd.json that the computation needs, under the same names."""

    sample_rate_hz: int
    fft_size: int
    hop_samples: int
    mel_bands: int
    lowest_hz: float
    highest_hz: float
    compression_gain: float


def load_front_end(path: Path = DEFINITION_PATH) -> FrontEnd:
    """Read the front end that Python and TypeScript share; refuses one this module does not compute."""
    raw = json.loads(Path(path).read_text())
    fixed = {"power": 2, "melScale": "slaney", "melNorm": "slaney"}
    fixed |= {"window": "hann, periodic", "padding": "reflect, centred"}
    for name, value in fixed.items():
        if raw[name] != value:
            raise ValueError(f"invalid {name}: {raw[name]} (front_end.py computes {value})")
    return FrontEnd(
        raw["sampleRateHz"], raw["fftSize"], raw["hopSamples"], raw["melBands"],
        raw["lowestHz"], raw["highestHz"], raw["compressionGain"],
    )


def hz_to_mel(hz):
    """Slaney's mel scale: linear to 1 kHz (200/3 Hz a mel), logarithmic above (27 steps to a factor of 6.4)."""
    hz = np.asarray(hz, dtype=float)
    return np.where(hz < 1000, hz * 3 / 200, 15 + 27 * np.log(np.maximum(hz, 1000) / 1000) / np.log(6.4))


def mel_to_hz(mel):
    """The inverse of hz_to_mel."""
    mel = np.asarray(mel, dtype=float)
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((np.maximum(mel, 15) - 15) * np.log(6.4) / 27))


def mel_filters(front_end: FrontEnd) -> np.ndarray:
    """Triangular mel filters of unit area in Hz, shape [fft_size / 2 + 1, mel_bands] (librosa.filters.mel,
    transposed)."""
    bins_hz = np.arange(front_end.fft_size // 2 + 1) * front_end.sample_rate_hz / front_end.fft_size
    edge_mels = np.linspace(hz_to_mel(front_end.lowest_hz), hz_to_mel(front_end.highest_hz), front_end.mel_bands + 2)
    edges_hz = mel_to_hz(edge_mels)
    lower, centre, upper = edges_hz[:-2], edges_hz[1:-1], edges_hz[2:]
    rising = (bins_hz[:, None] - lower) / (centre - lower)
    falling = (upper - bins_hz[:, None]) / (upper - centre)
    return np.maximum(0, np.minimum(rising, falling)) * 2 / (upper - lower)


def log_mel(samples: np.ndarray, front_end: FrontEnd) -> np.ndarray:
    """log10(1 + gain * mel power) of a mono signal at the front end's rate.

    samples: [n], n > fft_size / 2. Returns float32 [1 + n // hop_samples, mel_bands]; frame i is centred on
    sample i * hop_samples.
    """
    half = front_end.fft_size // 2
    if len(samples) <= half:
        samples = np.pad(samples, (0, half + 1 - len(samples)))
    padded = np.pad(samples, half, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, front_end.fft_size)[:: front_end.hop_samples]
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(front_end.fft_size) / front_end.fft_size)
    filters = mel_filters(front_end)
    blocks = [np.abs(np.fft.rfft(windows[i : i + 4096] * hann)) ** 2 @ filters for i in range(0, len(windows), 4096)]
    return np.log10(1 + front_end.compression_gain * np.concatenate(blocks)).astype(np.float32)
