"""Networks that are trained on the whole set, outside of any scheme."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eeg.evaluation import Plan
from eeg.fitting import Fitted, fit
from eeg.labels import Labels, one_sided
from eeg.material import baselines, gather
from eeg.progress import Progress
from eeg.settings import Settings
from eeg.splits import Split
from eeg.training_set import TrainingSet
from eeg.windows import strided


@dataclass(frozen=True)
class Shipping:
    """What is shipped, how it is trained, where to and who is told."""

    training_set: TrainingSet
    plan: Plan
    settings: Settings
    folder: Path
    progress: Progress


def learnable(training_set: TrainingSet, windows: np.ndarray, labels: Sequence[Labels]) -> bool:
    """Whether both classes of each dimension are there."""
    people, tracks = training_set.participant[windows], training_set.track[windows]
    return not any(one_sided(of.eeg[people, tracks]) for of in labels)


def fit_split(
    shipping: Shipping, split: Split, labels: Sequence[Labels], about: dict
) -> tuple[Fitted, np.ndarray | None]:
    """The network of a split's training windows, and the baselines of those who are in them."""
    of, settings = shipping.training_set, shipping.settings
    training, watched = (strided(of, windows, settings.stride) for windows in (split.training, split.watched))
    baseline = baselines(of, training) if split.pooled else None

    def on_epoch(epoch: int, loss: float, accuracy: float) -> None:
        shipping.progress.epoch({**about, "epoch": epoch, "loss": loss, "accuracy": accuracy})

    material = (gather(of, windows, labels, baseline) for windows in (training, watched))
    fitted = fit(*material, settings, shipping.plan.seed, on_epoch)
    shipping.progress.finished()
    return fitted, baseline
