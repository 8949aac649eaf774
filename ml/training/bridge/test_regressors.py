"""The rank transform, the blend, the spread map and the uncertainty against what they must do by definition."""

import unittest

import numpy as np
from scipy.stats import norm
from sklearn.linear_model import LinearRegression, Ridge

from bridge.rank_gaussian import REACH, RankGaussian
from bridge.regressors import Blend
from bridge.spread import Uncertainty, fit_spread_map


class Regressors(unittest.TestCase):
    def setUp(self):
        self.random = np.random.default_rng(1)

    def test_ranks_become_normal_deviates_whatever_the_unit(self):
        values = np.exp(self.random.normal(size=(4001, 1)))
        deviates = RankGaussian().fit_transform(values)[:, 0]
        expected = norm.ppf((np.argsort(np.argsort(values[:, 0])) + 0.5) / 4001)
        middle = np.abs(expected) < 2
        np.testing.assert_allclose(deviates[middle], expected[middle], atol=0.02)
        again = RankGaussian().fit_transform(np.log(values))[:, 0]
        np.testing.assert_allclose(again[middle], deviates[middle], atol=0.02)

    def test_beyond_the_training_range_it_stays(self):
        ranks = RankGaussian().fit(self.random.normal(size=(500, 1)))
        np.testing.assert_allclose(ranks.transform(np.array([[-1e9], [1e9]])), [[-REACH], [REACH]])

    def test_blend_is_the_mean_of_its_members(self):
        features, emotion = self.random.normal(size=(40, 3)), self.random.normal(size=(40, 2))
        members = [LinearRegression(), Ridge(10.0)]
        expected = np.mean([member.fit(features, emotion).predict(features) for member in members], axis=0)
        blend = Blend([LinearRegression(), Ridge(10.0)]).fit(features, emotion)
        np.testing.assert_allclose(blend.predict(features), expected)

    def test_spread_map_gives_the_labels_mean_and_deviation_and_keeps_the_order(self):
        labels = 0.2 * self.random.normal(size=(400, 2))
        predicted = 0.4 * labels + 0.02 * self.random.normal(size=(400, 2)) + 0.1
        mapped = fit_spread_map(predicted, labels)(predicted)
        np.testing.assert_allclose(mapped.mean(axis=0), labels.mean(axis=0), atol=1e-9)
        np.testing.assert_allclose(mapped.std(axis=0), labels.std(axis=0), atol=1e-9)
        np.testing.assert_array_equal(np.argsort(mapped, axis=0), np.argsort(predicted, axis=0))

    def test_uncertainty_is_the_errors_deviation_and_grows_away_from_the_songs(self):
        features = self.random.normal(size=(2000, 3))
        errors = 0.3 * self.random.normal(size=(2000, 2))
        uncertainty = Uncertainty().fit(features, errors)
        self.assertAlmostEqual(float((uncertainty(features) ** 2).mean()), 0.09, places=2)
        near, far = uncertainty.farness(np.array([[0.0, 0.0, 0.0], [3.0, -3.0, 3.0]]))
        self.assertLess(near, 0.1)
        self.assertGreater(far, 0.8)


if __name__ == "__main__":
    unittest.main()
