"""Measures of rankings against scikit-learn and numbers computed by hand."""

import unittest

import numpy as np
from sklearn.metrics import average_precision_score

from eeg.ranking import MEASURES, agreement, ranked, ranking_measures


class Measures(unittest.TestCase):
    def test_average_precision_is_that_of_scikit_learn(self):
        random = np.random.default_rng(1)
        hits = random.random((40, 60)) < 0.3
        order = -np.arange(60.0)
        expected = [average_precision_score(row, order) for row in hits]
        np.testing.assert_allclose(ranking_measures(hits)[:, MEASURES.index("map")], expected)

    def test_by_hand(self):
        hits = np.array([[1, 0, 1] + [0] * 9 + [1]])
        p1, p10, average, published = ranking_measures(hits)[0]
        self.assertEqual((p1, p10), (1.0, 0.2))
        self.assertAlmostEqual(average, (1 + 2 / 3 + 3 / 13) / 3)
        self.assertAlmostEqual(published, (1 + 2 / 3) / 2)

    def test_nothing_among_the_first_ten_is_published_as_0_and_nothing_at_all_is_no_number(self):
        late, never = ranking_measures(np.array([[0] * 11 + [1], [0] * 12]))
        self.assertEqual(late[MEASURES.index("publishedAp10")], 0)
        self.assertTrue(np.isnan(never).all())

    def test_published_measure_of_random_rankings_is_far_above_precision(self):
        random = np.random.default_rng(2)
        hits = np.stack([random.permutation(np.repeat([1, 0], [203, 203])) for _ in range(2000)])
        means = dict(zip(MEASURES, ranking_measures(hits).mean(axis=0)))
        self.assertAlmostEqual(means["p10"], 0.5, delta=0.01)
        self.assertAlmostEqual(means["publishedAp10"], 0.607, delta=0.015)
        self.assertAlmostEqual(means["map"], 0.507, delta=0.01)


class Order(unittest.TestCase):
    def test_most_similar_first_and_ties_at_random(self):
        similarity = np.array([[0.1, 0.9, 0.5]])
        np.testing.assert_array_equal(ranked(similarity, np.random.default_rng(1)), [[1, 2, 0]])
        first = {int(ranked(np.zeros((1, 5)), np.random.default_rng(s))[0, 0]) for s in range(60)}
        self.assertEqual(first, set(range(5)))

    def test_late_fusion_ranks_by_the_probability_of_the_same_emotion(self):
        np.testing.assert_allclose(
            agreement(np.array([1.0, 0.0, 0.5]), np.array([0.9, 0.2])), [[0.9, 0.2], [0.1, 0.8], [0.5, 0.5]]
        )


if __name__ == "__main__":
    unittest.main()
