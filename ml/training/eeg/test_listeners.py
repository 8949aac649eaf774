"""Whose network hears which window."""

import unittest

import numpy as np
import torch

from eeg.answers import eeg_answers
from eeg.listeners import Listeners
from eeg.network import TwoStreams, build
from eeg.settings import NetworkSizes
from eeg.synthetic import Planted, synthetic_set

SET = synthetic_set(Planted(effect=0.5), (3, 4, 3), 2)
SIZES = NetworkSizes(first=4, second=4, described=4, attention=3, discriminator=4)


def network(seed: int) -> TwoStreams:
    torch.manual_seed(seed)
    return build((SET.eeg.reshape(-1, SET.eeg.shape[2]), SET.music), SIZES, 1).eval()


class Hearing(unittest.TestCase):
    def test_each_window_is_heard_by_the_network_of_its_person_in_the_order_asked(self):
        everybody, own = network(1), network(2)
        windows = np.random.default_rng(1).permutation(len(SET.start))
        found = Listeners(SET, everybody, {1: own}).answers(SET.eeg[windows], windows)
        for row, window in enumerate(windows):
            heard_by = own if SET.participant[window] == 1 else everybody
            expected = eeg_answers(heard_by, SET.eeg[window : window + 1])
            np.testing.assert_allclose(found.probability[row], expected.probability[0], atol=1e-6)
            np.testing.assert_allclose(found.common[row], expected.common[0], atol=1e-6)

    def test_without_networks_of_their_own_all_hear_alike(self):
        everybody = network(1)
        found = Listeners(SET, everybody, {}).answers(SET.eeg[:5], np.arange(5))
        np.testing.assert_array_equal(found.common, eeg_answers(everybody, SET.eeg[:5]).common)


if __name__ == "__main__":
    unittest.main()
