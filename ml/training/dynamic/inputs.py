"""What every model hears of a piece, half second by half second, from the cached log-mel frames."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import torch

from dynamic.autoencoder import Encoder, encode
from dynamic.pieces import Piece
from dynamic.windows import at_gain, coarse, half_second_windows
from front_end import load_front_end
from mel_pool import all_window_features, half_second_sums

STATIC_WINDOW = 17
"""Half seconds (8.5 s) under the static model's window, as in emotion-1."""

GAIN_DECIBELS = 10.0


def of_length(values: np.ndarray, half_seconds: int) -> np.ndarray:
    """The first half seconds; the last one holds where the sound is shorter than the ratings."""
    return values[np.minimum(np.arange(half_seconds), len(values) - 1)]


def add_windows(piece: Piece, renderings: Iterable[np.ndarray]) -> None:
    """Mel windows, float16 [halfSeconds, WINDOW_FRAMES, BANDS] of each rendering, and their coarse form."""
    count = len(piece.truth)
    piece.inputs["windows"] = [half_second_windows(frames, count).astype(np.float16) for frames in renderings]
    piece.inputs["coarseWindows"] = [coarse(windows) for windows in piece.inputs["windows"]]


def hand_made(renderings: Iterable[np.ndarray], half_seconds: int) -> dict[str, np.ndarray]:
    """The pooled features of emotion-1, float32: of each half second alone, `handMade` [renderings, half_seconds, F],
    and of the static model's window over the first rendering, `pooled` [1, half_seconds, F]."""
    front_end = load_front_end()
    sums = [of_length(half_second_sums(np.asarray(f, np.float32), front_end), half_seconds) for f in renderings]
    own = np.array([all_window_features(s, 1) for s in sums], np.float32)
    return {"handMade": own, "pooled": all_window_features(sums[0], STATIC_WINDOW).astype(np.float32)[None]}


def add_hand_made(piece: Piece, features: Mapping[str, np.ndarray]) -> None:
    """What hand_made found, as inputs of the piece."""
    for name in ("handMade", "pooled"):
        piece.inputs[name] = list(features[name])


def add_codes(pieces: list[Piece], encoder: Encoder, name: str, seed: int) -> None:
    """Codes of the windows: of every rendering as it is, and once more at a gain drawn within 10 dB."""
    generator = torch.Generator().manual_seed(seed)
    for piece in pieces:
        renderings = [torch.from_numpy(w).float() for w in piece.inputs["windows"]]
        gains = [GAIN_DECIBELS * (2 * torch.rand(1, generator=generator) - 1) for _ in renderings]
        heard = [*renderings, *(at_gain(w, gain) for w, gain in zip(renderings, gains))]
        piece.inputs[name] = [encode(encoder, windows).numpy() for windows in heard]


def add_embeddings(piece: Piece, path: Path, name: str) -> None:
    """A ready embedding of every half second, [halfSeconds, numbers] in a .npy file."""
    values = np.load(path)
    if values.ndim != 2 or not np.isfinite(values).all():
        raise ValueError(f"invalid embedding: {path} (wanted finite [halfSeconds, numbers])")
    piece.inputs[name] = [of_length(values.astype(np.float32), len(piece.truth))]
