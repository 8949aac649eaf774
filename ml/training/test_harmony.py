"""Pitch classes and harmony, on chords whose notes are known."""

import unittest

import numpy as np

from harmony import HARMONY_SIZE, harmony, pitch_classes

RATE_HZ = 16000


def chord(notes: tuple[int, ...], seconds: float) -> np.ndarray:
    """MIDI notes with four harmonics each."""
    at = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    turns = [440 * 2 ** ((note - 69) / 12) * 2 * np.pi * at for note in notes]
    return sum(0.1 / k * np.sin(k * turn) for turn in turns for k in (1, 2, 3, 4))


class HarmonyTest(unittest.TestCase):
    def test_hears_the_notes_of_a_chord_and_not_their_harmonics(self) -> None:
        for notes in ((60, 64, 67), (57, 60, 64), (53, 56, 60)):
            classes = pitch_classes(chord(notes, 2))
            self.assertEqual(classes.shape, (4, 12))
            strongest = np.sort(np.argsort(classes[1])[-3:])
            np.testing.assert_array_equal(strongest, sorted(note % 12 for note in notes))

    def test_hears_nothing_in_silence(self) -> None:
        self.assertEqual(pitch_classes(np.zeros(100)).max(), 0)
        self.assertTrue(np.isfinite(harmony(np.zeros((3, 12)))).all())

    def test_tells_major_from_minor_cadences_in_any_key(self) -> None:
        major, minor = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (0, 4, 7)), ((0, 3, 7), (5, 8, 12), (7, 11, 14), (0, 3, 7))
        for root in (57, 60, 62):
            for cadence, sign in ((major, 1), (minor, -1)):
                sound = np.concatenate([chord(tuple(root + step for step in steps), 1) for steps in cadence])
                rows = harmony(pitch_classes(sound))
                self.assertEqual(rows.shape, (8, HARMONY_SIZE))
                self.assertEqual(np.sign(rows[4, 0]), sign)

    def test_does_not_change_with_transposition(self) -> None:
        classes = np.random.default_rng(1).uniform(0, 4, (50, 12))
        np.testing.assert_allclose(harmony(np.roll(classes, 5, axis=1)), harmony(classes), atol=1e-9)


if __name__ == "__main__":
    unittest.main()
