"""The loss against its definition, and what training does to distances."""

import unittest

import numpy as np
import torch

from static.tiny_set import tiny_set
from static.triplet_network import MARGIN, NetworkChoice, Training, TripletNetwork, triplet_loss
from static.triplets import TripletMine


def trained(seed: int, minings: int) -> np.ndarray:
    songs = tiny_set(80, 20, 5)
    network = TripletNetwork(20, 4, NetworkChoice(1e-2, 16, 0.2, minings), seed)
    for _ in network.train(songs.features, songs.labels, Training()):
        pass
    return network(songs.features)


def distance_ratio(described: np.ndarray) -> float:
    """Mean distance of far pairs over that of near pairs."""
    triplets = TripletMine(tiny_set(80, 20, 5).labels).draw(10, np.random.default_rng(0))
    own = described[triplets.anchors][:, None]
    pairs = triplets.positives, triplets.negatives
    near, far = (np.linalg.norm(described[others] - own, axis=2).mean() for others in pairs)
    return far / near


class Network(unittest.TestCase):
    def test_loss_is_its_definition(self):
        random = np.random.default_rng(6)
        labels, embedded = random.uniform(-1, 1, (30, 2)), random.normal(size=(30, 3))
        triplets = TripletMine(labels).draw(4, random)
        losses = [
            max(0, MARGIN + ((embedded[a] - embedded[p]) ** 2).sum() - ((embedded[a] - embedded[n]) ** 2).sum())
            for a, positives, negatives in zip(triplets.anchors, triplets.positives, triplets.negatives)
            for p in positives
            for n in negatives
        ]
        self.assertAlmostEqual(float(triplet_loss(torch.from_numpy(embedded), triplets)), np.mean(losses), places=9)

    def test_training_draws_like_emotions_together(self):
        self.assertGreater(distance_ratio(trained(1, 6)), 1.5 * distance_ratio(trained(1, 0)))

    def test_same_seed_same_network(self):
        np.testing.assert_array_equal(trained(1, 1), trained(1, 1))
        self.assertGreater(np.abs(trained(1, 1) - trained(2, 1)).max(), 1e-3)


if __name__ == "__main__":
    unittest.main()
