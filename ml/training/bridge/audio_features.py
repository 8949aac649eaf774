"""openSMILE features of many files, kept on disk so that an interrupted run is taken up again."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bridge.low_level import decode_for_bridge, low_level
from bridge.rater import stacked
from bridge.shared_features import song_features

REPORT_EVERY = 50


@dataclass(frozen=True)
class Excerpt:
    """A stretch of a sound file; `seconds` None for all of it from `start`."""

    key: str
    path: Path
    start: float = 0
    seconds: float | None = None


def read_excerpts(index: Path, most: int, seed: int = 0) -> list[Excerpt]:
    """Excerpts of a JSON list of {"key", "path", "start", "seconds"}; a random `most` if there are more."""
    rows = json.loads(index.read_text())
    if len(rows) > most:
        rows = [rows[at] for at in np.sort(np.random.default_rng(seed).permutation(len(rows))[:most])]
    return [Excerpt(row["key"], Path(row["path"]), row["start"], row["seconds"]) for row in rows]


def features_of_files(excerpts: Sequence[Excerpt], cache: Path) -> dict[str, np.ndarray]:
    """`song_features` of every excerpt, arrays [n] by name, computed where `cache` lacks them."""
    cache.mkdir(parents=True, exist_ok=True)
    songs = []
    for number, excerpt in enumerate(excerpts, start=1):
        target = cache / f"{excerpt.key}.json"
        if not target.exists():
            samples = decode_for_bridge(excerpt.path, excerpt.start, excerpt.seconds)
            partial = target.with_suffix(".partial")
            partial.write_text(json.dumps(song_features(low_level(samples))))
            os.replace(partial, target)
            if number % REPORT_EVERY == 0:
                print(f"  openSMILE features of {number} of {len(excerpts)}", flush=True)
        songs.append(json.loads(target.read_text()))
    return stacked(songs)
