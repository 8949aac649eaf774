"""A training set: windows of EEG features, the music heard in each, and what people felt. README.md has the format."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

DIMENSIONS = ("valence", "arousal")
PEOPLE_AND_TRACKS = ("participants", "tracks")
DESCRIBED = (
    "title",
    "simulated",
    "channels",
    "bands",
    "windowSeconds",
    "hopSeconds",
    "stepSeconds",
    "steps",
    "embedding",
)


class InvalidSet(ValueError):
    """A training set that is not as README.md says; the message names what, and what to do."""


@dataclass(frozen=True)
class TrainingSet:
    """eeg: float32 [windows, steps, features] in nats. music: float32 [windows, width]. participant, track: index of
    each window. start: seconds from the track's beginning. own: {dimension: ratings [participants, tracks], NaN where
    none}. mean: {dimension: the raters' means [tracks]}. description: of set.json, without people and tracks."""

    description: dict
    participants: list[str]
    tracks: list[str]
    eeg: np.ndarray
    music: np.ndarray
    participant: np.ndarray
    track: np.ndarray
    start: np.ndarray
    own: dict[str, np.ndarray] = field(repr=False)
    mean: dict[str, np.ndarray] = field(repr=False)


def load_set(folder: Path) -> TrainingSet:
    """@raises InvalidSet where the folder breaks the format."""
    told = read_json(folder / "set.json")
    missing = [key for key in (*DESCRIBED, *PEOPLE_AND_TRACKS) if key not in told]
    if missing:
        raise InvalidSet(f"invalid set.json: without {', '.join(missing)} (write it as ml/training/eeg/README.md says)")
    windows = read_array(folder / "windows.npy", 2).astype(float)
    if windows.shape[1] != 3:
        raise InvalidSet(f"invalid windows.npy: {windows.shape[1]} columns (participant, track, start)")
    names = [track["name"] for track in told["tracks"]]
    loaded = TrainingSet(
        {key: value for key, value in told.items() if key not in PEOPLE_AND_TRACKS},
        [p["name"] for p in told["participants"]],
        names,
        read_array(folder / "eeg.npy", 3).astype(np.float32, copy=False),
        read_array(folder / "music.npy", 2).astype(np.float32, copy=False),
        windows[:, 0].astype(int),
        windows[:, 1].astype(int),
        windows[:, 2],
        {d: own_ratings(told["participants"], names, d) for d in DIMENSIONS},
        {d: np.array([rating(track.get(d)) for track in told["tracks"]]) for d in DIMENSIONS},
    )
    check(loaded)
    return loaded


def read_json(path: Path) -> dict:
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise InvalidSet(f"invalid {path.name}: {error} (give the folder of a training set)") from error


def read_array(path: Path, dimensions: int) -> np.ndarray:
    """Numbers of an NPY file that holds no objects."""
    try:
        values = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise InvalidSet(f"invalid {path.name}: {error} (give the folder of a training set)") from error
    if values.ndim != dimensions or values.dtype.kind not in "fiu":
        raise InvalidSet(f"invalid {path.name}: {values.dtype} of {values.ndim} dimensions (numbers of {dimensions})")
    return values


def own_ratings(participants: list[dict], tracks: list[str], dimension: str) -> np.ndarray:
    """[participants, tracks], NaN where somebody gave no rating."""
    given = [p.get("ratings", {}) for p in participants]
    return np.array([[rating(g.get(t, {}).get(dimension)) for t in tracks] for g in given]).reshape(len(given), -1)


def rating(value: float | None) -> float:
    """@raises InvalidSet unless it is none or lies within 1..9."""
    if value is None:
        return np.nan
    if not 1 <= value <= 9:
        raise InvalidSet(f"invalid rating: {value} (1..9, or null)")
    return float(value)


def check(loaded: TrainingSet) -> None:
    """@raises InvalidSet where arrays and set.json contradict each other."""
    told, count = loaded.description, len(loaded.participant)
    width = told["embedding"]["width"]
    shape = (count, told["steps"], len(told["channels"]) * len(told["bands"]))
    if count == 0:
        raise InvalidSet("invalid windows.npy: 0 windows (at least those of 5 tracks are needed)")
    if loaded.eeg.shape != shape:
        raise InvalidSet(f"invalid eeg.npy: {list(loaded.eeg.shape)} ({list(shape)} by windows.npy and set.json)")
    if loaded.music.shape != (count, width):
        raise InvalidSet(f"invalid music.npy: {list(loaded.music.shape)} ({[count, width]})")
    for name, values in (("eeg.npy", loaded.eeg), ("music.npy", loaded.music), ("windows.npy", loaded.start)):
        if not np.isfinite(values).all():
            raise InvalidSet(f"invalid {name}: numbers that are not finite (leave such windows out)")
    for name, index, names in (
        ("participant", loaded.participant, loaded.participants),
        ("track", loaded.track, loaded.tracks),
    ):
        if index.min() < 0 or index.max() >= len(names):
            raise InvalidSet(f"invalid windows.npy: {name} {index.min()}..{index.max()} (0..{len(names) - 1})")
        if len(set(names)) < len(names):
            raise InvalidSet(f"invalid set.json: a {name} comes twice (names must differ)")
