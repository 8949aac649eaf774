"""What a network is trained on or asked: windows of a set, with each listener's baseline taken off."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from eeg.labels import Labels
from eeg.training_set import TrainingSet


@dataclass(frozen=True)
class Material:
    """Windows: eeg [n, steps, F], music [n, width]; their labels [n, dimensions], 1 high, 0 low, NaN none."""

    eeg: torch.Tensor
    music: torch.Tensor
    eeg_label: torch.Tensor
    music_label: torch.Tensor

    def __len__(self) -> int:
        return len(self.eeg)


def baselines(training_set: TrainingSet, windows: np.ndarray) -> np.ndarray:
    """Mean features of each participant over these windows, [participants, F]; zero for one who has none. Labels play
    no part. Between people the level of differential entropy differs far more than within one by emotion."""
    means = np.zeros((len(training_set.participants), training_set.eeg.shape[2]), np.float32)
    for participant in np.unique(training_set.participant[windows]):
        own = windows[training_set.participant[windows] == participant]
        means[participant] = training_set.eeg[own].mean(axis=(0, 1), dtype=np.float64)
    return means


def gather(
    training_set: TrainingSet, windows: np.ndarray, labels: Sequence[Labels], baseline: np.ndarray | None
) -> Material:
    """@param labels one for each dimension. @param baseline [participants, F], or None to leave levels as they are."""
    people, tracks = training_set.participant[windows], training_set.track[windows]
    eeg = training_set.eeg[windows]
    if baseline is not None:
        eeg = eeg - baseline[people][:, None]
    return Material(
        torch.from_numpy(eeg),
        torch.from_numpy(training_set.music[windows]),
        torch.from_numpy(np.stack([of.eeg[people, tracks] for of in labels], axis=1)).float(),
        torch.from_numpy(np.stack([of.music[people, tracks] for of in labels], axis=1)).float(),
    )
