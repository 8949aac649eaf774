"""The folder's format: what is read, and what is refused with one sentence."""

import json
import tempfile
import unittest
from collections.abc import Callable
from pathlib import Path

import numpy as np

from eeg.labels import LabelRule, labels_of
from eeg.synthetic import Planted, synthetic_set
from eeg.training_set import DIMENSIONS, InvalidSet, TrainingSet, load_set

MADE = synthetic_set(Planted(), (2, 5, 3), 1)


def write_set(made: TrainingSet, folder: Path) -> None:
    """The folder of README.md, as another program would write it."""
    ratings = [
        {track: {d: float(made.own[d][p, t]) for d in DIMENSIONS} for t, track in enumerate(made.tracks)}
        for p in range(len(made.participants))
    ]
    told = {
        **made.description,
        "participants": [{"name": n, "ratings": r} for n, r in zip(made.participants, ratings)],
        "tracks": [
            {"name": n, **{d: float(made.mean[d][t]) for d in DIMENSIONS}, "durationSeconds": 60}
            for t, n in enumerate(made.tracks)
        ],
    }
    (folder / "set.json").write_text(json.dumps(told))
    np.save(folder / "eeg.npy", made.eeg)
    np.save(folder / "music.npy", made.music)
    np.save(folder / "windows.npy", np.stack([made.participant, made.track, made.start], axis=1))


def refused(change: Callable[[Path], object]) -> str:
    """What is said of a good set that was changed."""
    with tempfile.TemporaryDirectory() as name:
        write_set(MADE, Path(name))
        change(Path(name))
        try:
            load_set(Path(name))
        except InvalidSet as error:
            return str(error)
    raise AssertionError("the set was not refused")


def retold(change: Callable[[dict], object]) -> Callable[[Path], object]:
    def write(folder: Path) -> None:
        told = json.loads((folder / "set.json").read_text())
        change(told)
        (folder / "set.json").write_text(json.dumps(told))

    return write


class Reading(unittest.TestCase):
    def test_everything_comes_back(self):
        with tempfile.TemporaryDirectory() as name:
            write_set(MADE, Path(name))
            read = load_set(Path(name))
        for key in ("eeg", "music", "participant", "track", "start"):
            np.testing.assert_array_equal(getattr(read, key), getattr(MADE, key))
        for dimension in DIMENSIONS:
            np.testing.assert_allclose(read.own[dimension], MADE.own[dimension])
        self.assertEqual((read.participants, read.tracks), (MADE.participants, MADE.tracks))

    def test_what_breaks_the_format_is_refused(self):
        infinite = MADE.eeg.copy()
        infinite[0, 0, 0] = np.inf
        for said, change in {
            "invalid set.json: without bands": retold(lambda told: told.pop("bands")),
            "invalid rating: 11": retold(lambda told: told["tracks"][0].update(valence=11)),
            "invalid set.json: a track comes twice": retold(lambda told: told["tracks"][0].update(name="track 2")),
            "invalid eeg.npy: [30, 5, 12] ([30, 6, 12]": retold(lambda told: told.update(steps=6)),
            "invalid windows.npy: participant 0..1 (0..0)": retold(lambda told: told["participants"].pop()),
            "invalid music.npy: [3, 12] ([30, 12])": lambda folder: np.save(folder / "music.npy", MADE.music[:3]),
            "invalid eeg.npy: numbers that are not finite": lambda folder: np.save(folder / "eeg.npy", infinite),
            "invalid windows.npy": lambda folder: (folder / "windows.npy").write_bytes(b"PK"),
            "invalid music.npy": lambda folder: np.save(folder / "music.npy", np.array([{}]), allow_pickle=True),
            "invalid set.json": lambda folder: (folder / "set.json").unlink(),
        }.items():
            with self.subTest(said):
                self.assertIn(said, refused(change))


class Labels(unittest.TestCase):
    def test_high_is_over_the_threshold_and_missing_stays_missing(self):
        made = synthetic_set(Planted(), (2, 5, 3), 1)
        made.own["valence"][0, :3] = [5.0, 5.1, np.nan]
        labels = labels_of(made, "valence", LabelRule())
        np.testing.assert_array_equal(labels.eeg[0, :3], [0, 1, np.nan])
        np.testing.assert_array_equal(labels.music[1], made.mean["valence"] > 5)
        low = labels_of(made, "valence", LabelRule("mean", "own", 4.5))
        np.testing.assert_array_equal(low.eeg[0], made.mean["valence"] > 4.5)
        np.testing.assert_array_equal(low.music[0, :3], [1, 1, np.nan])


if __name__ == "__main__":
    unittest.main()
