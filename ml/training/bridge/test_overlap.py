"""Overlap against distributions whose distances are known."""

import unittest

import numpy as np

from bridge.overlap import overlap


class OverlapRule(unittest.TestCase):
    def setUp(self):
        self.theirs = np.linspace(0, 1, 1001)

    def test_the_same_distribution(self):
        one = overlap(self.theirs, self.theirs)
        self.assertEqual((one.distance, one.shared_range, one.shift), (0.0, 1.0, 0.0))
        self.assertTrue(one.kept)

    def test_a_shifted_uniform_by_hand(self):
        # 0..1 against 0.2..1.2: the distribution functions part by 0.2, the 5..95 % ranges share 0.7 of 1.1
        one = overlap(self.theirs, self.theirs + 0.2)
        self.assertAlmostEqual(one.distance, 0.2, places=2)
        self.assertAlmostEqual(one.shared_range, 0.7 / 1.1, places=6)
        self.assertAlmostEqual(one.shift, 0.2 * np.sqrt(12), places=2)
        self.assertTrue(one.kept)

    def test_what_lies_apart_or_is_far_wider_is_dropped(self):
        self.assertFalse(overlap(self.theirs, self.theirs + 2).kept)
        self.assertEqual(overlap(self.theirs, self.theirs + 2).shared_range, 0)
        self.assertFalse(overlap(self.theirs, 4 * (self.theirs - 0.5) + 0.5).kept)


if __name__ == "__main__":
    unittest.main()
