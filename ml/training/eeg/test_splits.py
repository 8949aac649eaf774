"""Who and what is left out, for random sets with missing ratings and windows."""

import unittest
from dataclasses import replace

import numpy as np

from eeg.labels import LabelRule, labels_of
from eeg.splits import SCHEMES, Splitting, commonest, dealt, published_shuffles, windows_split, within_all
from eeg.synthetic import Planted, synthetic_set


def splitting(seed: int) -> Splitting:
    """Five people and 13 tracks; some ratings and some windows are missing."""
    made = synthetic_set(Planted(), (5, 13, 4), seed)
    random = np.random.default_rng(seed)
    own = {d: np.where(random.random(r.shape) < 0.1, np.nan, r) for d, r in made.own.items()}
    kept = random.random(len(made.start)) < 0.8
    arrays = {name: getattr(made, name)[kept] for name in ("eeg", "music", "participant", "track", "start")}
    left = replace(made, own=own, **arrays)
    return Splitting(left, labels_of(left, "valence", LabelRule()).eeg, 5, 3, seed)


class Leaving(unittest.TestCase):
    def test_no_scheme_has_a_tested_track_on_both_sides_unless_it_is_the_people_who_are_new(self):
        for seed in range(4):
            made = splitting(seed)
            of = made.training_set
            for name, scheme in SCHEMES.items():
                for split in scheme(made):
                    seen, tested = np.r_[split.training, split.watched], split.tested
                    people = np.intersect1d(of.participant[seen], of.participant[tested])
                    tracks = np.intersect1d(of.track[seen], of.track[tested])
                    self.assertEqual(len(people) == 0, name in ("participants", "both"), name)
                    if name != "participants":
                        self.assertEqual(len(tracks), 0, name)
                    self.assertEqual(len(np.intersect1d(of.track[split.training], of.track[split.watched])), 0)

    def test_networks_of_everybody_know_no_tested_track_from_anybody(self):
        for seed in range(4):
            made = splitting(seed)
            of = made.training_set
            for split in within_all(made):
                self.assertTrue(split.tuned and split.pooled)
                seen = np.r_[split.training, split.watched]
                self.assertEqual(len(np.intersect1d(of.track[seen], of.track[split.tested])), 0)
                np.testing.assert_array_equal(np.unique(of.participant[split.training]), made.everybody())
                self.assertEqual(len(np.intersect1d(of.track[split.training], of.track[split.watched])), 0)

    def test_each_rated_window_is_tested_once(self):
        for scheme in ("tracks", "participants", "both", within_all):
            name, split_by = str(scheme), SCHEMES.get(scheme, within_all)
            made = splitting(7)
            tested = np.concatenate([split.tested for split in split_by(made)])
            everything = made.windows(made.everybody(), np.arange(13))
            np.testing.assert_array_equal(np.sort(tested), everything, name)

    def test_published_shuffles_test_a_fifth_five_times(self):
        made = splitting(8)
        self.assertEqual(len(list(published_shuffles(made))), 5 * 5)

    def test_windows_leak(self):
        made = splitting(9)
        for split in windows_split(made, True):
            tracks = made.training_set.track
            self.assertGreater(len(np.intersect1d(tracks[split.tested], tracks[split.training])), 10)
            self.assertEqual(len(np.intersect1d(split.tested, split.training)), 0)


class Dealing(unittest.TestCase):
    def test_folds_get_each_label_as_evenly_as_can_be(self):
        random = np.random.default_rng(1)
        for _ in range(20):
            labels = random.integers(2, size=random.integers(6, 40))
            fold = dealt(labels, 5, random)
            counts = [np.bincount(fold[labels == label], minlength=5) for label in (0, 1)]
            self.assertLessEqual(max(c.max() - c.min() for c in counts), 1)
            self.assertLessEqual(np.ptp(np.bincount(fold, minlength=5)), 1)

    def test_commonest_leaves_out_what_is_missing(self):
        labels = np.array([[0, 1, 1, np.nan], [np.nan, 1, 0, 3], [0, 0, np.nan, 3]])
        np.testing.assert_array_equal(commonest(labels), [0, 1, 0, 3])


if __name__ == "__main__":
    unittest.main()
