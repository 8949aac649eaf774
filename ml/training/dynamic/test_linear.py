"""Ridge from sums against scikit-learn on the rows."""

import unittest

import numpy as np
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import Ridge

from dynamic.linear import causal_mean, kernel_points, solve, sums_of, unexplained


class GramRidge(unittest.TestCase):
    random = np.random.default_rng(1)
    rows = random.normal(size=(80, 7)) * np.arange(1, 8)
    targets = rows[:, :2] + random.normal(size=(80, 2))

    def test_solves_as_scikit_learn_on_rows_of_unit_spread(self):
        spread = np.sqrt((self.rows**2).mean(axis=0))
        reference = Ridge(alpha=0.3 * 80, fit_intercept=False).fit(self.rows / spread, self.targets)
        expected = reference.coef_.T / spread[:, None]
        np.testing.assert_allclose(solve(sums_of(self.rows, self.targets), [0.3])[0], expected, rtol=1e-5)

    def test_unexplained_is_the_sum_of_squared_errors(self):
        coefficients = self.random.normal(size=(3, 7, 2))
        expected = [((self.targets - self.rows @ c) ** 2).sum(axis=0) for c in coefficients]
        np.testing.assert_allclose(unexplained(sums_of(self.rows, self.targets), coefficients), expected)

    def test_sums_of_parts_are_the_sums_of_the_whole(self):
        whole = sums_of(self.rows, self.targets)
        parts = sums_of(self.rows[:30], self.targets[:30]) + sums_of(self.rows[30:], self.targets[30:])
        np.testing.assert_allclose(parts.features, whole.features)
        self.assertEqual(parts.weight, whole.weight)


class Points(unittest.TestCase):
    def test_gaussian_kernel_ridge_is_that_of_scikit_learn(self):
        random = np.random.default_rng(2)
        rows, targets = random.normal(size=(40, 5)), random.normal(size=(40, 2))
        z = np.clip((rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-6), -5, 5)
        reference = KernelRidge(alpha=0.5, kernel="rbf", gamma=1 / 10).fit(z, targets - targets.mean(axis=0))
        expected = targets.mean(axis=0) + reference.predict(z[:6])
        np.testing.assert_allclose(kernel_points(rows, rows[:6], targets, ("gaussian", 0.5)), expected, rtol=1e-8)


class CausalMeans(unittest.TestCase):
    def test_are_means_of_what_was_heard_so_far(self):
        values = np.random.default_rng(3).normal(size=(20, 3))
        expected = [values[max(0, i - 4) : i + 1].mean(axis=0) for i in range(20)]
        np.testing.assert_allclose(causal_mean(values, 5), expected)
        np.testing.assert_allclose(causal_mean(values, 50)[-1], values.mean(axis=0))
        np.testing.assert_allclose(causal_mean(values, 50), causal_mean(values, 20))


if __name__ == "__main__":
    unittest.main()
