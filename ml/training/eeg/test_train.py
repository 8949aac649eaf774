"""The whole way: what a run writes and tells, and what is left of one that was stopped."""

import json
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnxruntime

from eeg.synthetic import Planted, synthetic_set
from eeg.test_training_set import write_set

RUN = Path(__file__).resolve().parents[1] / "run.py"


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(RUN), "eeg", *arguments]


class WholeRun(unittest.TestCase):
    def test_writes_models_and_scores_and_tells_how_far_it_is(self):
        with tempfile.TemporaryDirectory() as name:
            out = Path(name) / "model"
            limits = ["--schemes", "tracks", "--joint", "--personal", "--no-sensitivity", "--processes", "2"]
            done = subprocess.run(command("--tiny", "--out", str(out), *limits), capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
            fractions = [line["fraction"] for line in lines]
            self.assertEqual(fractions, sorted(fractions))
            self.assertEqual(lines[-1], {"stage": "done", "fraction": 1, "out": str(out)})
            record = json.loads((out / "model.json").read_text())
            self.assertEqual({e["variant"] for e in record["evaluations"]} - {"full"}, {
                "noDiscriminator", "eegOnly", "musicOnly", "lateFusion", "linear",
            })  # fmt: skip
            self.assertTrue(record["simulated"])
            self.assertEqual(len(record["networks"]), 1 + len(record["set"]["participants"]))
            for network in record["networks"]:
                self.asked(out / network["folder"], network["participant"] is None)
            self.assertIn("simulated", (out / "report.md").read_text())
            self.assertTrue(json.loads((out / "latent.json").read_text())[0]["rows"])
            self.assertFalse([path for path in out.iterdir() if path.name.startswith(".")])

    def asked(self, folder: Path, any_listener: bool) -> None:
        session = onnxruntime.InferenceSession(folder / "eeg.onnx")
        inputs = {"features": np.zeros((3, 5, 12), np.float32)}
        if any_listener:
            inputs["baseline"] = np.zeros(12, np.float32)
        outputs = dict(zip((o.name for o in session.get_outputs()), session.run(None, inputs)))
        self.assertEqual(list(outputs), ["common", "valence", "arousal", "attention"])
        np.testing.assert_allclose(np.linalg.norm(outputs["common"], axis=1), 1, rtol=1e-4)
        np.testing.assert_allclose(outputs["attention"].sum(axis=1), 1, rtol=1e-4)


class Stopped(unittest.TestCase):
    def test_leaves_nothing_half(self):
        with tempfile.TemporaryDirectory() as name:
            out = Path(name) / "model"
            with subprocess.Popen(command("--tiny", "--out", str(out)), stdout=subprocess.PIPE, text=True) as running:
                while not running.stdout.readline().startswith("{"):
                    self.assertIsNone(running.poll())
                running.send_signal(signal.SIGTERM)
                running.stdout.read()
                self.assertEqual(running.wait(30), 128 + signal.SIGTERM)
            self.assertEqual(list(out.iterdir()), [])

    def test_refuses_a_set_that_is_none_with_one_sentence(self):
        with tempfile.TemporaryDirectory() as name:
            made = synthetic_set(Planted(), (2, 4, 2), 1)
            write_set(made, Path(name))
            (Path(name) / "eeg.npy").unlink()
            done = subprocess.run(command("--data", name, "--out", f"{name}/model"), capture_output=True, text=True)
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr, r"^invalid eeg\.npy: .*\n$")


if __name__ == "__main__":
    unittest.main()
