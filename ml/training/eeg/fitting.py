"""Training of the two streams together, stopped by tracks of the training part that are only watched."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from eeg.averaged import Averaged
from eeg.material import Material
from eeg.network import Heard, TwoStreams, build
from eeg.placing import place
from eeg.settings import Objective, Settings

OnEpoch = Callable[[int, float, float], None]
Parameters = tuple[list[torch.nn.Parameter], list[torch.nn.Parameter]]
Optimisers = tuple[torch.optim.Optimizer, torch.optim.Optimizer]


@dataclass(frozen=True)
class Fitted:
    """The network that is kept, the number of its epoch, and its loss on the watched tracks."""

    network: TwoStreams
    epochs: int
    loss: float


def fit(
    training: Material, watched: Material, settings: Settings, seed: int, on_epoch: OnEpoch = lambda *told: None
) -> Fitted:
    """Train on `training`; keep the epoch at which the labels of `watched` are told best, or with no patience the last.

    @param on_epoch told epoch, loss on the watched tracks, accuracy of EEG on them.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = network_for(training, settings)
    kept = Averaged(network, settings.averaging)
    optimisers = optimisers_of(parameters_of(network), settings)
    weights = class_weights(training.eeg_label), class_weights(training.music_label)
    best, best_loss, best_epoch = copy.deepcopy(kept.network.state_dict()), np.inf, 0
    for epoch in range(1, settings.epochs + 1):
        network.train()
        order = random.permutation(len(training))
        for part in np.array_split(order, batches(len(order), settings)):
            step(network, part_of(training, part), weights, (settings, optimisers))
            kept.follow(network)
        loss, accuracy = watch(kept.network, watched, weights, settings.objective)
        on_epoch(epoch, loss, accuracy)
        if loss < best_loss or not settings.patience:
            best, best_loss, best_epoch = copy.deepcopy(kept.network.state_dict()), loss, epoch
        if settings.patience and epoch - best_epoch >= settings.patience:
            break
    network.load_state_dict(best)
    return Fitted(place(network, training, settings).eval(), best_epoch, float(best_loss))


def batches(windows: int, settings: Settings) -> int:
    """Steps of an epoch; never more than there are windows."""
    return max(1, min(windows, max(settings.least_steps, round(windows / settings.batch))))


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


def parameters_of(network: TwoStreams) -> Parameters:
    """Of the streams with what they share, and of the discriminator."""
    apart = list(network.discriminator.parameters())
    return [p for p in network.parameters() if not any(p is other for other in apart)], apart


def optimisers_of(parameters: Parameters, settings: Settings, share: float = 1.0) -> Optimisers:
    """@param share of the settings' learning rate"""
    streams, apart = parameters
    rate, decay = share * settings.learning_rate, settings.weight_decay
    return (
        torch.optim.AdamW(streams, rate, weight_decay=decay, fused=True),
        torch.optim.AdamW(apart, rate * settings.discriminator_rate, weight_decay=decay, fused=True),
    )


def step(
    network: TwoStreams,
    batch: Material,
    weights: tuple[torch.Tensor, torch.Tensor],
    how: tuple[Settings, Optimisers],
) -> None:
    """One step of the streams; before it the discriminator takes its own, on where they are now."""
    settings, (streams, apart) = how
    heard = hear(network, batch, settings.objective)
    loss = labels_loss(heard, batch, weights, settings.objective)
    if settings.objective.discriminator and None not in heard:
        still = [Heard(one.common.detach(), one.logits.detach()) for one in heard]
        for _ in range(settings.discriminator_steps):
            apart.zero_grad()
            modality_loss(network, still).backward()
            apart.step()
        loss = loss + settings.objective.discriminator * modality_loss(network, heard)
    if settings.objective.alignment and None not in heard:
        loss = loss + settings.objective.alignment * alignment_loss(heard, batch, settings.temperature)
    streams.zero_grad()
    loss.backward()
    streams.step()


def hear(network: TwoStreams, batch: Material, wanted: Objective) -> list[Heard | None]:
    """What both streams say; one whose weight is 0 is not run."""
    return [
        network.hear_eeg(batch.eeg) if wanted.eeg else None,
        network.hear_music(batch.music) if wanted.music else None,
    ]


def labels_loss(
    heard: list[Heard | None], batch: Material, weights: tuple[torch.Tensor, torch.Tensor], wanted: Objective
) -> torch.Tensor:
    """The objective without its discriminator."""
    shares, labels = (wanted.eeg, wanted.music), (batch.eeg_label, batch.music_label)
    parts = [
        share * label_loss(one.logits, label, weight)
        for one, share, label, weight in zip(heard, shares, labels, weights)
        if one
    ]
    return torch.stack(parts).sum()


def alignment_loss(heard: list[Heard], batch: Material, temperature: float) -> torch.Tensor:
    """How little the windows of one modality choose those of the other that have all their labels, by cosine: the mean
    cross-entropy, both ways (Khosla et al. 2020, across modalities)."""
    eeg, music = heard
    logits = eeg.unit @ music.unit.T / temperature
    same = (batch.eeg_label[:, None] == batch.music_label[None]).all(dim=2).float()
    return (chosen_loss(logits, same) + chosen_loss(logits.T, same.T)) / 2


def chosen_loss(logits: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """Over the rows that have somebody to choose."""
    partners = same.sum(dim=1)
    told = -(logits.log_softmax(dim=1) * same).sum(dim=1) / partners.clamp(min=1)
    return told.sum() / (partners > 0).sum().clamp(min=1)


def modality_loss(network: TwoStreams, heard: list[Heard]) -> torch.Tensor:
    told, truth = network.tell_apart(*heard)
    return functional.binary_cross_entropy_with_logits(told, truth)


@torch.no_grad()
def watch(
    network: TwoStreams, watched: Material, weights: tuple[torch.Tensor, torch.Tensor], wanted: Objective
) -> tuple[float, float]:
    """Loss of the labels (the discriminator's part says nothing about when to stop), and accuracy of EEG."""
    network.eval()
    heard = hear(network, watched, wanted)
    loss = float(labels_loss(heard, watched, weights, wanted))
    given = ~watched.eeg_label.isnan()
    if heard[0] is None or not given.any():
        return loss, float("nan")
    right = (heard[0].logits > 0) == (watched.eeg_label > 0.5)
    return loss, float(right[given].float().mean())
