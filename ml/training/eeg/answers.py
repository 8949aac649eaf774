"""What the networks say of tested windows and of the music to choose from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch

from eeg.network import Heard, TwoStreams

BATCH = 1024


@dataclass(frozen=True)
class Answers:
    """probability: of high [n, dimensions]. common: of unit length [n, 32]."""

    probability: np.ndarray
    common: np.ndarray


def eeg_answers(network: TwoStreams, features: np.ndarray) -> Answers:
    """@param features [n, steps, F], baselines taken off"""
    return in_batches(network.hear_eeg, features)


def music_answers(network: TwoStreams, embeddings: np.ndarray) -> Answers:
    """@param embeddings [n, width]"""
    return in_batches(network.hear_music, embeddings)


@torch.no_grad()
def in_batches(hear: Callable[[torch.Tensor], Heard], inputs: np.ndarray) -> Answers:
    heard = [hear(part) for part in torch.from_numpy(inputs).split(BATCH)]
    return Answers(
        torch.cat([h.logits.sigmoid() for h in heard]).double().numpy(),
        torch.cat([h.unit for h in heard]).double().numpy(),
    )
