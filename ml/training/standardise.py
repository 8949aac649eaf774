"""The scaling of inputs, as a part of a network so that it is exported with it."""

import numpy as np
import torch
from torch import nn


class Standardise(nn.Module):
    """Inputs in standard deviations of the training rows [n, features], clipped to 5."""

    def __init__(self, rows: np.ndarray):
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(rows.mean(axis=0)).float())
        self.register_buffer("deviation", torch.from_numpy(rows.std(axis=0) + 1e-4).float())

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        return ((rows - self.mean) / self.deviation).clamp(-5, 5)
