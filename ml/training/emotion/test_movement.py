"""The movement's windows and ridge, against slow and plain computations."""

import unittest

import numpy as np

from emotion.movement import choose_alpha, labels, moments, row_scale, solve, window_features, window_means
from emotion.pieces import folds_of
from emotion.tiny import tiny_pieces


class MovementTest(unittest.TestCase):
    def test_window_means_are_means_of_windows(self) -> None:
        values = np.random.default_rng(1).standard_normal((30, 2))
        for i in range(30):
            np.testing.assert_allclose(window_means(values, "causal", 7)[i], values[max(0, i - 6) : i + 1].mean(axis=0))
            np.testing.assert_allclose(
                window_means(values, "centred", 7)[i], values[max(0, i - 3) : i + 4].mean(axis=0)
            )

    def test_ridge_from_moments_is_ridge_over_rows(self) -> None:
        pieces = [p for p in tiny_pieces()[0] if len(p.curve) > 1][:6]
        scale = row_scale(pieces)
        coefficients = solve([moments(p, scale, 0) for p in pieces], 0.3)
        rows = [(window_features(p) / scale)[::2] / np.sqrt(30 * len(pieces)) for p in pieces]
        targets = [labels(p, 0)[::2] / np.sqrt(30 * len(pieces)) for p in pieces]
        stacked, wanted = np.concatenate(rows), np.concatenate(targets)
        residual = stacked.T @ (wanted - stacked @ coefficients) - 0.3 * coefficients
        self.assertLess(np.abs(residual).max(), 1e-9)

    def test_alpha_is_one_that_helps_held_out_pieces(self) -> None:
        pieces = [p for p in tiny_pieces()[0] if len(p.curve) > 1]
        scale = row_scale(pieces)
        parts = [moments(p, scale, 0) for p in pieces]
        alpha = choose_alpha(pieces, parts, folds_of(pieces, 4, 1))
        self.assertIn(alpha, (0.03, 0.1, 0.3, 1.0, 3.0))


if __name__ == "__main__":
    unittest.main()
