"""The mean of a network's weights over the steps of its training."""

import copy

import torch

from eeg.network import TwoStreams


class Averaged:
    """`network`: the exponential mean with this decay of the networks that were followed, of as many as there were at
    first (Polyak and Juditsky 1992; Tarvainen and Valpola 2017); with a decay of 0 the followed network itself."""

    def __init__(self, network: TwoStreams, decay: float):
        self.decay, self.steps = decay, 0
        self.network = copy.deepcopy(network) if decay else network

    @torch.no_grad()
    def follow(self, network: TwoStreams) -> None:
        if not self.decay:
            return
        self.steps += 1
        share = max(1 - self.decay, 1 / self.steps)
        for mean, new in zip(self.network.parameters(), network.parameters()):
            mean.lerp_(new, share)
