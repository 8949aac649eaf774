"""The point model, its deviations and its export, on synthetic pieces of known truth."""

import tempfile
import unittest
from pathlib import Path

import numpy as np

from emotion.deviation import Traits, deviations, fit_deviation
from emotion.export import Head, check_export, export
from emotion.pieces import Scale, folds_of, statistics
from emotion.point_model import PointModel, Settings
from emotion.tiny import tiny_pieces


class PointModelTest(unittest.TestCase):
    def test_learns_what_can_be_learned_and_not_what_cannot(self) -> None:
        pieces, _ = tiny_pieces()
        fold = folds_of(pieces, 3, 1)
        model = PointModel([p for p, f in zip(pieces, fold) if f], Settings())
        held_out = [p for p, f in zip(pieces, fold) if not f]
        answers = model.predict(np.array([p.features for p in held_out]))
        labels = np.array([p.label for p in held_out])
        learned = np.corrcoef(answers[:, 0], labels[:, 0])[0, 1]
        chance = np.corrcoef(answers[:, 0], np.roll(labels[:, 0], 7))[0, 1]
        self.assertGreater(learned, 0.3)
        self.assertGreater(learned, chance)

    def test_no_group_is_on_both_sides_of_a_fold(self) -> None:
        pieces, _ = tiny_pieces()
        fold = folds_of(pieces, 5, 1)
        for group in {p.group for p in pieces}:
            self.assertEqual(len({f for p, f in zip(pieces, fold) if p.group == group}), 1)

    def test_silence_counts_little(self) -> None:
        sound = np.random.default_rng(1).standard_normal((20, 200))
        with_silence = np.concatenate([sound, np.full((20, 200), 9.0)])
        presence = np.concatenate([np.ones(20), np.zeros(20)])
        np.testing.assert_allclose(statistics(with_silence, presence), statistics(sound, np.ones(20)), atol=1e-2)

    def test_deviations_hold_two_thirds_of_normal_errors_and_rank_them(self) -> None:
        random = np.random.default_rng(1)
        strangeness = random.uniform(0, 1, 4000)
        errors = random.standard_normal((4000, 2)) * np.exp(strangeness[:, None] - 1)
        traits = Traits(random.standard_normal((4000, 2)), strangeness)
        spread = deviations(traits, fit_deviation(traits, errors, np.repeat(["a", "b"], 2000)))
        np.testing.assert_allclose((np.abs(errors) <= spread).mean(axis=0), 0.683, atol=0.02)
        np.testing.assert_allclose(np.log(spread[:, 0]), strangeness - 1, atol=0.15)

    def test_the_exported_graph_says_what_numpy_says(self) -> None:
        pieces, scale = tiny_pieces()
        head = Head(
            PointModel(pieces, Settings()), Scale(scale.mean, scale.deviation), np.array([1.2, 1.4]), np.zeros((4, 2))
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "head.onnx"
            export(head, path)
            worst = check_export(head, path, np.array([p.features for p in pieces]))
        self.assertLess(worst, 1e-4)


if __name__ == "__main__":
    unittest.main()
