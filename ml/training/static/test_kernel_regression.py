"""Support vectors and kernel ridge against scikit-learn's own."""

import unittest

import numpy as np
from sklearn.kernel_ridge import KernelRidge
from sklearn.svm import SVR

from static.kernel_regression import EPSILON, KERNEL_RIDGE, SUPPORT_VECTORS, Choice, choose, fit, grid_errors
from static.tiny_set import tiny_set


class Regression(unittest.TestCase):
    def setUp(self):
        self.songs, self.others = (tiny_set(120, 12, 7).at(part) for part in (slice(0, 80), slice(80, 120)))
        self.train = self.songs.features, self.songs.labels
        self.held_out = self.others.features, self.others.labels

    def test_support_vectors_are_those_of_scikit_learn(self):
        chosen = Choice(1.0, 3.0), Choice(0.3, 1.0)
        ours = fit(SUPPORT_VECTORS, self.train, chosen).predict(self.others.features)
        for axis, choice in enumerate(chosen):
            gamma = choice.width / (12 * self.songs.features.var())
            theirs = SVR(C=choice.strength, gamma=gamma, epsilon=EPSILON).fit(self.train[0], self.train[1][:, axis])
            np.testing.assert_allclose(ours[:, axis], theirs.predict(self.others.features), atol=1e-6)

    def test_width_one_is_gamma_scale(self):
        ours = fit(SUPPORT_VECTORS, self.train, (Choice(1, 1), Choice(1, 1))).predict(self.others.features)
        theirs = SVR().fit(self.train[0], self.train[1][:, 0]).predict(self.others.features)
        np.testing.assert_allclose(ours[:, 0], theirs, atol=1e-6)

    def test_ridge_is_that_of_scikit_learn_on_centred_labels(self):
        ours = fit(KERNEL_RIDGE, self.train, (Choice(0.3, 1.0), Choice(0.1, 0.03))).predict(self.others.features)
        for axis, (width, alpha) in enumerate(((0.3, 1.0), (0.1, 0.03))):
            mean = self.train[1][:, axis].mean()
            model = KernelRidge(alpha=alpha, kernel="rbf", gamma=width / (12 * self.songs.features.var()))
            theirs = model.fit(self.train[0], self.train[1][:, axis] - mean).predict(self.others.features) + mean
            np.testing.assert_allclose(ours[:, axis], theirs, atol=1e-9)

    def test_the_grid_says_what_fitting_would(self):
        for family in (SUPPORT_VECTORS, KERNEL_RIDGE):
            choice = Choice(0.3, 1.0)
            predicted = fit(family, self.train, (choice, choice)).predict(self.others.features)
            expected = ((predicted - self.others.labels) ** 2).mean(axis=0)
            np.testing.assert_allclose(grid_errors(family, self.train, self.held_out, [choice])[0], expected, rtol=1e-6)

    def test_the_chosen_has_the_least_error(self):
        chosen = choose(KERNEL_RIDGE, self.train, self.held_out)
        best = grid_errors(KERNEL_RIDGE, self.train, self.held_out, list(chosen))
        other = grid_errors(KERNEL_RIDGE, self.train, self.held_out, [Choice(1.0, 10.0), Choice(0.03, 0.03)])
        self.assertLessEqual(best[0, 0], other[:, 0].min())
        self.assertLessEqual(best[1, 1], other[:, 1].min())


if __name__ == "__main__":
    unittest.main()
