"""Training rows from tracks, choice of alpha on inner folds, and prediction of a track's point and curve."""

from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import GroupKFold

from data_sets import Track
from mel_pool import gate
from ridge import Ridge, Rows

ALPHAS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


@dataclass(frozen=True)
class Settings:
    """What is set by hand; the model card says how each was come by.

    window: half seconds pooled around each, odd. label_lag: half seconds by which ratings follow the sound.
    rows_per_clip, row_step: training windows of a track with one label, and the step between those of a track with a
    curve. home_set: the data set whose mean is the middle of the shipped scale.
    """

    window: int = 17
    label_lag: int = 6
    rows_per_clip: int = 6
    row_step: int = 6
    components: int = 200
    inner_folds: int = 4
    folds: int = 10
    seed: int = 1
    home_set: str = "panda4q"


@dataclass(frozen=True)
class Example:
    """A track with the features of the centred window of every half second, float32 [halfSeconds, F]."""

    track: Track
    windows: np.ndarray
    gate: np.ndarray

    def labels(self, lag: int) -> np.ndarray:
        """Valence and arousal of every half second, [halfSeconds, 2], read `lag` half seconds after the sound."""
        at = np.minimum(np.arange(len(self.windows)) + lag, len(self.track.curve) - 1)
        return self.track.curve[at]


@dataclass(frozen=True)
class Prediction:
    """Raw answers of every half second: emotion [halfSeconds, 2] and farness from the training rows, 0..1."""

    emotion: np.ndarray
    farness: np.ndarray

    def point(self, gate_weights: np.ndarray) -> np.ndarray:
        """The track's emotion: the mean over its half seconds, silent ones counting little."""
        return gate_weights @ self.emotion / gate_weights.sum()

    def distance(self, gate_weights: np.ndarray) -> float:
        """The farness, averaged in the same way."""
        return float(gate_weights @ self.farness / gate_weights.sum())


def example(track: Track, sums: np.ndarray, windows: np.ndarray) -> Example:
    return Example(track, windows.astype(np.float32), gate(sums))


def set_means(examples: list[Example]) -> dict[str, np.ndarray]:
    """Mean valence and arousal of each data set: what its raters call the middle."""
    names = sorted({e.track.data_set for e in examples})
    return {name: np.mean([e.track.point for e in examples if e.track.data_set == name], axis=0) for name in names}


def training_rows(examples: list[Example], settings: Settings) -> Rows:
    """Some windows of every track; each track weighs one, each set's labels are taken from their own mean."""
    means = set_means(examples)
    features, targets, weights = [], [], []
    for e in examples:
        count = len(e.windows)
        step = settings.row_step if len(e.track.curve) > 1 else max(1, count // settings.rows_per_clip)
        chosen = np.arange(min(step // 2, count - 1), count, step)
        loud = np.maximum(e.gate[chosen], 1e-6)
        features.append(e.windows[chosen])
        targets.append(e.labels(settings.label_lag)[chosen] - means[e.track.data_set])
        weights.append(loud / loud.sum())
    return Rows(np.concatenate(features).astype(float), np.concatenate(targets), np.concatenate(weights))


def fit(examples: list[Example], settings: Settings) -> Ridge:
    return Ridge(training_rows(examples, settings), settings.components)


def predict(model: Ridge, coefficients: np.ndarray, examples: list[Example]) -> list[Prediction]:
    """Raw predictions (no offset, no clipping) for every half second of every example."""
    answers = []
    for e in examples:
        embedded = model.projection(e.windows.astype(float))
        answers.append(Prediction(embedded @ coefficients, model.farness(embedded)))
    return answers


def grouped_folds(examples: list[Example], count: int, seed: int) -> np.ndarray:
    """Fold of every example: within each data set whole groups are dealt out to `count` folds."""
    fold = np.zeros(len(examples), int)
    for name in sorted({e.track.data_set for e in examples}):
        members = np.array([i for i, e in enumerate(examples) if e.track.data_set == name])
        groups = [examples[i].track.group for i in members]
        splitter = GroupKFold(min(count, len(set(groups))), shuffle=True, random_state=seed)
        for number, (_, held_out) in enumerate(splitter.split(members, groups=groups)):
            fold[members[held_out]] = number
    return fold


def choose_alphas(examples: list[Example], settings: Settings) -> tuple[float, float]:
    """The alpha for valence and for arousal with the least error on held-out groups of these examples.

    Error: squared error of the point over the set's own variance, averaged over the sets. The point is taken from
    every fourth half second, which is nearly as good and four times as fast.
    """
    fold = grouped_folds(examples, settings.inner_folds, settings.seed + 1)
    errors = np.zeros((len(ALPHAS), 2))
    spread = {n: np.var([e.track.point for e in examples if e.track.data_set == n], axis=0) for n in set_means(examples)}
    for number in range(settings.inner_folds):
        kept = [e for e, f in zip(examples, fold) if f != number]
        held_out = [Example(e.track, e.windows[::4], e.gate[::4]) for e, f in zip(examples, fold) if f == number]
        model, means = fit(kept, settings), set_means(kept)
        per_alpha = np.hstack([model.coefficients((alpha, alpha)) for alpha in ALPHAS])
        for e, answer in zip(held_out, predict(model, per_alpha, held_out)):
            points = answer.point(e.gate).reshape(len(ALPHAS), 2) + means[e.track.data_set]
            size = sum(o.track.data_set == e.track.data_set for o in examples)
            errors += (points - e.track.point) ** 2 / spread[e.track.data_set] / size
    best = errors.argmin(axis=0)
    return ALPHAS[best[0]], ALPHAS[best[1]]


def out_of_fold(examples: list[Example], settings: Settings) -> tuple[list[Prediction], list[dict], np.ndarray]:
    """Every example predicted by a model that saw no track of its group: scaler, components and alphas
    come from the other folds alone.

    Returns the raw predictions, a record of each fold, and per example the mean of its set in its training folds.
    """
    fold = grouped_folds(examples, settings.folds, settings.seed)
    answers: list = [None] * len(examples)
    middles = np.zeros((len(examples), 2))
    records = []
    for number in range(settings.folds):
        kept = [e for e, f in zip(examples, fold) if f != number]
        held_out = np.flatnonzero(fold == number)
        alphas = choose_alphas(kept, settings)
        model, means = fit(kept, settings), set_means(kept)
        for i, answer in zip(held_out, predict(model, model.coefficients(alphas), [examples[i] for i in held_out])):
            answers[i], middles[i] = answer, means[examples[i].track.data_set]
        records.append({"trained": len(kept), "heldOut": len(held_out), "alphas": list(alphas)})
        print(f"  fold {number + 1} of {settings.folds}: {records[-1]}", flush=True)
    return answers, records, middles
