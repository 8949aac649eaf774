"""Songs with a feature vector, a label and a group for the folds: MediaEval 2013, DEAM and 4Q."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LABEL_COLUMNS = ("valence_mean", "valence_std", "arousal_mean", "arousal_std")


@dataclass(frozen=True)
class LabelledSongs:
    """keys [n]; features float64 [n, F]; labels [n, 2], valence and arousal in [-1, 1]; groups [n], songs of one group
    (an artist) are never parted between training and test."""

    keys: np.ndarray
    features: np.ndarray
    labels: np.ndarray
    groups: np.ndarray

    def __len__(self) -> int:
        return len(self.keys)

    def at(self, indices: np.ndarray) -> "LabelledSongs":
        """Some of the songs, by index or mask."""
        return LabelledSongs(self.keys[indices], self.features[indices], self.labels[indices], self.groups[indices])

    def with_features(self, features: np.ndarray) -> "LabelledSongs":
        """The same songs described by other features."""
        return LabelledSongs(self.keys, features, self.labels, self.groups)


def load_deam(data: Path, features: int, labels_as_filed: bool = False) -> LabelledSongs:
    """DEAM (Aljanaki, Yang and Soleymani 2017): 1802 songs, labels (x - 5) / 4 of the mean of 1..9, grouped by artist.

    features: 130 or 74, the number of openSMILE features. labels_as_filed: leave valence and arousal of the songs of
    2013 as DEAM's file has them, see `deam_labels`.
    """
    keys, matrix = _opensmile_features(data, features)
    labels = deam_labels(data, labels_as_filed)
    artists = _artists(data)
    return LabelledSongs(
        np.array(keys), matrix, np.array([labels[key] for key in keys]), np.array([artists[key] for key in keys])
    )


def load_mediaeval_2013(data: Path, features: int) -> LabelledSongs:
    """The 744 songs of MediaEval 2013 (Soleymani et al., "1000 songs"), a part of DEAM."""
    songs = load_deam(data, features)
    return songs.at(np.isin(songs.keys, list(_emomusic_labels(data))))


def deam_labels(data: Path, as_filed: bool = False) -> dict[str, tuple[float, float]]:
    """Valence and arousal in [-1, 1] by song id.

    DEAM's file has the two columns of the 744 songs of 2013 the wrong way round: its valence agrees with emoMusic's
    arousal to 0.05 for 738 of them, and with the mean of the arousal curves at r 0.96, where its arousal does at 0.57.
    The later songs are right. So those 744 are taken from emoMusic's own file, unless `as_filed`.
    """
    filed = {}
    for part in ("1_2000", "2000_2058"):
        for row in _rows(data / "deam" / f"static_annotations_averaged_songs_{part}.csv"):
            filed[row["song_id"]] = (_unit(row["valence_mean"]), _unit(row["arousal_mean"]))
    return filed if as_filed else filed | _emomusic_labels(data)


def load_4q(data: Path) -> LabelledSongs:
    """4Q (Panda, Malheiro and Paiva 2018): 900 clips, mean over time of the stored MusiCNN rows [200], labels from the
    clip's mood words, grouped by artist."""
    index = _rows(data / "panda4q" / "index.csv")
    stored = np.load(data / "panda4q" / "musicnn_dense_f16.npy", mmap_mode="r")
    spans = [(int(row["row_offset"]), int(row["rows"])) for row in index]
    means = np.array([stored[start : start + count].astype(float).mean(axis=0) for start, count in spans])
    return LabelledSongs(
        np.array([row["song"] for row in index]),
        means,
        np.array([[float(row["tag_valence"]), float(row["tag_arousal"])] for row in index]),
        np.array([row["artist"].strip().casefold() for row in index]),
    )


def load_4q_embeddings(data: Path, embeddings: Path, deviation: bool = False) -> LabelledSongs:
    """4Q with the embeddings of a file: arrays `songs` [n], `mean` [n, 200] and, if asked for, `deviation` [n, 200].

    Raises ValueError if the file lacks a clip of 4Q.
    """
    songs = load_4q(data)
    with np.load(embeddings) as file:
        parts = [file["mean"], file["deviation"]] if deviation else [file["mean"]]
        place = {str(key): at for at, key in enumerate(file["songs"])}
    missing = [key for key in songs.keys if key not in place]
    if missing:
        raise ValueError(f"invalid embeddings: {embeddings} lacks {len(missing)} clips of 4Q, such as {missing[0]}")
    return songs.with_features(np.hstack(parts).astype(float)[[place[key] for key in songs.keys]])


def has_deviation(embeddings: Path) -> bool:
    with np.load(embeddings) as file:
        return "deviation" in file


def _opensmile_features(data: Path, count: int) -> tuple[list[str], np.ndarray]:
    files = {130: ("specteral_data.csv", "song_id"), 74: ("deam_features_74.csv", "track_id")}
    if count not in files:
        raise ValueError(f"invalid features: {count}, DEAM has 130 or 74")
    name, key = files[count]
    rows = _rows(data / "deam" / name)
    columns = [column for column in rows[0] if column not in (key, *LABEL_COLUMNS)]
    return [row[key] for row in rows], np.array([[float(row[column]) for column in columns] for row in rows])


def _emomusic_labels(data: Path) -> dict[str, tuple[float, float]]:
    rows = _rows(data / "emomusic_dynamic" / "static_annotations.csv")
    return {row["song_id"]: (_unit(row["mean_valence"]), _unit(row["mean_arousal"])) for row in rows}


def _artists(data: Path) -> dict[str, str]:
    """The artist of every song, in lower case; songs without one form a group of their own."""
    artists = {}
    for year in (2013, 2014, 2015):
        for row in _rows(data / "deam" / f"metadata_{year}.csv"):
            artists[row["song_id"]] = row["artist"].strip().casefold() or f"song {row['song_id']}"
    return artists


def _unit(rating: str) -> float:
    return (float(rating) - 5) / 4


def _rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="") as file:
        return [{name.strip(): value for name, value in row.items() if name} for row in csv.DictReader(file)]
