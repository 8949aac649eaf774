"""Synthetic training sets with a known answer, for tests and for trying the whole way."""

from dataclasses import dataclass

import numpy as np

from eeg.training_set import DIMENSIONS, TrainingSet

CHANNELS = ("F3", "F4", "P3", "P4")
BANDS = (("theta", 4, 8), ("alpha", 8, 13), ("beta", 13, 30))
STEPS = 5
WIDTH = 12
NOISE = 0.5
"""Spread of differential entropy within a track, in nats."""


@dataclass(frozen=True)
class Planted:
    """What is put into the EEG, in nats. effect: how valence and arousal (by the raters' means) move bands;
    fingerprint: of each track, the same for all, unrelated to emotion; spectrum: of each person; drift: of each track
    anew in each person, which makes windows of a track alike. music: how plainly the embedding tells emotion."""

    effect: float = 0.0
    fingerprint: float = 0.0
    spectrum: float = 1.0
    music: float = 1.5
    drift: float = 0.3


def synthetic_set(planted: Planted, shape: tuple[int, int, int], seed: int) -> TrainingSet:
    """@param shape participants, tracks, windows of each track"""
    people, tracks, windows = shape
    random = np.random.default_rng(seed)
    felt = {d: random.permutation(np.arange(tracks) % 2) * 3.0 + 3.5 for d in DIMENSIONS}
    mean = {d: values + random.uniform(-0.9, 0.9, tracks) for d, values in felt.items()}
    own = {d: np.clip(mean[d] + random.normal(0, 0.4, (people, tracks)), 1, 9) for d in DIMENSIONS}
    person, track, window = (v.ravel() for v in np.meshgrid(*map(np.arange, shape), indexing="ij"))
    music = stretches(planted, mean, windows, random)
    return TrainingSet(
        description(windows),
        [f"simulated {p + 1}" for p in range(people)],
        [f"track {t + 1}" for t in range(tracks)],
        features(planted, mean, (person, track), random),
        music[track, window].astype(np.float32),
        person,
        track,
        window * 2.0,
        own,
        mean,
    )


def description(windows: int) -> dict:
    """What set.json tells, for tracks of so many windows."""
    return {
        "title": "Synthetic",
        "simulated": True,
        "channels": list(CHANNELS),
        "bands": [{"name": name, "fromHz": low, "toHz": high} for name, low, high in BANDS],
        "windowSeconds": 5,
        "hopSeconds": 2,
        "stepSeconds": 1,
        "steps": STEPS,
        "embedding": {"name": "synthetic", "width": WIDTH, "hopSeconds": 1},
    }


def stretches(planted: Planted, mean: dict, windows: int, random: np.random.Generator) -> np.ndarray:
    """Embeddings [tracks, windows, WIDTH]: two directions for emotion, the track's own, and noise."""
    directions = random.normal(size=(2, WIDTH)) / WIDTH**0.5
    emotion = np.stack([(mean[d] - 5) / 2 for d in DIMENSIONS], axis=1) @ directions * planted.music * 2
    tracks = emotion + random.normal(0, 0.3, emotion.shape)
    return tracks[:, None] + random.normal(0, 0.3, (len(tracks), windows, WIDTH))


def features(
    planted: Planted, mean: dict, index: tuple[np.ndarray, np.ndarray], random: np.random.Generator
) -> np.ndarray:
    """Differential entropy [windows, STEPS, features]: alpha on the right follows valence, beta follows arousal."""
    person, track = index
    width = len(CHANNELS) * len(BANDS)
    people, tracks = person.max() + 1, track.max() + 1
    pattern = np.zeros((2, len(CHANNELS), len(BANDS)))
    pattern[0, :, 1] = [-1, 1, -0.3, 0.3]
    pattern[1, :, 1], pattern[1, :, 2] = -0.5, 1
    emotion = np.stack([(mean[d][track] - 5) / 2 for d in DIMENSIONS], axis=1) @ pattern.reshape(2, width)
    level = planted.effect * emotion
    level = level + planted.fingerprint * random.normal(size=(tracks, width))[track]
    level = level + planted.spectrum * random.normal(size=(people, width))[person]
    level = level + planted.drift * random.normal(size=(people, tracks, width))[person, track]
    return (level[:, None] + NOISE * random.normal(size=(len(person), STEPS, width))).astype(np.float32)
