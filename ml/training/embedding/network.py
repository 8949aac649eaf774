"""The embedding network: log-mel frames in, one 200-number vector every 0.5 s out, convolutional along time."""

import torch
from torch import nn
from torch.nn import functional

EMBEDDING_SIZE = 200
TIME_STRIDE = 4
"""Frames of the trunk are 64 ms apart; a half second is 125 / 16 of them."""

TRUNK = (
    (1, 32, 5, (2, 2)),
    (32, 48, 3, (1, 2)),
    (48, 64, 3, (2, 1)),
    (64, 96, 3, (1, 2)),
    (96, 96, 3, (1, 1)),
    (96, 128, 3, (1, 2)),
)
"""In, out, kernel, stride (time, mel bands) of the two-dimensional layers."""

WIDTH = 192
WIDER = 224
DILATIONS = (1, 2, 4)


class Layer(nn.Sequential):
    """Convolution over time and mel bands, batch normalisation, ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: tuple[int, int]):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """A dilated convolution over time, added to what came in."""

    def __init__(self, width: int, dilation: int):
        super().__init__()
        self.convolution = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return functional.relu(x + self.norm(self.convolution(x)))


def half_second_means(x: torch.Tensor) -> torch.Tensor:
    """Means over half seconds of frames 64 ms apart, [n, width, frames] -> [n, width, halfSeconds].

    Each frame stands for 64 ms; 16 copies of it are 4 ms each, 125 of which make half a second.
    """
    return functional.avg_pool1d(functional.interpolate(x, scale_factor=16.0, mode="nearest"), 125)


class EmbeddingNetwork(nn.Module):
    """[n, frames, 96] -> [n, halfSeconds, 200]; frames a multiple of 125 (2 s), so that half seconds come out whole."""

    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm1d(96)
        self.trunk = nn.Sequential(*(Layer(*shape) for shape in TRUNK))
        self.join = nn.Sequential(
            nn.Conv1d(6 * 128, WIDTH, 1, bias=False), nn.BatchNorm1d(WIDTH), nn.ReLU(inplace=True)
        )
        self.context = nn.Sequential(*(Residual(WIDTH, dilation) for dilation in DILATIONS))
        self.wide = nn.Sequential(
            nn.Conv1d(2 * WIDTH, WIDER, 1, bias=False), nn.BatchNorm1d(WIDER), nn.ReLU(inplace=True)
        )
        self.embed = nn.Conv1d(WIDER, EMBEDDING_SIZE, 3, padding=1)

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        x = self.norm(frames.transpose(1, 2)).transpose(1, 2).unsqueeze(1)
        x = self.trunk(x)
        x = self.join(x.transpose(2, 3).flatten(1, 2))
        x = self.context(x)
        halves = half_second_means(x)
        spread = (half_second_means(x * x) - halves * halves).clamp(min=1e-6).sqrt()
        return self.embed(self.wide(torch.cat([halves, spread], 1))).transpose(1, 2)
