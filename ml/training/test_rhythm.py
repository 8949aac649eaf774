"""Rhythm and dynamics, on sounds whose pulse, strokes and swells are known."""

import unittest

import numpy as np

from front_end import load_front_end, log_mel
from rhythm import RHYTHM_NAMES, RHYTHM_SIZE, rhythm

RATE_HZ = 16000


def clicks(seconds: float, period: float) -> np.ndarray:
    """Bursts of noise of 20 ms, one every `period` seconds."""
    random = np.random.default_rng(1)
    samples = np.zeros(int(seconds * RATE_HZ))
    for start in np.arange(0.1, seconds - 0.1, period):
        first = int(start * RATE_HZ)
        samples[first : first + 1600] += 0.4 * random.standard_normal(1600) * np.exp(-np.arange(1600) / 300)
    return samples


def chord(seconds: float) -> np.ndarray:
    """A triad of eight harmonics each that sounds all the time."""
    at = 2 * np.pi * np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    return sum(0.03 / k * np.sin(k * hz * at) for hz in (220, 277.2, 329.6) for k in range(1, 9))


def rows_of(samples: np.ndarray) -> np.ndarray:
    """The numbers of every half second of a sound."""
    return rhythm(log_mel(samples, load_front_end()))


def means(samples: np.ndarray) -> dict[str, float]:
    """Mean of every number over a sound."""
    return dict(zip(RHYTHM_NAMES, rows_of(samples).mean(axis=0)))


class RhythmTest(unittest.TestCase):
    def test_counts_what_begins_and_finds_its_pulse(self) -> None:
        for period in (0.3, 0.5, 0.75):
            found = means(clicks(20, period))
            self.assertAlmostEqual(found["onsetRate"], 1 / period, delta=0.12 / period)
            self.assertGreater(found["pulseClarity"], 0.9)
        octaves = [means(clicks(20, period))["pulseOctaves"] for period in (0.35, 0.5, 0.7, 1)]
        self.assertEqual(octaves, sorted(octaves, reverse=True))

    def test_finds_no_pulse_where_there_is_none(self) -> None:
        for sound in (chord(20), 0.1 * np.random.default_rng(2).standard_normal(20 * RATE_HZ)):
            found = means(sound)
            self.assertLess(found["onsetRate"], 2)
            self.assertLess(found["pulseClarity"], 0.35)
            self.assertLess(found["beatStrength"], 0.15)

    def test_tells_strokes_from_held_notes(self) -> None:
        drums, held = means(clicks(10, 0.5)), means(chord(10))
        both = means(clicks(10, 0.5) + chord(10))
        self.assertGreater(drums["percussiveShare"], 0.8)
        self.assertLess(held["percussiveShare"], 0.1)
        self.assertGreater(drums["percussiveShare"], both["percussiveShare"])
        self.assertGreater(both["percussiveShare"], held["percussiveShare"])
        self.assertGreater(both["attack"], 3 * held["attack"])

    def test_tells_a_swell_from_an_even_sound(self) -> None:
        swell = 10 ** (0.3 * np.sin(2 * np.pi * np.arange(40 * RATE_HZ) / (20 * RATE_HZ)))
        even, swelling = (rows_of(sound)[40] for sound in (chord(40), chord(40) * swell))
        self.assertLess(even[RHYTHM_NAMES.index("loudnessRange")], 0.1)
        self.assertAlmostEqual(swelling[RHYTHM_NAMES.index("loudnessRange")], 11, delta=1)

    def test_hardly_changes_with_level_or_a_later_start(self) -> None:
        sound = clicks(30, 0.45) + chord(30)
        plain = means(sound)
        for other in (means(sound / 2), means(sound[RATE_HZ // 4 :])):
            for name, value in plain.items():
                least = 0.1 if name in ("level", "loudnessRange") else 0.005
                self.assertAlmostEqual(other[name], value, delta=0.05 * abs(value) + least, msg=name)

    def test_is_finite_in_silence_and_of_any_length(self) -> None:
        for count in (1, 2, 3, 31, 32, 700):
            rows = rhythm(np.zeros((count, 96), np.float32))
            self.assertEqual(rows.shape, (int((count - 1) / 31.25) + 1, RHYTHM_SIZE))
            self.assertTrue((np.abs(rows) < 0.1).all())


if __name__ == "__main__":
    unittest.main()
