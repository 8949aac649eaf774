"""From track tables to scores: each person's, their mean, its interval, and what chance gives."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from eeg.ranking import MEASURES
from eeg.track_tables import TrackTables

EEG_SCORES = ("accuracy", "aggregatedAccuracy", "balancedAccuracy", "auc", "majority")
RETRIEVAL_SCORES = (*MEASURES, "publishedMap")


@dataclass(frozen=True)
class Chance:
    """permutations: of labels over tracks. resamples: of people. seed: of both."""

    permutations: int
    resamples: int
    seed: int


def all_scores(tables: Sequence[TrackTables], people: int, chance: Chance) -> dict:
    """Scores as model.json has them: {eeg, emotion, track: {name: score or None}}.

    Labels are permuted over the tested tracks of each person within each split: there, by the hypothesis that EEG says
    nothing of the labels, any order is as likely. Of tracks the true one is permuted in the same way. Everybody's are
    permuted alike: all heard the same music, and what EEG tells of a track beside emotion may be alike in all of them.
    """
    values = {name: np.full((people, chance.permutations + 1), np.nan) for name in score_names()}
    keys = track_keys(tables, chance)
    for person in sorted({t.person for t in tables}):
        own = [t for t in tables if t.person == person]
        for name, scores in person_scores(own, [orders_of(t.tracks, keys) for t in own]).items():
            values[name][person] = scores
    summaries = {name: summary(of, chance) for name, of in values.items()}
    return {
        group: {name: summaries[f"{group}.{name}"] for name in names}
        for group, names in (("eeg", EEG_SCORES), ("emotion", RETRIEVAL_SCORES), ("track", RETRIEVAL_SCORES))
    }


def score_names() -> list[str]:
    retrieval = [f"{group}.{name}" for group in ("emotion", "track") for name in RETRIEVAL_SCORES]
    return [f"eeg.{name}" for name in EEG_SCORES] + retrieval


def person_scores(tables: Sequence[TrackTables], orders: list[np.ndarray]) -> dict[str, np.ndarray]:
    """Each score of one person in every order of the labels, [orders]; NaN where undefined.

    @param orders of the tested tracks of each table, [orders, T]
    """
    scores = classification(tables, [t.label[o] for t, o in zip(tables, orders)])
    if tables[0].emotion is None:
        return scores
    weights = np.array([len(t.tracks) for t in tables])
    for index, name in enumerate(MEASURES):
        emotion = [picked(t.emotion[..., index], t.label[o]) for t, o in zip(tables, orders)]
        track = [picked(t.track[..., index], o) for t, o in zip(tables, orders)]
        scores[f"emotion.{name}"], scores[f"track.{name}"] = pooled(emotion, weights), pooled(track, weights)
    scores |= published(tables, orders, weights)
    return scores


def published(tables: Sequence[TrackTables], orders: list[np.ndarray], weights: np.ndarray) -> dict[str, np.ndarray]:
    """The aggregated retrieval scores as published: the median over a track's queries, then the mean over tracks."""
    scores = {}
    for index, name in enumerate(("publishedAp10", "publishedMap")):
        emotion = [picked(t.emotion_middle[..., index], t.label[o]) for t, o in zip(tables, orders)]
        track = [picked(t.track_middle[..., index], o) for t, o in zip(tables, orders)]
        scores[f"emotion.{name}"], scores[f"track.{name}"] = pooled(emotion, weights), pooled(track, weights)
    return scores


def track_keys(tables: Sequence[TrackTables], chance: Chance) -> np.ndarray:
    """A random number for each permutation and track, [permutations, tracks], by which tracks are put in order."""
    tracks = max(int(t.tracks.max()) for t in tables) + 1
    return np.random.default_rng([chance.seed, 3]).random((chance.permutations, tracks))


def orders_of(tracks: np.ndarray, keys: np.ndarray) -> np.ndarray:
    """Orders of these tracks, [permutations + 1, T], the first as it is; the same for all who were tested with them."""
    return np.concatenate([np.arange(len(tracks))[None], keys[:, tracks].argsort(axis=1)])


def picked(table: np.ndarray, choices: np.ndarray) -> np.ndarray:
    """table [T, options], choices [R, T] -> mean over tracks of the chosen options [R], NaN ones left out."""
    chosen = table[np.arange(len(table)), choices]
    given = ~np.isnan(chosen)
    sums = np.where(given, chosen, 0).sum(axis=1)
    return np.where(given.any(axis=1), sums / np.maximum(given.sum(axis=1), 1), np.nan)


def pooled(parts: list[np.ndarray], weights: np.ndarray) -> np.ndarray:
    """Weighted mean over splits of [R], NaN ones left out."""
    values = np.stack(parts)
    weight = np.where(np.isnan(values), 0, weights[:, None])
    total = weight.sum(axis=0)
    return np.where(total > 0, (np.nan_to_num(values) * weight).sum(axis=0) / np.maximum(total, 1e-12), np.nan)


def classification(tables: Sequence[TrackTables], labels: list[np.ndarray]) -> dict[str, np.ndarray]:
    """labels: [R, T] of each split."""
    hits = [np.where(label, t.high, 1 - t.high) for t, label in zip(tables, labels)]
    windows = sum(t.counts.sum() for t in tables)
    tracks = sum(len(t.tracks) for t in tables)
    recalls = []
    for wanted in (0, 1):
        weight = [(label == wanted) * t.counts for t, label in zip(tables, labels)]
        right = sum((h * w).sum(axis=1) for h, w in zip(hits, weight))
        recalls.append(ratio(right, sum(w.sum(axis=1) for w in weight)))
    areas = [area(t, label) for t, label in zip(tables, labels)]
    return {
        "eeg.accuracy": sum((h * t.counts).sum(axis=1) for h, t in zip(hits, tables)) / windows,
        "eeg.aggregatedAccuracy": sum((h >= 0.5).sum(axis=1) for h in hits) / tracks,
        "eeg.balancedAccuracy": (recalls[0] + recalls[1]) / 2,
        "eeg.auc": pooled(areas, np.array([len(t.tracks) for t in tables])),
        "eeg.majority": sum(((label == t.prior) * t.counts).sum(axis=1) for label, t in zip(labels, tables)) / windows,
    }


def ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.where(below > 0, above / np.maximum(below, 1e-12), np.nan)


def area(tables: TrackTables, labels: np.ndarray) -> np.ndarray:
    """Area under the ROC curve over windows, of one network's answers, for labels [R, T]."""
    high, low = labels * tables.counts, (1 - labels) * tables.counts
    return ratio(((high @ tables.beats) * low).sum(axis=1), high.sum(axis=1) * low.sum(axis=1))


def summary(values: np.ndarray, chance: Chance) -> dict | None:
    """values [people, permutations + 1], NaN rows of people without the score -> a score of model.json."""
    given = ~np.isnan(values[:, 0])
    if not given.any():
        return None
    own, null = values[given, 0], values[given, 1:]
    means, middle = null.mean(axis=0), null.mean(axis=1)
    above = interval(own - middle, chance.resamples, np.random.default_rng([chance.seed, 77]))
    return {
        **plain_summary(values[:, 0], chance),
        "chance": float(middle.mean()),
        "chanceLow": float(np.quantile(means, 0.025)),
        "chanceHigh": float(np.quantile(means, 0.975)),
        "aboveChance": {"mean": float((own - middle).mean()), "low": above[0], "high": above[1]},
        "p": float((1 + (means >= own.mean() - 1e-12).sum()) / (1 + len(means))),
    }


def plain_summary(values: np.ndarray, chance: Chance) -> dict | None:
    """values [people], NaN where somebody has none -> {mean, low, high, participants}."""
    given = ~np.isnan(values)
    if not given.any():
        return None
    low, high = interval(values[given], chance.resamples, np.random.default_rng([chance.seed, 76]))
    return {
        "mean": float(values[given].mean()),
        "low": low,
        "high": high,
        "participants": [float(v) if g else None for v, g in zip(values, given)],
    }


def interval(
    values: np.ndarray, resamples: int, random: np.random.Generator
) -> tuple[float, float] | tuple[None, None]:
    """95 % interval of the mean by bootstrap over people, its quantiles moved outwards for few of them (the expanded
    percentile interval of Hesterberg 2015). A single person gives none."""
    count = len(values)
    if count == 1:
        return None, None
    tail = stats.norm.cdf(np.sqrt(count / (count - 1)) * stats.t.ppf(0.025, count - 1))
    means = values[random.integers(count, size=(resamples, count))].mean(axis=1)
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def difference(better: dict, worse: dict, chance: Chance) -> dict | None:
    """Of two scores, paired over the people that have both: {mean, low, high}."""
    pairs = [(a, b) for a, b in zip(better["participants"], worse["participants"]) if a is not None and b is not None]
    if not pairs:
        return None
    differences = np.array([a - b for a, b in pairs])
    low, high = interval(differences, chance.resamples, np.random.default_rng([chance.seed, 78]))
    return {"mean": float(differences.mean()), "low": low, "high": high}
