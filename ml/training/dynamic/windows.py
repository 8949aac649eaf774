"""The mel window of every half second, and the frames of many tracks as one store to draw windows from."""

from collections.abc import Sequence

import numpy as np
import torch

BANDS = 96
WINDOW_FRAMES = 32
COARSE_SHAPE = (8, 48)
LOG_OF_TEN = float(np.log(10))


def window_starts(half_seconds: int) -> np.ndarray:
    """First frame of every half second's window: the first centred in it (a half second has 31.25 frames)."""
    return -(-np.arange(half_seconds) * 125 // 4)


def half_second_windows(frames: np.ndarray, half_seconds: int) -> np.ndarray:
    """The WINDOW_FRAMES log-mel frames from the start of every half second, [half_seconds, WINDOW_FRAMES, BANDS].

    frames: [n, BANDS]; what a window lacks at the end is silence (0).
    """
    starts = window_starts(half_seconds)
    lacking = max(0, starts[-1] + WINDOW_FRAMES - len(frames))
    padded = np.pad(frames, ((0, lacking), (0, 0)))
    return padded[starts[:, None] + np.arange(WINDOW_FRAMES)]


def coarse(windows: np.ndarray) -> np.ndarray:
    """Frames averaged by fours and bands by twos, [n, *COARSE_SHAPE], without which training convolutions end to end
    would take hours on a CPU."""
    frames, bands = COARSE_SHAPE
    parts = windows.reshape(len(windows), frames, WINDOW_FRAMES // frames, bands, BANDS // bands)
    return parts.astype(np.float32).mean(axis=(2, 4)).astype(np.float16)


def at_gain(windows: torch.Tensor, gain_decibels: torch.Tensor) -> torch.Tensor:
    """Log-mel values as they would be had the sound been recorded louder; gain_decibels broadcasts over the windows."""
    power = torch.expm1(windows * LOG_OF_TEN) * torch.exp(gain_decibels * (LOG_OF_TEN / 10))
    return torch.log1p(power) / LOG_OF_TEN


class FrameStore:
    """Log-mel frames of many tracks in float16, from which windows are drawn at random."""

    def __init__(self, tracks: Sequence[np.ndarray]):
        self._frames = torch.from_numpy(np.concatenate([np.asarray(t, np.float16) for t in tracks]))
        lengths = np.array([len(t) for t in tracks])
        first = np.cumsum(lengths) - lengths
        possible = [np.arange(a, a + n - WINDOW_FRAMES + 1) for a, n in zip(first, lengths) if n >= WINDOW_FRAMES]
        self._starts = torch.from_numpy(np.concatenate(possible))

    def draw(self, count: int, generator: torch.Generator) -> torch.Tensor:
        """`count` windows from anywhere, each at its own gain within 10 dB, float32 [count, WINDOW_FRAMES, BANDS]."""
        chosen = self._starts[torch.randint(len(self._starts), (count,), generator=generator)]
        windows = self._frames[chosen[:, None] + torch.arange(WINDOW_FRAMES)].float()
        return at_gain(windows, 20 * torch.rand(count, 1, 1, generator=generator) - 10)
