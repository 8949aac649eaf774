"""DEAM's 1802 songs: openSMILE's features of both its files, the mean ratings and how far the raters agreed."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from static.labelled_songs import load_deam

LAST_ID_OF_2013 = 1000


@dataclass(frozen=True)
class RatedSongs:
    """features: arrays [n] by name. emotion [n, 2] in [-1, 1]. raters [n, 2]: standard deviation over the raters.
    artists [n]. early [n]: whether of 2013, whose audio, raters and selection differ from the later years'."""

    features: dict[str, np.ndarray]
    emotion: np.ndarray
    raters: np.ndarray
    artists: np.ndarray
    early: np.ndarray

    def matrix(self, names: list[str]) -> np.ndarray:
        return np.array([self.features[name] for name in names]).T


def load_rated_songs(data: Path) -> RatedSongs:
    """All songs of DEAM in the order of their ids; the two feature files list them in different orders."""
    means, spreads = (
        {int(row[key]): row for row in _rows(data / "deam" / name)}
        for name, key in (("specteral_data.csv", "song_id"), ("deam_features_74.csv", "track_id"))
    )
    ids = sorted(means)
    features = {name: _column(means, ids, name) for name in means[ids[0]] if name != "song_id"}
    features |= {name: _column(spreads, ids, name) for name in spreads[ids[0]] if name.endswith("_stddev")}
    songs = load_deam(data, 74)
    order = np.argsort(songs.keys.astype(int))
    return RatedSongs(
        features,
        songs.labels[order],
        rater_deviations(data, ids),
        songs.groups[order],
        np.array(ids) <= LAST_ID_OF_2013,
    )


def _column(rows: dict[int, dict[str, str]], ids: list[int], name: str) -> np.ndarray:
    return np.array([float(rows[key][name]) for key in ids])


def rater_deviations(data: Path, ids: list[int]) -> np.ndarray:
    """Standard deviation over the raters of a song, in units of [-1, 1], [n, 2]; those of 2013 from emoMusic's file,
    for the reason `static.labelled_songs.deam_labels` gives."""
    found = {}
    for part in ("1_2000", "2000_2058"):
        for row in _rows(data / "deam" / f"static_annotations_averaged_songs_{part}.csv"):
            found[int(row["song_id"])] = (float(row["valence_std"]), float(row["arousal_std"]))
    for row in _rows(data / "emomusic_dynamic" / "static_annotations.csv"):
        found[int(row["song_id"])] = (float(row["std_valence"]), float(row["std_arousal"]))
    return np.array([found[key] for key in ids]) / 4


def _rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="") as file:
        return [{name.strip(): value for name, value in row.items() if name} for row in csv.DictReader(file)]
