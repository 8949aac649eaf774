"""The model and its ablations: which parts of the objective are left."""

from dataclasses import replace

from eeg.settings import Objective

NETWORKS = {
    "full": lambda o: o,
    "noDiscriminator": lambda o: replace(o, discriminator=0.0),
    "eegOnly": lambda o: replace(o, music=0.0, discriminator=0.0),
    "musicOnly": lambda o: replace(o, eeg=0.0, discriminator=0.0),
}
"""From the full objective to that of each trained network."""

BASELINES = ("lateFusion", "linear")
"""Made of the networks' answers, or without any network."""

VARIANTS = (*NETWORKS, *BASELINES)


def objective_of(variant: str, full: Objective) -> Objective:
    return NETWORKS[variant](full)
