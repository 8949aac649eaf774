"""How good the points are on tracks that were held out."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import spearmanr

from emotion.choice import choose
from emotion.deviation import Traits, deviations, fit_deviation
from emotion.pieces import Piece, folds_of
from emotion.point_model import PointModel, Settings

AXES = ("valence", "arousal")
TARGET_SPREAD = 0.9
"""Of the labels' spread: within 0.8 to 1.2, and below 1 because no answer is sure."""


def by_axis(values: np.ndarray) -> dict[str, float]:
    """A number for each axis, rounded to four places."""
    return {axis: round(float(value), 4) for axis, value in zip(AXES, values)}


@dataclass(frozen=True)
class HeldOut:
    """Answers for pieces that the model had not seen. units, truth: [n, 2] in units of each set's training spread;
    middle, spread: what those units are on the set's own scale; strangeness: [n]."""

    pieces: list[Piece]
    units: np.ndarray
    truth: np.ndarray
    middle: np.ndarray
    spread: np.ndarray
    strangeness: np.ndarray
    settings: list[Settings]

    @property
    def sets(self) -> np.ndarray:
        return np.array([p.data_set for p in self.pieces])


def held_out(pieces: list[Piece], folds: int, seed: int) -> HeldOut:
    """Every piece answered by a model that saw no piece of its group; scales and settings are of its training folds."""
    fold = folds_of(pieces, folds, seed)
    count = len(pieces)
    units, truth, middle, spread = (np.zeros((count, 2)) for _ in range(4))
    strangeness, chosen = np.zeros(count), []
    for number in range(max(fold) + 1):
        kept = [p for p, f in zip(pieces, fold) if f != number]
        settings, _ = choose(kept, seed + 100)
        model = PointModel(kept, settings)
        at = np.flatnonzero(fold == number)
        features = np.array([pieces[i].features for i in at])
        units[at], strangeness[at] = model.predict(features), model.strangeness(features)
        own = [model.scales[pieces[i].data_set] for i in at]
        middle[at], spread[at] = [s.mean for s in own], [s.deviation for s in own]
        truth[at] = (np.array([pieces[i].label for i in at]) - middle[at]) / spread[at]
        chosen.append(settings)
        print(f"  fold {number + 1}: {settings}", flush=True)
    return HeldOut(pieces, units, truth, middle, spread, strangeness, chosen)


def points_of(answers: HeldOut) -> np.ndarray:
    """Held-out points on each set's own scale, before the stretch, [n, 2]."""
    return answers.middle + answers.units * answers.spread


def stretch_of(answers: HeldOut) -> np.ndarray:
    """The factor, [2], that brings the spread of the answers to TARGET_SPREAD of the labels', on average over the
    sets."""
    ratios = [
        answers.units[answers.sets == s].std(axis=0) / answers.truth[answers.sets == s].std(axis=0)
        for s in sorted(set(answers.sets))
    ]
    return TARGET_SPREAD / np.mean(ratios, axis=0)


def figures(answers: HeldOut, stretch: np.ndarray) -> dict:
    """All figures, set by set."""
    return {s: set_figures(answers, answers.sets == s, stretch) for s in sorted(set(answers.sets))}


def set_figures(answers: HeldOut, at: np.ndarray, stretch: np.ndarray) -> dict:
    """r, R2 and signs before the stretch (it changes no sign of the units), RMSE and spread before and after."""
    units, truth, spread = answers.units[at], answers.truth[at], answers.spread[at]
    plain, labels = answers.middle[at] + units * spread, answers.middle[at] + truth * spread
    wide = answers.middle[at] + units * stretch * spread
    right = (plain > 0) == (labels > 0)
    total = ((labels - labels.mean(axis=0)) ** 2).sum(axis=0)
    return {
        "tracks": int(at.sum()),
        "r": by_axis([np.corrcoef(plain[:, j], labels[:, j])[0, 1] for j in (0, 1)]),
        "r2": by_axis(1 - ((plain - labels) ** 2).sum(axis=0) / total),
        "signAccuracy": by_axis(right.mean(axis=0)),
        "quadrantAccuracy": round(float(right.all(axis=1).mean()), 4),
        "rmse": by_axis(np.sqrt(((plain - labels) ** 2).mean(axis=0))),
        "rmseStretched": by_axis(np.sqrt(((wide - labels) ** 2).mean(axis=0))),
        "rmseConstant": by_axis(np.sqrt(((answers.middle[at] - labels) ** 2).mean(axis=0))),
        "spread": by_axis(plain.std(axis=0) / labels.std(axis=0)),
        "spreadStretched": by_axis(wide.std(axis=0) / labels.std(axis=0)),
    }


def calibration(answers: HeldOut, stretch: np.ndarray, seed: int) -> dict:
    """Deviations fitted on one half of the groups and judged on the other, and fitted on all sets but the one
    judged."""
    half = folds_of(answers.pieces, 2, seed)
    names = sorted(set(answers.sets))
    result = {}
    for name in names:
        at = answers.sets == name
        result[name] = {
            "halves": _judged(answers, stretch, [(half == 0, at & (half == 1)), (half == 1, at & (half == 0))])
        }
        if len(names) > 1:
            result[name]["leftOut"] = _judged(answers, stretch, [(~at, at)])
    return result


def _judged(answers: HeldOut, stretch: np.ndarray, splits: list[tuple[np.ndarray, np.ndarray]]) -> dict:
    errors, spreads = [], []
    for fitted, judged in splits:
        coefficients = fit_deviation(
            _traits(answers, stretch, fitted), _errors(answers, stretch, fitted), answers.sets[fitted]
        )
        errors.append(np.abs(_errors(answers, stretch, judged)))
        spreads.append(deviations(_traits(answers, stretch, judged), coefficients))
    error, spread = np.concatenate(errors), np.concatenate(spreads)
    return {
        "coverage68": by_axis((error <= spread).mean(axis=0)),
        "rankCorrelation": by_axis([spearmanr(error[:, j], spread[:, j])[0] for j in (0, 1)]),
        "meanDeviationOverLabels": by_axis(spread.mean(axis=0)),
    }


def _traits(answers: HeldOut, stretch: np.ndarray, at: np.ndarray) -> Traits:
    return Traits(answers.units[at] * stretch, answers.strangeness[at])


def _errors(answers: HeldOut, stretch: np.ndarray, at: np.ndarray) -> np.ndarray:
    return answers.truth[at] - answers.units[at] * stretch


def deviation_coefficients(answers: HeldOut, stretch: np.ndarray) -> np.ndarray:
    """What the shipped deviations are computed with: fitted to all held-out answers."""
    everything = np.ones(len(answers.pieces), bool)
    return fit_deviation(_traits(answers, stretch, everything), _errors(answers, stretch, everything), answers.sets)


def without_each_set(pieces: list[Piece], seed: int) -> dict:
    """Each set answered by a model trained on the others alone: r of its points."""
    result = {}
    for name in sorted({p.data_set for p in pieces}):
        judged = [p for p in pieces if p.data_set == name]
        own = {p.group for p in judged}
        others = [p for p in pieces if p.data_set != name and p.group not in own]
        if len({p.group for p in others}) < 4:
            continue
        model = PointModel(others, choose(others, seed)[0])
        answers = model.predict(np.array([p.features for p in judged]))
        labels = np.array([p.label for p in judged])
        result[name] = {
            "trainedOn": sorted({p.data_set for p in others}),
            "r": by_axis([np.corrcoef(answers[:, j], labels[:, j])[0, 1] for j in (0, 1)]),
            "signAccuracy": by_axis(((answers > 0) == (labels > 0)).mean(axis=0)),
        }
    return result
