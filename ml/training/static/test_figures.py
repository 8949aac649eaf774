"""Figures against scikit-learn and against numbers worked out by hand."""

import unittest

import numpy as np
from sklearn.metrics import r2_score, root_mean_squared_error

from static.figures import agreement, corrected_interval, paired_difference


class Figures(unittest.TestCase):
    def setUp(self):
        random = np.random.default_rng(1)
        self.labels = random.normal(size=(60, 2))
        self.good = self.labels + 0.3 * random.normal(size=(2, 60, 2))
        self.bad = self.labels + 0.6 * random.normal(size=(2, 60, 2))
        self.folds = np.array([random.permutation(np.arange(60) % 5) for _ in range(2)])

    def test_agreement_is_that_of_scikit_learn(self):
        figures = agreement(self.labels, self.good)
        for axis, name in enumerate(("valence", "arousal")):
            r2 = np.mean([r2_score(self.labels[:, axis], one[:, axis]) for one in self.good])
            rmse = np.mean([root_mean_squared_error(self.labels[:, axis], one[:, axis]) for one in self.good])
            self.assertAlmostEqual(figures["r2"][name], r2, places=4)
            self.assertAlmostEqual(figures["rmse"][name], rmse, places=4)

    def test_interval_by_hand(self):
        # mean 2, s^2 = 1, (1/3 + 1/9) = 4/9, so the deviation is 2/3; Student's t at 2 degrees of freedom is 4.302653
        mean, low, high = corrected_interval(np.array([1.0, 2.0, 3.0]), 1 / 9)
        self.assertAlmostEqual(mean, 2)
        self.assertAlmostEqual(low, 2 - 4.302653 * 2 / 3, places=5)
        self.assertAlmostEqual(high, 2 + 4.302653 * 2 / 3, places=5)

    def test_difference_is_that_of_r2(self):
        answer = paired_difference(self.labels, self.folds, self.good, self.bad)
        for name in ("valence", "arousal"):
            gained = agreement(self.labels, self.good)["r2"][name] - agreement(self.labels, self.bad)["r2"][name]
            self.assertAlmostEqual(answer[name]["difference"], gained, places=3)
            self.assertGreater(answer[name]["low"], 0)

    def test_difference_turns_its_sign_with_the_order(self):
        there = paired_difference(self.labels, self.folds, self.good, self.bad)["valence"]
        back = paired_difference(self.labels, self.folds, self.bad, self.good)["valence"]
        self.assertAlmostEqual(there["low"], -back["high"])
        self.assertAlmostEqual(there["difference"], -back["difference"])


if __name__ == "__main__":
    unittest.main()
