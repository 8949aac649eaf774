"""Sign figures against a case worked out by hand."""

import unittest

import numpy as np

from bridge.zero_shot import Clips, artist_standard_error, sign_figures


class ZeroShot(unittest.TestCase):
    def test_signs_by_hand(self):
        labels = np.array([[0.5, 0.5], [0.4, -0.5], [-0.5, 0.6], [-0.6, -0.4]])
        predicted = np.array([[0.9, 0.2], [0.3, 0.1], [0.2, 0.3], [0.1, -0.1]])
        figures = sign_figures(predicted, Clips(labels, np.array(list("abcd"))))
        self.assertEqual(figures["signAccuracy"], {"valence": 0.5, "arousal": 0.75})
        self.assertEqual(figures["signAccuracyAboutMedian"], {"valence": 1.0, "arousal": 1.0})
        self.assertEqual(figures["quadrantAccuracy"], 0.25)
        self.assertEqual(figures["sharePositive"], {"valence": 1.0, "arousal": 0.75})

    def test_standard_error_of_single_clips_is_the_binomial_one(self):
        right = np.random.default_rng(1).random((900, 2)) < 0.7
        error = artist_standard_error(right, np.arange(900))
        np.testing.assert_allclose(error, np.sqrt(0.7 * 0.3 / 900), rtol=0.1)

    def test_artists_with_many_clips_of_one_fate_widen_it(self):
        right = np.repeat(np.random.default_rng(1).random((100, 2)) < 0.7, 9, axis=0)
        error = artist_standard_error(right, np.repeat(np.arange(100), 9))
        np.testing.assert_allclose(error, np.sqrt(0.7 * 0.3 / 100), rtol=0.2)


if __name__ == "__main__":
    unittest.main()
