"""Scores against scikit-learn on the windows themselves, and intervals and chance against simulation."""

import unittest
from dataclasses import replace

import numpy as np
from sklearn.metrics import accuracy_score, balanced_accuracy_score, roc_auc_score

from eeg.ranking import ranking_measures
from eeg.scores import Chance, all_scores, difference, interval, orders_of, person_scores
from eeg.track_tables import Gallery, Queries, TrackTables, pair_shares, tables_of

CHANCE = Chance(200, 500, 1)


def random_split(seed: int, person: int = 0) -> tuple[Queries, Gallery, np.ndarray, TrackTables]:
    """Seven tracks of a person with uneven numbers of windows, answered at random."""
    random = np.random.default_rng(seed)
    labels = random.permutation([1, 0, 1, 0, 1, 0, 1]).astype(float)
    track = np.repeat(np.arange(7), random.integers(5, 12, 7))
    gallery = Gallery(np.repeat(np.arange(7), 8), np.repeat(random.permutation(labels), 8))
    queries = Queries(track, np.arange(len(track)) * 1.0, random.random(len(track)), random.random((len(track), 56)))
    return queries, gallery, labels, tables_of(queries, gallery, (person, labels, 1), random)


class OnePerson(unittest.TestCase):
    def test_classification_is_that_of_scikit_learn(self):
        queries, _, labels, tables = random_split(3)
        truth, called = labels[queries.track], queries.probability > 0.5
        scores = {k: v[0] for k, v in person_scores([tables], [np.arange(7)[None]]).items()}
        self.assertAlmostEqual(scores["eeg.accuracy"], accuracy_score(truth, called))
        self.assertAlmostEqual(scores["eeg.balancedAccuracy"], balanced_accuracy_score(truth, called))
        self.assertAlmostEqual(scores["eeg.auc"], roc_auc_score(truth, queries.probability))
        self.assertAlmostEqual(scores["eeg.majority"], truth.mean())

    def test_half_of_a_tracks_windows_is_enough(self):
        queries = Queries(np.repeat([0, 1], 4), np.arange(8.0), np.array([0.9, 0.9, 0.1, 0.1, 0.9, 0.9, 0.9, 0.1]))
        tables = tables_of(
            queries, Gallery(np.zeros(1), np.zeros(1)), (0, np.array([1, 0]), 1), np.random.default_rng(1)
        )
        scores = person_scores([tables], [np.arange(2)[None]])
        self.assertEqual(scores["eeg.aggregatedAccuracy"][0], 0.5)
        self.assertEqual(scores["eeg.accuracy"][0], 3 / 8)

    def test_permuted_scores_are_those_of_permuted_labels(self):
        queries, gallery, labels, tables = random_split(4)
        orders = orders_of(np.arange(7), np.random.default_rng(9).random((3, 7)))
        scores = person_scores([tables], [orders])
        sorted_gallery = np.argsort(-queries.similarity, axis=1)
        for number, order in enumerate(orders):
            truth = labels[order][queries.track]
            self.assertAlmostEqual(scores["eeg.auc"][number], roc_auc_score(truth, queries.probability))
            measures = ranking_measures(gallery.label[sorted_gallery] == truth[:, None])
            by_track = [measures[queries.track == t].mean(axis=0) for t in range(7)]
            found = [scores[f"emotion.{name}"][number] for name in ("p1", "p10", "map", "publishedAp10")]
            np.testing.assert_allclose(found[:3], np.mean(by_track, axis=0)[:3])
            same = ranking_measures(gallery.track[sorted_gallery] == order[queries.track][:, None])
            expected = np.mean([same[queries.track == t].mean(axis=0) for t in range(7)], axis=0)
            self.assertAlmostEqual(scores["track.map"][number], expected[2])

    def test_pairs_count_ties_half(self):
        shares = pair_shares([np.array([0.2, 0.5]), np.array([0.5, 0.1])])
        self.assertEqual(shares[0, 1], (0 + 1 + 0.5 + 1) / 4)
        self.assertEqual(shares[0, 1] + shares[1, 0], 1)


class People(unittest.TestCase):
    def test_labels_are_permuted_alike_in_all_who_heard_the_same(self):
        keys = np.random.default_rng(2).random((50, 9))
        orders = orders_of(np.array([1, 4, 8]), keys)
        np.testing.assert_array_equal(orders[0], [0, 1, 2])
        np.testing.assert_array_equal(orders, orders_of(np.array([1, 4, 8]), keys))
        self.assertEqual(len(np.unique(orders, axis=0)), 6)

    def test_what_is_alike_in_all_people_by_accident_is_no_evidence(self):
        """Everybody answers the same: as if there were one person, whatever their number."""
        few = 0
        for seed in range(60):
            one = random_split(1000 + seed)[3]
            tables = [replace(one, person=person) for person in range(8)]
            few += all_scores(tables, 8, Chance(60, 50, seed))["eeg"]["accuracy"]["p"] < 0.1
        self.assertLess(few, 15)

    def test_answers_at_random_are_at_chance(self):
        tables = [random_split(10 * p + s, p)[3] for p in range(8) for s in range(3)]
        scores = all_scores(tables, 9, CHANCE)
        for group in ("eeg", "emotion", "track"):
            for name, score in scores[group].items():
                if name == "majority":
                    continue
                self.assertGreater(score["p"], 0.01, name)
                self.assertLess(score["aboveChance"]["low"], 0, name)
                self.assertIsNone(score["participants"][8])

    def test_interval_covers_its_mean_as_often_as_it_says(self):
        random = np.random.default_rng(5)
        covered = [low <= 0 <= high for low, high in (interval(random.normal(size=8), 400, random) for _ in range(400))]
        self.assertGreater(np.mean(covered), 0.91)
        self.assertLess(np.mean(covered), 0.99)

    def test_a_single_person_gives_no_interval(self):
        self.assertEqual(interval(np.array([0.7]), 100, np.random.default_rng(1)), (None, None))

    def test_differences_are_paired(self):
        found = difference({"participants": [0.6, None, 0.8]}, {"participants": [0.5, 0.9, 0.7]}, CHANCE)
        self.assertAlmostEqual(found["mean"], 0.1)
        self.assertAlmostEqual(found["low"], 0.1)


if __name__ == "__main__":
    unittest.main()
