"""Every set of features with every kind of regression: judged on DEAM, then looked at once on 4Q."""

from dataclasses import dataclass

import numpy as np
from sklearn.base import BaseEstimator, clone

from bridge.choice import BLENDED, HeldOut, best_of_kinds, blended, hold_out, r_squared, score, transfer
from bridge.deam import RatedSongs
from bridge.overlap import Overlap, overlaps
from bridge.regressors import Blend, candidates
from bridge.shared_features import LEVEL, is_trend, without_level
from bridge.zero_shot import Clips, by_axis, sign_figures

MAIN = "level-free, kept"


@dataclass(frozen=True)
class FeatureSet:
    """rated [n, F], of DEAM's songs; tested [m, F], of 4Q's clips; names [F]."""

    names: list[str]
    rated: np.ndarray
    tested: np.ndarray


@dataclass(frozen=True)
class Test:
    """features: of the clips, by name, with their level as `low_level` set it; clips: their labels."""

    features: dict[str, np.ndarray]
    clips: Clips


def feature_sets(songs: RatedSongs, tested: dict[str, np.ndarray]) -> tuple[dict[str, FeatureSet], dict[str, Overlap]]:
    """The sets that are compared, and the overlap of every level-free feature."""
    free, ours = without_level(songs.features), without_level(tested)
    table = overlaps(free, ours)
    kept = [name for name, one in table.items() if one.kept and not is_trend(name)]
    with_level = [LEVEL, *kept]

    def free_set(names: list[str]) -> FeatureSet:
        return FeatureSet(names, matrix(free, names), matrix(ours, names))

    return {
        MAIN: free_set(kept),
        "level-free, all shared": free_set(list(table)),
        "level-free, kept, no RASTA": free_set([name for name in kept if "Rfilt" not in name and "Rasta" not in name]),
        "with level": FeatureSet(with_level, matrix(songs.features, with_level), matrix(tested, with_level)),
    }, table


def matrix(features: dict[str, np.ndarray], names: list[str]) -> np.ndarray:
    return np.array([features[name] for name in names]).T


def choose_settings(features: FeatureSet, songs: RatedSongs, folds: int) -> tuple[dict[str, str], dict]:
    """The best setting of each kind on the main set of features, and what every setting gave."""
    held_out = {
        name: hold_out(estimator, features.rated, songs, folds)
        for name, estimator in candidates(len(features.names)).items()
    }
    figures = {name: deam_figures(one, songs) for name, one in held_out.items()}
    return best_of_kinds({name: score(one, songs) for name, one in held_out.items()}), figures


def deam_figures(held_out: HeldOut, songs: RatedSongs) -> dict:
    to_early, to_late = transfer(held_out, songs)
    return {
        "r2ByArtist": by_axis(r_squared(songs.emotion, held_out.by_artist)),
        "rOf2013ByLater": by_axis(to_early),
        "rOfLaterBy2013": by_axis(to_late),
        "score": round(score(held_out, songs), 4),
    }


def compare(features: FeatureSet, settings: dict[str, str], songs: RatedSongs, test: Test, folds: int) -> dict:
    """One set of features: each kind and the blend, figures on DEAM and zero-shot on the clips."""
    estimators = {kind: candidates(len(features.names))[name] for kind, name in settings.items()}
    held_out = {kind: hold_out(estimator, features.rated, songs, folds) for kind, estimator in estimators.items()}
    answers = {kind: zero_shot(estimator, features, songs) for kind, estimator in estimators.items()}
    held_out["blend"] = blended([held_out[kind] for kind in BLENDED])
    answers["blend"] = np.mean([answers[kind] for kind in BLENDED], axis=0)
    return {
        kind: {**deam_figures(held_out[kind], songs), "zeroShot": sign_figures(answers[kind], test.clips)}
        for kind in held_out
    }


def zero_shot(estimator: BaseEstimator, features: FeatureSet, songs: RatedSongs) -> np.ndarray:
    return clone(estimator).fit(features.rated, songs.emotion).predict(features.tested)


def chosen_estimator(settings: dict[str, str], features: int) -> BaseEstimator:
    """The blend of the best ridge, kernel ridge and support vector regression."""
    return Blend([candidates(features)[settings[kind]] for kind in BLENDED])


def backwards(estimator: BaseEstimator, features: FeatureSet, songs: RatedSongs, clips: Clips) -> dict:
    """The other way: learned from the clips' labels through the same features, judged on DEAM's ratings."""
    predicted = clone(estimator).fit(features.tested, clips.emotion).predict(features.rated)
    return sign_figures(predicted, Clips(songs.emotion, songs.artists))
