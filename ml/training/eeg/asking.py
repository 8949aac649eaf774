"""What trained networks answer in one dimension, put into tables."""

from dataclasses import dataclass

import numpy as np

from eeg.answers import Answers
from eeg.linear import linear_probability
from eeg.probe import ModalityProbe
from eeg.question import Found, Parts, Question
from eeg.ranking import agreement, cosine
from eeg.track_tables import Gallery, Queries, TrackTables, tables_of
from eeg.training_set import TrainingSet
from eeg.windows import keys_of

MUSIC_BY = {"full": "full", "noDiscriminator": "noDiscriminator", "musicOnly": "musicOnly", "lateFusion": "musicOnly"}
"""Whose music stream tells a variant's emotions of music."""


@dataclass(frozen=True)
class Asker:
    """Asks what was answered in one dimension."""

    training_set: TrainingSet
    question: Question
    parts: Parts
    index: int

    def found(self, dimension: str, variant: str, said: tuple[dict, dict[str, ModalityProbe]]) -> Found:
        """@param said answers and probes of the trained variants"""
        answers, probes = said
        probability, similarity = self.told(variant, answers)
        people = np.unique(self.training_set.participant[self.parts.tested_windows])
        by = MUSIC_BY.get(variant)
        return Found(
            dimension,
            variant,
            [self.tables(person, probability, similarity) for person in people],
            [self.music_accuracy(person, answers[by][1].probability[:, self.index]) for person in people] if by else [],
            [
                self.probe(person, answers[variant], probes[variant]) if variant in probes else float("nan")
                for person in people
            ],
        )

    def told(self, variant: str, answers: dict[str, tuple[Answers, Answers]]) -> tuple[np.ndarray, np.ndarray | None]:
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

    def probe(self, person: int, answers: tuple[Answers, Answers], probe: ModalityProbe) -> float:
        """Over the person's tested windows and the music of each."""
        of, windows = self.training_set, self.parts.tested_windows
        own = np.flatnonzero(of.participant[windows] == person)
        place = {key: i for i, key in enumerate(keys_of(of, self.parts.gallery))}
        music = [place[key] for key in keys_of(of, windows[own])]
        return probe.accuracy((answers[0].common[own], answers[1].common[music]))
