"""The graph says what scikit-learn and the network say, and refuses to pass where it does not."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnxruntime

from static.export import check_export, export, scikit_answers, solved_exactly
from static.methods import task
from static.tiny_set import tiny_set
from static.triplet_network import NetworkChoice, Training
from static.triplet_regression import TripletChoices, fit_triplet_regression


def one_network(width: int) -> TripletChoices:
    return TripletChoices((NetworkChoice(1e-2, width, 0.2, 1),), stops=(1,), training=Training(epochs=2))


class Graph(unittest.TestCase):
    def test_both_kinds_of_network(self):
        songs, others = tiny_set(80, 30, 11), tiny_set(25, 30, 12).features * 3
        for width in (0, 16):
            choices = one_network(width)
            job = task(songs, 5, 1, choices)
            model, chosen, _ = fit_triplet_regression(job.train, job.inner, job.outputs, (1, choices))
            model = solved_exactly(model, songs, chosen)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "triplet.onnx"
                export(model, path)
                expected = scikit_answers(model, songs, chosen, others)
                differences = check_export(path, expected, others)
                self.assertLess(max(differences.values()), 1e-5)
                session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
                shapes = [output.shape for output in session.get_outputs()]
                self.assertEqual(shapes, [["n", 5], ["n", 2]])
                with self.assertRaisesRegex(ValueError, "invalid export"):
                    check_export(path, {**expected, "emotion": expected["emotion"] + 1e-3}, others)

    def test_far_from_all_songs_the_answer_stays_in_the_plane(self):
        songs = tiny_set(80, 30, 11)
        choices = one_network(16)
        job = task(songs, 5, 1, choices)
        model, _, _ = fit_triplet_regression(job.train, job.inner, job.outputs, (1, choices))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "triplet.onnx"
            export(model, path)
            session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
            far = np.random.default_rng(0).normal(size=(10, 30)).astype(np.float32) * 1e4
            emotion = session.run(["emotion"], {"embedding": far})[0]
        self.assertTrue(np.isfinite(emotion).all())
        self.assertLessEqual(np.abs(emotion).max(), 1)


if __name__ == "__main__":
    unittest.main()
