"""What the networks say of tested windows and of the music to choose from."""

from dataclasses import dataclass

import numpy as np
import torch

from eeg.material import Material
from eeg.network import Heard, TwoStreams

BATCH = 1024


@dataclass(frozen=True)
class Answers:
    """probability: of high [n, dimensions]. common: of unit length [n, 32]."""

    probability: np.ndarray
    common: np.ndarray


def eeg_answers(network: TwoStreams, material: Material) -> Answers:
    return in_batches(network.hear_eeg, material.eeg)


def music_answers(network: TwoStreams, embeddings: np.ndarray) -> Answers:
    return in_batches(network.hear_music, torch.from_numpy(embeddings))


@torch.no_grad()
def in_batches(hear: object, inputs: torch.Tensor) -> Answers:
    heard: list[Heard] = [hear(part) for part in inputs.split(BATCH)]
    return Answers(
        torch.cat([h.logits.sigmoid() for h in heard]).double().numpy(),
        torch.cat([h.unit for h in heard]).double().numpy(),
    )
