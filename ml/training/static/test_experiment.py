"""Folds, and that nothing held out has a part in what is predicted for it."""

import json
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import numpy as np

from static.experiment import Experiment, Settings, run
from static.folds import fold_numbers, splits
from static.methods import FULL, REDUCED, task
from static.tiny_set import tiny_set
from static.triplet_network import NetworkChoice, Training
from static.triplet_regression import TripletChoices

NETWORKS = TripletChoices(
    (NetworkChoice(1e-2, 0, 0.0, 2), NetworkChoice(1e-2, 8, 0.2, 2)), stops=(1, 2), training=Training(epochs=2)
)
LONGER = TripletChoices((NetworkChoice(1e-2, 16, 0.2, 4),), stops=(4,))
SETTINGS = Settings(folds=3, repeats=2, networks=NETWORKS)


class Folds(unittest.TestCase):
    def test_groups_stay_whole_and_every_song_is_held_out_once(self):
        songs = tiny_set(70, 3, 8)
        fold = fold_numbers(songs.groups, 5, 1)
        self.assertEqual(set(fold), set(range(5)))
        for group in set(songs.groups):
            self.assertEqual(len(set(fold[songs.groups == group])), 1)
        held_out = [key for split in splits(songs, 5, 1) for key in split.held_out.keys]
        self.assertEqual(sorted(held_out), sorted(songs.keys))

    def test_the_inner_fold_parts_groups_too(self):
        inner = task(tiny_set(70, 3, 8), 3, 1, NETWORKS).inner
        self.assertFalse(set(inner.train.groups) & set(inner.held_out.groups))


class Methods(unittest.TestCase):
    def test_every_method_beats_the_mean_of_songs_whose_features_tell(self):
        songs = tiny_set(120, 20, 9)
        split = next(splits(songs, 3, 1))
        for methods, outputs in ((FULL, 20), (REDUCED, 4)):
            for name, method in methods.items():
                predicted = method(task(split.train, outputs, 1, LONGER)).predict(split.held_out.features)
                error = ((predicted - split.held_out.labels) ** 2).mean()
                self.assertLess(error, 0.5 * split.held_out.labels.var(), name)

    def test_same_task_same_answer(self):
        songs = tiny_set(60, 10, 9)
        first, second = (FULL["TNN + SVR"](task(songs, 10, 1, NETWORKS)).predict(songs.features) for _ in range(2))
        np.testing.assert_array_equal(first, second)


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.cache = Path(self.folder.name)
        self.experiment = Experiment("small", tiny_set(60, 20, 10), SETTINGS)

    def tearDown(self):
        self.folder.cleanup()

    def predictions(self, pattern: str) -> dict:
        return json.loads(next(self.cache.glob(f"{pattern}/0-0.json")).read_text())

    def test_held_out_labels_change_nothing_that_is_predicted(self):
        run(self.experiment, self.cache)
        songs = self.experiment.songs
        fold = fold_numbers(songs.groups, SETTINGS.folds, SETTINGS.seed)
        labels = np.where((fold == 0)[:, None], -songs.labels, songs.labels)
        altered = Experiment("altered", replace(songs, labels=labels), SETTINGS)
        run(altered, self.cache)
        self.assertEqual(self.predictions("small-*"), self.predictions("altered-*"))

    def test_what_was_done_is_not_done_again(self):
        first = run(self.experiment, self.cache)
        times = {path: path.stat().st_mtime_ns for path in self.cache.rglob("*.json")}
        lost = next(iter(times))
        lost.unlink()
        self.assertEqual(run(self.experiment, self.cache), first)
        written = {path for path in self.cache.rglob("*.json") if path.stat().st_mtime_ns != times[path]}
        self.assertEqual(written, {lost})


if __name__ == "__main__":
    unittest.main()
