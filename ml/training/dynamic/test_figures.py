"""Figures against numpy, and the permutation test where its answer is known."""

import unittest

import numpy as np

from dynamic.figures import correlation_between, correlation_within, curve_figures, permutation_test


def random_curves(seed: int, pieces: int = 12) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    return [random.normal(random.normal(0, 1, 2), 0.3, (20 + i, 2)) for i in range(pieces)]


class Figures(unittest.TestCase):
    def test_correlations_are_numpys_of_means_and_of_deviations(self):
        a, b = random_curves(1), [c + np.random.default_rng(2).normal(0, 1, c.shape) for c in random_curves(1)]
        for axis in (0, 1):
            means = np.corrcoef([c[:, axis].mean() for c in a], [c[:, axis].mean() for c in b])[0, 1]
            moved = [np.concatenate([c[:, axis] - c[:, axis].mean() for c in curves]) for curves in (a, b)]
            moves = np.corrcoef(*moved)[0, 1]
            self.assertAlmostEqual(correlation_between(a, b)[axis], means)
            self.assertAlmostEqual(correlation_within(a, b)[axis], moves)

    def test_a_shift_of_every_curve_changes_rmse_by_itself_and_no_r(self):
        truth = random_curves(3)
        figures = curve_figures([c + 0.25 for c in truth], truth)
        self.assertEqual(figures["rmsePooled"], {"valence": 0.25, "arousal": 0.25})
        self.assertEqual(figures["rmsePerPiece"], {"valence": 0.25, "arousal": 0.25})
        self.assertEqual(figures["rWithin"], {"valence": 1.0, "arousal": 1.0})


class Permutation(unittest.TestCase):
    groups = [f"series{i % 6}" for i in range(12)]

    def test_finds_nothing_between_a_model_and_itself(self):
        truth, model = random_curves(4), random_curves(5)
        test = permutation_test(model, model, truth, self.groups)
        self.assertEqual(test["rWithin"]["difference"], {"valence": 0.0, "arousal": 0.0})
        self.assertEqual(test["rWithin"]["p"], {"valence": 1.0, "arousal": 1.0})

    def test_a_model_better_in_every_series_has_the_least_p_there_is(self):
        truth = random_curves(6)
        noise = [np.random.default_rng(7).normal(0, 1, c.shape) for c in truth]
        near, far = ([t + scale * n for t, n in zip(truth, noise)] for scale in (0.1, 2.0))
        test = permutation_test(near, far, truth, self.groups)
        for measure in ("rmsePooled", "rWithin"):
            self.assertEqual(test[measure]["p"], {"valence": round(2 / 2**6, 4), "arousal": round(2 / 2**6, 4)})
        self.assertLess(test["rmsePooled"]["difference"]["valence"], 0)
        self.assertGreater(test["rWithin"]["difference"]["valence"], 0)

    def test_equals_the_figures_of_the_models(self):
        truth, first, second = random_curves(8), random_curves(9), random_curves(10)
        test = permutation_test(first, second, truth, self.groups)
        expected = correlation_within(first, truth) - correlation_within(second, truth)
        self.assertAlmostEqual(test["rWithin"]["difference"]["arousal"], expected[1], places=4)


if __name__ == "__main__":
    unittest.main()
