"""Leak alarms: what is planted beside emotion must not pass for it."""

import unittest
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import torch

from eeg.experiment import run_split
from eeg.labels import LabelRule, labels_of
from eeg.question import Question
from eeg.scores import Chance, all_scores
from eeg.settings import PRESETS, Objective
from eeg.splits import Split, Splitting, both_unseen, windows_split, within_people
from eeg.synthetic import Planted, synthetic_set
from eeg.training_set import TrainingSet

torch.set_num_threads(1)
PEOPLE, TRACKS, WINDOWS = 4, 12, 5
RATERS = LabelRule(eeg="mean")
SETTINGS = replace(PRESETS["tiny"], epochs=30, patience=30, folds=3, groups=2, stride=1, batch=16, learning_rate=1e-2)


def splitting_of(made: TrainingSet, rule: LabelRule) -> Splitting:
    return Splitting(made, labels_of(made, "valence", rule).eeg, SETTINGS.folds, SETTINGS.groups, 1)


def scores(made: TrainingSet, rule: LabelRule, splits: Iterable[Split]) -> dict:
    """Of the full model in valence."""
    labels = (labels_of(made, "valence", rule),)
    found = [
        run_split(made, Question(split, ("valence",), labels, ("full",), 1), SETTINGS, lambda told: None)[0]
        for split in splits
    ]
    return all_scores([table for one in found for table in one.tables], PEOPLE, Chance(400, 400, 1))


class Alarms(unittest.TestCase):
    def at_chance(self, found: dict) -> None:
        for group, name in (("eeg", "accuracy"), ("eeg", "auc"), ("emotion", "map")):
            with self.subTest(f"{group} {name}"):
                score = found[group][name]
                self.assertLess(score["mean"], score["chanceHigh"] + 1e-9)
                self.assertGreater(score["p"], 0.02)

    def test_fingerprints_of_tracks_are_no_emotion(self):
        made = synthetic_set(Planted(effect=0, fingerprint=1.5, drift=0), (PEOPLE, TRACKS, WINDOWS), 5)
        splitting = splitting_of(made, RATERS)
        self.at_chance(scores(made, RATERS, within_people(splitting)))
        self.at_chance(scores(made, RATERS, both_unseen(splitting)))
        leaked = scores(made, RATERS, windows_split(splitting, False))
        self.assertGreater(leaked["eeg"]["accuracy"]["mean"], 0.9)
        self.assertGreater(leaked["emotion"]["map"]["mean"], 0.8)

    def test_spectra_of_people_are_no_emotion(self):
        made = synthetic_set(Planted(effect=0, spectrum=3, drift=0), (PEOPLE, TRACKS, WINDOWS), 6)
        fond = np.where(np.arange(TRACKS) % 4 == 0, 3.0, 7.0)
        own = np.stack([np.roll(fond if person % 2 else 10 - fond, person) for person in range(PEOPLE)])
        made = replace(made, own={**made.own, "valence": own})
        splitting = splitting_of(made, LabelRule())
        unseen = scores(made, LabelRule(), both_unseen(splitting))
        self.at_chance(unseen)
        self.assertLess(unseen["eeg"]["accuracy"]["mean"], 0.65)
        self.assertGreater(scores(made, LabelRule(), windows_split(splitting, True))["eeg"]["accuracy"]["mean"], 0.75)


class Planting(unittest.TestCase):
    def test_planted_emotion_is_found_in_people_and_tracks_that_are_new(self):
        made = synthetic_set(Planted(effect=1.0), (PEOPLE, TRACKS, WINDOWS), 7)
        found = scores(made, RATERS, both_unseen(splitting_of(made, RATERS)))
        for group, name in (("eeg", "accuracy"), ("eeg", "auc"), ("emotion", "map")):
            self.assertGreater(found[group][name]["aboveChance"]["low"], 0.05)
            self.assertLess(found[group][name]["p"], 0.05)

    def test_the_discriminator_mixes_eeg_and_music(self):
        made = synthetic_set(Planted(effect=1.0), (PEOPLE, TRACKS, WINDOWS), 8)
        labels = (labels_of(made, "valence", RATERS),)
        strong = replace(SETTINGS, objective=Objective(discriminator=1.0), discriminator_rate=5.0)
        probes: dict[str, list[float]] = {"full": [], "noDiscriminator": []}
        for split in both_unseen(splitting_of(made, RATERS)):
            question = Question(split, ("valence",), labels, tuple(probes), 1)
            for found in run_split(made, question, strong, lambda told: None):
                probes[found.variant] += found.probe
        self.assertLess(np.mean(probes["full"]), np.mean(probes["noDiscriminator"]) - 0.03)


if __name__ == "__main__":
    unittest.main()
