"""Synthetic pieces whose emotion moves, with synthetic raters: the whole way without any data."""

import numpy as np
import torch

from dynamic.autoencoder import AutoencoderSettings, Encoder, pretrain
from dynamic.inputs import add_codes, add_hand_made, add_windows, hand_made
from dynamic.pieces import Piece
from dynamic.ratings import Panel
from dynamic.windows import FrameStore
from front_end import load_front_end, log_mel
from tiny_songs import tiny_song

PIECES = 12
SERIES = 3
PART_SECONDS = 6
RATERS = 8


def tiny_gather(settings: AutoencoderSettings, seed: int) -> tuple[list[Piece], Encoder, dict, list[Panel]]:
    """As gather.gather, and the panels of the raters. The inputs `musicnn` and `embedding` are random projections."""
    random = np.random.default_rng(seed)
    front_end = load_front_end()
    pieces, panels, all_frames = [], [], []
    projection = random.normal(size=(96, 20))
    for number in range(PIECES):
        parts = random.uniform(-0.7, 0.7, 2) + random.uniform(-0.3, 0.3, (2, 2))
        sound = np.concatenate([tiny_song(*p, front_end.sample_rate_hz, PART_SECONDS) for p in parts])
        truth = np.repeat(parts, PART_SECONDS * 2, axis=0)
        frames = log_mel(sound, front_end)
        piece = Piece(f"tiny{number}", f"series{number % SERIES}", truth)
        add_windows(piece, [frames])
        add_hand_made(piece, hand_made([frames], len(truth)))
        piece.inputs["embedding"] = [(piece.inputs["windows"][0].mean(axis=1) @ projection).astype(np.float32)]
        pieces.append(piece)
        all_frames.append(frames)
        panels.append(Panel(parts + random.normal(0, 0.2, (RATERS, 2, 2)), np.repeat([0, 1], PART_SECONDS * 2)))
    store = FrameStore(all_frames)
    encoder, reached = pretrain(store, settings, True)
    plain_encoder, plain_reached = pretrain(store, settings, False)
    torch.manual_seed(seed)
    add_codes(pieces, encoder, "vaeCodes", seed)
    add_codes(pieces, plain_encoder, "aeCodes", seed)
    return pieces, encoder, {"vae": reached, "ae": plain_reached}, panels
