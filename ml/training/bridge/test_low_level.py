"""The cut configuration against openSMILE's whole one; skipped where openSMILE is not installed."""

import unittest
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bridge.low_level import CONFIGURATION, RATE_HZ, USUAL_RMS, descriptor_names, low_level


@unittest.skipUnless(find_spec("opensmile"), "opensmile is not installed")
class LowLevel(unittest.TestCase):
    def setUp(self):
        time = np.arange(2 * RATE_HZ) / RATE_HZ
        random = np.random.default_rng(1)
        self.sound = (0.1 * np.sin(2 * np.pi * 330 * time) * (1 + np.sin(20 * time)) / 2).astype(np.float32)
        self.sound += 0.01 * random.normal(size=len(time)).astype(np.float32)

    def test_equals_the_whole_configuration(self):
        import opensmile

        path = Path(opensmile.__file__).parent / "core" / "config" / CONFIGURATION
        whole = opensmile.Smile(feature_set=str(path), feature_level="lld")
        gain = np.float32(USUAL_RMS / np.sqrt(np.mean(self.sound.astype(float) ** 2)))
        expected = whole.process_signal(self.sound * gain, RATE_HZ).iloc[:, -59:]
        np.testing.assert_array_equal(low_level(self.sound), expected.to_numpy(np.float32))
        self.assertEqual(len(descriptor_names()), 59)

    def test_the_level_of_the_recording_does_not_matter(self):
        quiet, loud = low_level(0.2 * self.sound), low_level(5 * self.sound)
        spread = quiet.std(axis=0) + 1e-9
        self.assertLess(float(np.median(np.abs(loud - quiet) / spread)), 1e-3)


if __name__ == "__main__":
    unittest.main()
