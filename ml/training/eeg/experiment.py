"""One split: the networks that its variants need, trained, asked about the tested tracks, and put into tables."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from eeg.answers import Answers, music_answers
from eeg.asking import Asker
from eeg.fitting import fit, part_of
from eeg.labels import one_sided
from eeg.listeners import Listeners
from eeg.material import baselines, gather
from eeg.network import TwoStreams
from eeg.probe import ModalityProbe
from eeg.question import Found, Parts, Question
from eeg.settings import Settings
from eeg.training_set import TrainingSet
from eeg.tuning import tuned
from eeg.variants import NETWORKS, objective_of
from eeg.windows import segments, strided

PROBED_WINDOWS = 600
SHARED = ("full", "noDiscriminator")
"""Variants whose streams were both taught, so that they have a space in common."""


def undetermined(training_set: TrainingSet, question: Question) -> str | None:
    """Why a split can not be learnt, or None."""
    split = question.split
    for dimension, labels in zip(question.dimensions, question.labels):
        if one_sided(labels.eeg[training_set.participant[split.training], training_set.track[split.training]]):
            return f"all training tracks are alike in {dimension}"
    if len(split.watched) == 0 or len(split.tested) == 0:
        return "too few tracks"
    return None


def run_split(
    training_set: TrainingSet, question: Question, settings: Settings, tell: Callable[[dict], None]
) -> list[Found]:
    """@param tell told each epoch: variant, epoch, loss, accuracy."""
    parts = parts_of(training_set, question, settings)
    answers: dict[str, tuple[Answers, Answers]] = {}
    probes: dict[str, ModalityProbe] = {}
    for variant in networks_needed(question.variants):
        network = trained(parts, variant, (settings, question.seed), tell)
        listeners = listeners_of(training_set, question, (network, variant), (parts, settings))
        answers[variant] = (
            listeners.answers(parts.tested.eeg.numpy(), parts.tested_windows),
            music_answers(network, training_set.music[parts.gallery]),
        )
        if variant in SHARED:
            probes[variant] = probe_of(listeners, parts)
    found = []
    for index, dimension in enumerate(question.dimensions):
        asker = Asker(training_set, question, parts, index)
        found += [asker.found(dimension, variant, (answers, probes)) for variant in question.variants]
    return found


def listeners_of(
    training_set: TrainingSet, question: Question, trained: tuple[TwoStreams, str], how: tuple[Parts, Settings]
) -> Listeners:
    """The network as it is for each tested person: tuned to them where the split says so."""
    (network, variant), (parts, settings) = trained, how
    objective = objective_of(variant, settings.objective)
    if not question.split.tuned or not objective.eeg:
        return Listeners(training_set, network, {})
    whose = training_set.participant[parts.training_windows]
    own = replace(settings, objective=objective)
    return Listeners(
        training_set,
        network,
        {
            person: tuned(network, part_of(parts.training, np.flatnonzero(whose == person)), own, question.seed)
            for person in np.unique(whose)
        },
    )


def probe_of(listeners: Listeners, parts: Parts) -> ModalityProbe:
    """Fitted to some of the training windows."""
    training, every = parts.training, max(1, len(parts.training) // PROBED_WINDOWS)
    eeg = listeners.answers(training.eeg[::every].numpy(), parts.training_windows[::every])
    return ModalityProbe((eeg.common, music_answers(listeners.network, training.music[::every].numpy()).common))


def networks_needed(variants: Sequence[str]) -> list[str]:
    """Late fusion is made of the answers of the two single streams."""
    wanted = {"eegOnly", "musicOnly"} if "lateFusion" in variants else set()
    return [name for name in NETWORKS if name in wanted or name in variants]


def parts_of(training_set: TrainingSet, question: Question, settings: Settings) -> Parts:
    """Baselines of those who were trained on come from training windows, of the tested from their tested ones."""
    split, labels = question.split, list(question.labels)
    training = strided(training_set, split.training, settings.stride)
    watched = strided(training_set, split.watched, settings.stride)
    tested = strided(training_set, split.tested, settings.test_stride)
    known = baselines(training_set, training) if split.pooled else None
    asked = known if split.tuned else baselines(training_set, tested) if split.pooled else None
    return Parts(
        gather(training_set, training, labels, known),
        gather(training_set, watched, labels, known),
        gather(training_set, tested, labels, asked),
        training,
        tested,
        segments(training_set, tested),
    )


def trained(parts: Parts, variant: str, how: tuple[Settings, int], tell: Callable[[dict], None]) -> TwoStreams:
    settings, seed = how
    own = replace(settings, objective=objective_of(variant, settings.objective))

    def on_epoch(epoch: int, loss: float, accuracy: float) -> None:
        tell({"variant": variant, "epoch": epoch, "loss": loss, "accuracy": accuracy})

    return fit(parts.training, parts.watched, own, seed, on_epoch).network
