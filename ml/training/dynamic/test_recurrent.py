"""What a network may hear, and where its half seconds lie."""

import unittest

import numpy as np
import torch

from dynamic.pieces import Piece, delayed, series_folds
from dynamic.recurrent import RecurrentSettings, Task, build
from dynamic.windows import half_second_windows, window_starts


def pieces(lengths: tuple[int, ...]) -> list[Piece]:
    random = np.random.default_rng(1)


    def codes(length: int) -> dict[str, list[np.ndarray]]:
        return {"codes": [random.normal(size=(length, 6)).astype(np.float32)]}

    return [Piece(f"{i}", f"series{i % 4}", random.uniform(-1, 1, (n, 2)), codes(n)) for i, n in enumerate(lengths)]


class Networks(unittest.TestCase):
    task = Task(pieces((30, 12, 21)), "codes", 2)

    def answers(self, bidirectional: bool) -> tuple[list, list]:
        torch.manual_seed(1)
        network = build(self.task, np.array([0, 1, 2]), RecurrentSettings(hidden=5, bidirectional=bidirectional)).eval()
        heard = [self.task.heard(i) for i in range(3)]
        with torch.no_grad():
            return [a[: len(h)] for a, h in zip(network(heard), heard)], [network([h])[0] for h in heard]

    def test_answer_a_piece_alike_alone_and_padded_among_others(self):
        for bidirectional in (False, True):
            for together, alone in zip(*self.answers(bidirectional)):
                torch.testing.assert_close(together, alone)

    def test_one_way_do_not_hear_the_future_and_both_ways_do(self):
        for bidirectional in (False, True):
            torch.manual_seed(1)
            network = build(self.task, np.array([0]), RecurrentSettings(hidden=5, bidirectional=bidirectional)).eval()
            heard = self.task.heard(0)
            changed = torch.cat([heard[:20], heard[20:] + 1])
            with torch.no_grad():
                same = torch.allclose(network([heard])[0, :20], network([changed])[0, :20])
            self.assertEqual(same, not bidirectional)


class Time(unittest.TestCase):
    def test_windows_start_with_the_first_frame_centred_in_the_half_second(self):
        starts = window_starts(5)
        self.assertTrue((starts * 256 >= 8000 * np.arange(5)).all())
        self.assertTrue(((starts - 1) * 256 < 8000 * np.arange(5)).all())

    def test_windows_hold_the_frames_and_then_silence(self):
        frames = np.arange(40 * 96, dtype=float).reshape(40, 96) + 1
        windows = half_second_windows(frames, 2)
        np.testing.assert_array_equal(windows[0], frames[:32])
        np.testing.assert_array_equal(windows[1, :8], frames[32:])
        self.assertFalse(windows[1, 8:].any())

    def test_labels_and_predictions_are_moved_by_the_same_lag(self):
        piece = pieces((10,))[0]
        np.testing.assert_array_equal(delayed(piece.labels(3), 3)[3:], piece.truth[3:])


class Folds(unittest.TestCase):
    def test_no_series_is_on_both_sides_of_any_split(self):
        groups = [f"series{i % 9}" for i in range(40)]
        held_out = []
        for fold in series_folds(groups):
            held_out += fold.held_out.tolist()
            for a, b in ((fold.training, fold.held_out), *fold.inner):
                self.assertFalse({groups[i] for i in a} & {groups[i] for i in b})
            self.assertTrue(all(set(np.concatenate(s)) == set(fold.training) for s in fold.inner))
        self.assertEqual(sorted(held_out), list(range(40)))


if __name__ == "__main__":
    unittest.main()
