"""A synthetic corpus of a few seconds' training: targets are linear in the sound, so a student can learn them."""

import numpy as np

from embedding.distil import Settings, Track, split
from embedding.teacher import PATCH_FRAMES, patch_starts
from front_end import load_front_end, log_mel
from tiny_songs import tiny_song

SECONDS = 15


def tiny_tracks(settings: Settings) -> tuple[list[Track], np.ndarray, set[str]]:
    """Twelve synthetic songs with 840 targets each patch, their weights and the keys held out."""
    random, front_end = np.random.default_rng(settings.seed), load_front_end()
    projection = random.standard_normal((96, 1140)) / 10
    tracks = []
    for number in range(12):
        song = tiny_song(*random.uniform(-1, 1, 2), front_end.sample_rate_hz)
        repeats = int(np.ceil(SECONDS * front_end.sample_rate_hz / len(song)))
        frames = log_mel(np.tile(song, repeats), front_end).astype(np.float16)
        patches = [frames[s : s + PATCH_FRAMES].astype(np.float32).mean(axis=0) for s in patch_starts(len(frames))]
        tracks.append(
            Track(f"tiny-{number}", f"tiny-{number}", frames, (np.stack(patches) @ projection).astype(np.float32))
        )
    _, held_out = split(tracks, settings)
    return tracks, np.full(1140, 10 / 1140), {t.key for t in held_out}
