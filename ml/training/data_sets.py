"""The labelled sets: where each track's sound lies, its group for the folds, and its labels in [-1, 1]."""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pretty_midi

HOP_SECONDS = 0.5
BEATS_PER_RATING = 4


@dataclass(frozen=True)
class Track:
    """One labelled track.

    curve: float64 [halfSeconds, 2], valence and arousal of every half second; [1, 2] where one label is meant for
    the whole track. group: tracks of one group (artist, series) are never parted between training and test.
    """

    key: str
    data_set: str
    group: str
    source: Path
    curve: np.ndarray

    @property
    def point(self) -> np.ndarray:
        """Valence and arousal of the whole track, [2]."""
        return self.curve.mean(axis=0)


def load_4q(data: Path, audio: Path) -> list[Track]:
    """4Q (Panda, Malheiro and Paiva 2018): 900 clips of 30 s, labelled by their mood words, grouped by artist."""
    with open(data / "panda4q" / "index.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Track(
            row["song"], "panda4q", row["artist"], audio / f"{row['song']}.mp3",
            np.array([[float(row["tag_valence"]), float(row["tag_arousal"])]]),
        )
        for row in rows
    ]


def load_vgmidi(data: Path) -> list[Track]:
    """VGMIDI (Ferreira and Whitehead 2019): 200 piano pieces, the median of about 30 raters, grouped by series.

    A rating stands for four quarter notes of the MIDI's tempo map whatever its time signature.
    """
    midi_folder = data / "vgmidi" / "labelled" / "midi"
    tracks = []
    for number in (1, 2):
        raw = json.loads((data / "vgmidi" / f"vgmidi_raw_{number}.json").read_text())
        ratings = defaultdict(list)
        for key, annotation in raw["annotations"].items():
            ratings[key.rsplit("_", 1)[0]].append([_numbers(annotation[name]) for name in ("valence", "arousal")])
        for piece, record in raw["pieces"].items():
            source = midi_folder / record["midi"]
            curve = _half_seconds(_median_rater(ratings[piece], record["measures"]), source)
            tracks.append(Track(source.stem, "vgmidi", source.stem.split("_")[0], source, curve))
    return tracks


def _numbers(value: list | str) -> list[float]:
    return [float(x) for x in (json.loads(value) if isinstance(value, str) else value)]


def _median_rater(ratings: list, measures: int) -> np.ndarray:
    """Median over the raters, [measures, 2]; raters whose list is of another length are cut or left out."""
    whole = [np.array([v[:measures], a[:measures]]).T for v, a in ratings if min(len(v), len(a)) >= measures]
    return np.median(np.array(whole), axis=0)


def _half_seconds(per_measure: np.ndarray, midi_path: Path) -> np.ndarray:
    """The rating in force at the middle of every half second of the piece, [halfSeconds, 2]."""
    midi = pretty_midi.PrettyMIDI(str(midi_path))
    starts = [midi.tick_to_time(round(k * BEATS_PER_RATING * midi.resolution)) for k in range(len(per_measure))]
    middles = np.arange(HOP_SECONDS / 2, midi.get_end_time(), HOP_SECONDS)
    measure = np.searchsorted(starts, middles, side="right") - 1
    return per_measure[np.clip(measure, 0, len(per_measure) - 1)]
