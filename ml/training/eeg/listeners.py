"""Whose network hears which window: everybody's, or one that was tuned to a person."""

from dataclasses import dataclass

import numpy as np

from eeg.answers import Answers, eeg_answers
from eeg.network import TwoStreams
from eeg.training_set import TrainingSet


@dataclass(frozen=True)
class Listeners:
    """network: of everybody. own: those of participants, by their index; the others have everybody's."""

    training_set: TrainingSet
    network: TwoStreams
    own: dict[int, TwoStreams]

    def answers(self, features: np.ndarray, windows: np.ndarray) -> Answers:
        """@param features [n, steps, F] of these windows, baselines taken off"""
        if not self.own:
            return eeg_answers(self.network, features)
        whose = self.training_set.participant[windows]
        rows = [np.flatnonzero(whose == person) for person in np.unique(whose)]
        told = [eeg_answers(self.own.get(whose[r[0]], self.network), features[r]) for r in rows]
        back = np.argsort(np.concatenate(rows))
        return Answers(
            np.concatenate([t.probability for t in told])[back], np.concatenate([t.common for t in told])[back]
        )
