"""Where the streams lie in the common space after training, and that nothing else has changed."""

import unittest
from dataclasses import replace

import numpy as np
import torch

from eeg.fitting import fit
from eeg.material import Material
from eeg.settings import PRESETS, Objective

SETTINGS = replace(PRESETS["tiny"], emphasis=5.0, epochs=2)


def material(seed: int, windows: int = 40) -> Material:
    random = np.random.default_rng(seed)
    labels = torch.from_numpy(random.integers(0, 2, (windows, 1))).float()
    eeg = torch.from_numpy(random.standard_normal((windows, 4, 6)).astype(np.float32)) + labels[:, :, None]
    music = torch.from_numpy(random.standard_normal((windows, 5)).astype(np.float32)) - labels
    return Material(eeg, music, labels, labels)


class PlacingTest(unittest.TestCase):
    def setUp(self):
        self.training, self.watched = material(1), material(2, 10)

    def heard(self, settings):
        network = fit(self.training, self.watched, settings, 3).network
        with torch.no_grad():
            return network, network.hear_eeg(self.training.eeg), network.hear_music(self.training.music)

    def test_both_modalities_lie_around_one_origin(self):
        _, *placed = self.heard(SETTINGS)
        for one in placed:
            torch.testing.assert_close(one.common.mean(0), torch.zeros(one.common.shape[1]), atol=1e-5, rtol=0)
        _, *published = self.heard(replace(SETTINGS, emphasis=0.0))
        self.assertTrue(all(one.common.mean(0).abs().max() > 1e-3 for one in published))

    def test_only_the_directions_of_labels_are_drawn_out(self):
        network, eeg, _ = self.heard(SETTINGS)
        plain = self.heard(replace(SETTINGS, emphasis=1.0))[1]
        label = network.label[1].weight[0].detach()
        label = label / label.norm()
        torch.testing.assert_close(eeg.common @ label, 5 * (plain.common @ label), atol=1e-4, rtol=1e-4)
        rest = [one.common - (one.common @ label)[:, None] * label for one in (eeg, plain)]
        torch.testing.assert_close(*rest, atol=1e-4, rtol=1e-4)

    def test_labels_are_told_as_without(self):
        torch.testing.assert_close(
            self.heard(SETTINGS)[1].logits, self.heard(replace(SETTINGS, emphasis=0.0))[1].logits
        )

    def test_a_modality_that_is_not_trained_stays_as_it_is(self):
        network, *_ = self.heard(replace(SETTINGS, objective=Objective(music=0.0, discriminator=0.0)))
        self.assertEqual(float(network.music_place.mean.abs().sum()), 0)
        self.assertGreater(float(network.eeg_place.mean.abs().sum()), 0)
