"""Where the streams lie in the space by which music is found, once they are trained."""

import torch
from torch import nn

from eeg.material import Material
from eeg.network import Place, TwoStreams
from eeg.settings import Settings


@torch.no_grad()
def place(network: TwoStreams, training: Material, settings: Settings) -> TwoStreams:
    """Takes off each modality what it says on the mean of the training windows, so that both lie around one origin, and
    draws the directions by which labels are told out `settings.emphasis` times: by cosine, music of the same emotion then
    comes before music that is alike in what tells no emotion. A modality that is not trained stays as it is, and with
    an emphasis of 0 all does."""
    if not settings.emphasis:
        return network
    network.eval()
    stretch = drawn_out(network.label[1].weight, settings.emphasis)
    if settings.objective.eeg:
        put(network.eeg_place, network.common(network.eeg(training.eeg)[0]), stretch)
    if settings.objective.music:
        put(network.music_place, network.common(network.music(training.music)), stretch)
    return network


def put(where: Place, said: torch.Tensor, stretch: torch.Tensor) -> None:
    where.mean.copy_(said.mean(dim=0))
    where.stretch.copy_(stretch)


def drawn_out(labels: nn.Parameter, emphasis: float) -> torch.Tensor:
    """[common, common]: the directions of the labels [dimensions, common] times the emphasis, all others as they are."""
    directions = torch.linalg.qr(labels.T)[0]
    return torch.eye(len(directions)) + (emphasis - 1) * directions @ directions.T
