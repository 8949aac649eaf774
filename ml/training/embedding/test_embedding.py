"""The embedding network's places in time, the teacher's targets and the augmentation."""

import math
import unittest

import numpy as np
import torch

from embedding.augment import augmented
from embedding.network import EmbeddingNetwork, half_second_means
from embedding.teacher import PATCH_FRAMES, patch_starts


class EmbeddingTest(unittest.TestCase):
    def test_half_seconds_are_means_over_their_own_stretch(self) -> None:
        frames = torch.arange(125.0)[None, None] * 0.064 + 0.032
        means = half_second_means(frames)[0, 0]
        np.testing.assert_allclose(means, np.arange(16) * 0.5 + 0.25, atol=1e-3)

    def test_the_network_hears_less_than_two_seconds_ahead_and_eight_back(self) -> None:
        torch.manual_seed(1)
        network = EmbeddingNetwork().eval()
        frames = torch.rand(1, 1500, 96)
        changed = frames.clone()
        changed[:, 750:755] += 3
        with torch.no_grad():
            moved = (network(frames) - network(changed)).abs().amax(2)[0] > 1e-6
        first, last = (int(moved.nonzero()[i]) for i in (0, -1))
        self.assertGreater(first * 31.25, 750 - 125)
        self.assertLess(last * 31.25, 755 + 500 - 31.25)
        self.assertTrue(moved[24])

    def test_patches_stay_in_step_with_half_seconds_and_within_the_track(self) -> None:
        starts = patch_starts(1000)
        np.testing.assert_allclose(starts / 187.5, np.arange(len(starts)), atol=0.01)
        self.assertLessEqual(starts[-1] + PATCH_FRAMES, 1000)
        self.assertEqual(len(patch_starts(100)), 0)

    def test_augmentation_changes_most_but_not_all_and_leaves_silence_faint(self) -> None:
        frames = torch.full((200, 20, 96), 2.0)
        frames[:, :10] = 0
        changed = augmented(frames, 10000, torch.Generator().manual_seed(1))
        untouched = (changed == frames).all(2).all(1).float().mean()
        self.assertTrue(0.1 < untouched < 0.3)
        self.assertTrue(torch.isfinite(changed).all())
        self.assertLess(float(changed[:, :10].max()), math.log10(1 + 10000 * 1.1e-5))


if __name__ == "__main__":
    unittest.main()
