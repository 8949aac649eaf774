"""One split: the networks that its variants need, trained, asked about the tested tracks, and put into tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from eeg.answers import Answers, eeg_answers, music_answers
from eeg.fitting import fit
from eeg.labels import Labels, one_sided
from eeg.linear import linear_probability
from eeg.material import Material, baselines, gather
from eeg.network import TwoStreams
from eeg.probe import modality_probe
from eeg.ranking import agreement, cosine
from eeg.settings import Settings
from eeg.splits import Split
from eeg.track_tables import Gallery, Queries, TrackTables, tables_of
from eeg.training_set import TrainingSet
from eeg.variants import NETWORKS, objective_of

PROBED_WINDOWS = 600
MUSIC_BY = {"full": "full", "noDiscriminator": "noDiscriminator", "musicOnly": "musicOnly", "lateFusion": "musicOnly"}
"""Whose music stream tells a variant's emotions of music."""
SHARED = ("full", "noDiscriminator")
"""Variants whose streams were both taught, so that they have a space in common."""


@dataclass(frozen=True)
class Question:
    """A split, the names and labels of the dimensions a network is to tell, the variants wanted, and a seed."""

    split: Split
    dimensions: tuple[str, ...]
    labels: tuple[Labels, ...]
    variants: tuple[str, ...]
    seed: int


@dataclass(frozen=True)
class Found:
    """Of one variant in one dimension and split. tables: one for each tested person. music: accuracy by segment and by
    track (at least half of its segments) for each of them, empty where the variant has no music. probe: for each of
    them, NaN where the variant has no space in common."""

    dimension: str
    variant: str
    tables: list[TrackTables]
    music: list[tuple[float, float]]
    probe: list[float]


@dataclass(frozen=True)
class Parts:
    """Training, watched and tested windows, and the segments of music to choose from, [gallery] indices of windows."""

    training: Material
    watched: Material
    tested: Material
    tested_windows: np.ndarray
    gallery: np.ndarray


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
    for variant in networks_needed(question.variants):
        network = trained(parts, variant, (settings, question.seed), tell)
        answers[variant] = (
            eeg_answers(network, parts.tested.eeg.numpy()),
            music_answers(network, training_set.music[parts.gallery]),
        )
    found = []
    for index, dimension in enumerate(question.dimensions):
        asker = Asker(training_set, question, parts, index)
        found += [asker.found(dimension, variant, answers) for variant in question.variants]
    return found


def networks_needed(variants: Sequence[str]) -> list[str]:
    """Late fusion is made of the answers of the two single streams."""
    wanted = {"eegOnly", "musicOnly"} if "lateFusion" in variants else set()
    return [name for name in NETWORKS if name in wanted or name in variants]


def parts_of(training_set: TrainingSet, question: Question, settings: Settings) -> Parts:
    """Baselines of those who were trained on come from training windows, of the tested from what they are asked with."""
    split, labels = question.split, list(question.labels)
    training = strided(training_set, split.training, settings.stride)
    watched = strided(training_set, split.watched, settings.stride)
    tested = strided(training_set, split.tested, settings.test_stride)
    known = baselines(training_set, training) if split.pooled else None
    asked = baselines(training_set, tested) if split.pooled else None
    return Parts(
        gather(training_set, training, labels, known),
        gather(training_set, watched, labels, known),
        gather(training_set, tested, labels, asked),
        tested,
        segments(training_set, tested),
    )


def strided(training_set: TrainingSet, windows: np.ndarray, stride: int) -> np.ndarray:
    """Every so manieth of these windows within each track of each participant, in order of time."""
    of = training_set
    order = windows[np.lexsort((of.start[windows], of.track[windows], of.participant[windows]))]
    group = of.participant[order] * (of.track.max() + 1) + of.track[order]
    first = np.r_[True, group[1:] != group[:-1]] if len(order) else np.zeros(0, bool)
    rank = np.arange(len(order)) - np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))
    return order[rank % stride == 0]


def segments(training_set: TrainingSet, windows: np.ndarray) -> np.ndarray:
    """One window for each stretch of music that these windows hear, whoever heard it."""
    keys = np.stack([training_set.track[windows], training_set.start[windows].round(3)], axis=1)
    return windows[np.unique(keys, axis=0, return_index=True)[1]] if len(windows) else windows


def trained(
    parts: Parts, variant: str, how: tuple[Settings, int], tell: Callable[[dict], None]
) -> TwoStreams:
    settings, seed = how
    own = replace(settings, objective=objective_of(variant, settings.objective))

    def on_epoch(epoch: int, loss: float, accuracy: float) -> None:
        tell({"variant": variant, "epoch": epoch, "loss": loss, "accuracy": accuracy})

    return fit(parts.training, parts.watched, own, seed, on_epoch).network


@dataclass(frozen=True)
class Asker:
    """Asks what was answered in one dimension."""

    training_set: TrainingSet
    question: Question
    parts: Parts
    index: int

    def found(self, dimension: str, variant: str, answers: dict[str, tuple[Answers, Answers]]) -> Found:
        probability, similarity = self.told(variant, answers)
        people = np.unique(self.training_set.participant[self.parts.tested_windows])
        by = MUSIC_BY.get(variant)
        shared = variant in SHARED
        return Found(
            dimension,
            variant,
            [self.tables(person, probability, similarity) for person in people],
            [self.music_accuracy(person, answers[by][1].probability[:, self.index]) for person in people] if by else [],
            [self.probe(person, answers[variant]) if shared else float("nan") for person in people],
        )

    def told(
        self, variant: str, answers: dict[str, tuple[Answers, Answers]]
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """Probability of high for each tested window, and similarity to the gallery where there is one."""
        if variant == "linear":
            return linear_probability(self.parts.training, self.parts.watched, self.parts.tested)[:, self.index], None
        if variant == "lateFusion":
            eeg = answers["eegOnly"][0].probability[:, self.index]
            return eeg, agreement(eeg, answers["musicOnly"][1].probability[:, self.index])
        eeg, music = answers[variant]
        return eeg.probability[:, self.index], None if variant == "musicOnly" else cosine(eeg.common, music.common)

    def tables(self, person: int, probability: np.ndarray, similarity: np.ndarray | None) -> TrackTables:
        of, windows, labels = self.training_set, self.parts.tested_windows, self.question.labels[self.index]
        own = of.participant[windows] == person
        heard = of.track[self.parts.gallery]
        queries = Queries(
            of.track[windows][own],
            of.start[windows][own],
            probability[own],
            None if similarity is None else similarity[own],
        )
        gallery = Gallery(heard, labels.music[person, heard])
        random = np.random.default_rng([self.question.seed, person])
        return tables_of(queries, gallery, (person, labels.eeg[person], self.prior()), random)

    def prior(self) -> int:
        """The label of most training windows."""
        labels = self.parts.training.eeg_label[:, self.index]
        return int(labels.nanmean() > 0.5)

    def music_accuracy(self, person: int, probability: np.ndarray) -> tuple[float, float]:
        """By segment and by track, of the segments that are labelled for this person."""
        tracks = self.training_set.track[self.parts.gallery]
        labels = self.question.labels[self.index].music[person, tracks]
        given = ~np.isnan(labels)
        right = (probability > 0.5) == (labels > 0.5)
        by_track = [right[tracks == track].mean() >= 0.5 for track in np.unique(tracks[given])]
        return float(right[given].mean()), float(np.mean(by_track))

    def probe(self, person: int, answers: tuple[Answers, Answers]) -> float:
        """Over the person's tested windows and the music of each."""
        of, windows = self.training_set, self.parts.tested_windows
        own = np.flatnonzero(of.participant[windows] == person)
        own = own[:: max(1, len(own) // PROBED_WINDOWS)]
        place = {key: i for i, key in enumerate(zip(of.track[self.parts.gallery], of.start[self.parts.gallery].round(3)))}
        music = [place[key] for key in zip(of.track[windows[own]], of.start[windows[own]].round(3))]
        return modality_probe(answers[0].common[own], answers[1].common[music], of.track[windows[own]])
