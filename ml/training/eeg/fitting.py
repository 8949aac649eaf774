"""Training of the two streams together, stopped by tracks of the training part that are only watched."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from eeg.material import Material
from eeg.network import TwoStreams, build
from eeg.settings import Objective, Settings

OnEpoch = Callable[[int, float, float], None]


@dataclass(frozen=True)
class Fitted:
    """The network of the best epoch, the number of that epoch, and its loss on the watched tracks."""

    network: TwoStreams
    epochs: int
    loss: float


def fit(
    training: Material, watched: Material, settings: Settings, seed: int, on_epoch: OnEpoch = lambda *told: None
) -> Fitted:
    """Train on `training`; keep the epoch at which the labels of `watched` are told best.

    @param on_epoch told epoch, loss on the watched tracks, accuracy of EEG on them.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = network_for(training, settings)
    optimiser = torch.optim.AdamW(network.parameters(), settings.learning_rate, weight_decay=settings.weight_decay)
    weights = class_weights(training.eeg_label), class_weights(training.music_label)
    best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), np.inf, 0
    for epoch in range(1, settings.epochs + 1):
        network.train()
        order = random.permutation(len(training))
        for part in np.array_split(order, max(1, round(len(order) / settings.batch))):
            optimiser.zero_grad()
            objective(network, part_of(training, part), weights, settings.objective).backward()
            optimiser.step()
        loss, accuracy = watch(network, watched, weights, settings.objective)
        on_epoch(epoch, loss, accuracy)
        if loss < best_loss:
            best, best_loss, best_epoch = copy.deepcopy(network.state_dict()), loss, epoch
        if epoch - best_epoch >= settings.patience:
            break
    network.load_state_dict(best)
    return Fitted(network.eval(), best_epoch, float(best_loss))


def network_for(training: Material, settings: Settings) -> TwoStreams:
    """A fresh network whose scalers know the training windows alone."""
    rows = training.eeg.reshape(-1, training.eeg.shape[2]).numpy(), training.music.numpy()
    return build(rows, settings.sizes, training.eeg_label.shape[1])


def part_of(material: Material, windows: np.ndarray) -> Material:
    index = torch.from_numpy(windows)
    return Material(*(values[index] for values in vars(material).values()))


def class_weights(labels: torch.Tensor) -> torch.Tensor:
    """What low and high weigh in each dimension, [2, dimensions], so that both classes count alike; 1 on average."""
    given = ~labels.isnan()
    high = (labels.nan_to_num() * given).sum(0)
    counts = torch.stack([given.sum(0) - high, high])
    return counts.sum(0) / (2 * counts.clamp(min=1))


def label_loss(logits: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy, both classes weighing alike, over the labels that were given."""
    given = ~labels.isnan()
    truth = labels.nan_to_num()
    weight = torch.where(truth > 0.5, weights[1], weights[0]) * given
    errors = functional.binary_cross_entropy_with_logits(logits, truth, weight=weight, reduction="sum")
    return errors / given.sum().clamp(min=1)


def objective(
    network: TwoStreams, batch: Material, weights: tuple[torch.Tensor, torch.Tensor], wanted: Objective
) -> torch.Tensor:
    """J of the settings; a stream whose weight is 0 is not run."""
    total = torch.zeros(())
    eeg = network.hear_eeg(batch.eeg) if wanted.eeg else None
    music = network.hear_music(batch.music) if wanted.music else None
    if eeg:
        total = total + wanted.eeg * label_loss(eeg.logits, batch.eeg_label, weights[0])
    if music:
        total = total + wanted.music * label_loss(music.logits, batch.music_label, weights[1])
    if wanted.discriminator and eeg and music:
        told, truth = network.tell_apart(eeg, music)
        total = total + wanted.discriminator * functional.binary_cross_entropy_with_logits(told, truth)
    return total


@torch.no_grad()
def watch(
    network: TwoStreams, watched: Material, weights: tuple[torch.Tensor, torch.Tensor], wanted: Objective
) -> tuple[float, float]:
    """Loss of the labels (the discriminator's part says nothing about when to stop), and accuracy of EEG."""
    network.eval()
    labels_alone = Objective(wanted.eeg, wanted.music, 0.0)
    loss = float(objective(network, watched, weights, labels_alone))
    given = ~watched.eeg_label.isnan()
    if not wanted.eeg or not given.any():
        return loss, float("nan")
    right = (network.hear_eeg(watched.eeg).logits > 0) == (watched.eeg_label > 0.5)
    return loss, float(right[given].float().mean())
