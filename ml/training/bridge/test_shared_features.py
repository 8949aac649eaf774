"""Level-free features against gains, deltas against straight lines."""

import unittest

import numpy as np

from bridge.shared_features import LEVEL, LEVEL_POWERS, deltas, descriptor_of, is_trend, without_level


class SharedFeatures(unittest.TestCase):
    def test_delta_of_a_straight_line_is_its_slope(self):
        line = np.stack([3.0 * np.arange(20), -0.5 * np.arange(20)]).T
        np.testing.assert_allclose(deltas(line)[2:-2], np.tile([3.0, -0.5], (16, 1)))

    def test_names(self):
        self.assertEqual(descriptor_of("pcm_fftMag_mfcc_sma_de[3]_amean"), "pcm_fftMag_mfcc_sma[3]")
        self.assertEqual(descriptor_of("pcm_RMSenergy_sma_de_stddev"), "pcm_RMSenergy_sma")
        self.assertTrue(is_trend("pcm_fftMag_mfcc_sma_de[3]_amean"))
        self.assertFalse(is_trend("pcm_RMSenergy_sma_de_stddev"))
        self.assertFalse(is_trend("pcm_fftMag_mfcc_sma[3]_amean"))

    def test_a_gain_cancels(self):
        random = np.random.default_rng(1)
        gain = random.uniform(0.1, 4, 30)
        quiet = {f"{name}_{part}": random.uniform(1, 2, 30) for name in LEVEL_POWERS for part in ("amean", "stddev")}
        quiet["pcm_zcr_sma_amean"] = random.uniform(0, 1, 30)
        loud = {name: x * gain ** LEVEL_POWERS.get(descriptor_of(name), 0) for name, x in quiet.items()}
        ours, theirs = without_level(quiet), without_level(loud)
        self.assertNotIn(LEVEL, ours)
        self.assertEqual(len(ours), len(quiet) - 1)
        for name, values in ours.items():
            np.testing.assert_allclose(theirs[name], values, rtol=1e-12, err_msg=name)


if __name__ == "__main__":
    unittest.main()
