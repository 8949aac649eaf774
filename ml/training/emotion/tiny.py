"""Synthetic pieces for a training run of a few seconds: emotion is linear in what few numbers make the embedding."""

import numpy as np

from emotion.pieces import Piece, Scale
from harmony import HARMONY_SIZE

LATENT = 4


def tiny_pieces() -> tuple[list[Piece], Scale]:
    """Sixty clips with one label and thirty pieces with a curve, and a scale."""
    random = np.random.default_rng(1)
    loadings, axes = random.standard_normal((LATENT, 200)), random.standard_normal((LATENT, 2)) / 5
    tonal_loadings = random.standard_normal((LATENT, HARMONY_SIZE))
    pieces = []
    for number in range(90):
        half_seconds = 20 if number < 60 else 60
        walk = random.standard_normal(LATENT) + np.cumsum(0.1 * random.standard_normal((half_seconds, LATENT)), axis=0)
        embedding = walk @ loadings + 0.5 * random.standard_normal((half_seconds, 200))
        harmony = walk @ tonal_loadings + 0.5 * random.standard_normal((half_seconds, HARMONY_SIZE))
        curve = np.clip(walk @ axes + 0.05 * random.standard_normal((half_seconds, 2)), -1, 1)
        name, label = ("tinyCurves", curve) if number >= 60 else ("tinyClips", curve.mean(axis=0, keepdims=True))
        presence = np.ones(half_seconds)
        pieces.append(Piece(f"tiny{number}", name, f"group{number // 3}", embedding, presence, harmony, label))
    return pieces, Scale(np.zeros(2), np.full(2, 0.3))
