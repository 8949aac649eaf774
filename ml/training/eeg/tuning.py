"""A network of everybody, tuned to one person."""

import copy
from dataclasses import replace

import numpy as np
import torch

from eeg.averaged import Averaged
from eeg.fitting import batches, class_weights, optimisers_of, part_of, step
from eeg.material import Material
from eeg.network import Place, TwoStreams
from eeg.placing import place
from eeg.settings import Settings

RATE_SHARE = 0.2
"""How much slower than before it learns."""


def tuned(network: TwoStreams, own: Material, settings: Settings, seed: int) -> TwoStreams:
    """The network after `settings.tuning` more epochs on a person's own training windows, in which its EEG stream alone
    learns (and the discriminator, by the same objective): music keeps its place for everybody. As it was where the
    person's labels are all alike."""
    given = own.eeg_label[~own.eeg_label.isnan().any(dim=1)]
    if len(given) == 0 or (given == given[0]).all(dim=0).any():
        return network
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    tuned = copy.deepcopy(network).train()
    tuned.eeg_place, tuned.music_place = (Place(len(of.mean)) for of in (network.eeg_place, network.music_place))
    kept = Averaged(tuned, settings.averaging)
    apart = list(tuned.discriminator.parameters())
    optimisers = optimisers_of((list(tuned.eeg.parameters()), apart), settings, RATE_SHARE)
    weights = class_weights(own.eeg_label), class_weights(own.music_label)
    for _ in range(settings.tuning):
        for part in np.array_split(random.permutation(len(own)), batches(len(own), settings)):
            step(tuned, part_of(own, part), weights, (settings, optimisers))
            kept.follow(tuned)
    kept.network.music_place = network.music_place
    return place(kept.network, own, replace(settings, objective=replace(settings.objective, music=0))).eval()
