"""Learn DEAM's human ratings from features that any audio shares with DEAM, and test on audio that it never saw.

    python ml/training/run.py bridge --data ../shared/data --audio CLIPS_OF_4Q
    python ml/training/run.py bridge ... --ratings DIR --corpus NAME=INDEX.json    # ratings of other audio as well
"""

import argparse
import json
from pathlib import Path

import numpy as np

from bridge.audio_features import features_of_files, read_excerpts
from bridge.choice import r_squared
from bridge.comparison import MAIN, FeatureSet, backwards, chosen_estimator, choose_settings, compare, feature_sets
from bridge.deam import RatedSongs
from bridge.material import Material, gather, tiny_material
from bridge.mel_bridge import MelSongs, per_feature_r, predicted_from_mel
from bridge.overlap import LARGEST_DISTANCE, LARGEST_SHIFT, LEAST_SHARED_RANGE, Overlap
from bridge.piano_check import piano_figures
from bridge.rater import Rater, Rating, fit_rater
from bridge.shared_features import is_trend
from bridge.zero_shot import by_axis, sign_figures, spread_figures
from packages import versions

VERSION = "bridge-1"
FOLDS, TINY_FOLDS = 5, 3
MOST_EXCERPTS = 1200
AIM = {"arousal": 0.80, "valence": 0.68}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this family takes besides the arguments all share."""
    parser.add_argument("--ratings", type=Path, help="folder for ratings of the clips and of --corpus, as NAME.npz")
    parser.add_argument("--corpus", help="NAME=INDEX.json, a list of {key, path, start, seconds} to rate as well")


def run(arguments: argparse.Namespace) -> None:
    """Write VERSION.json to --out, and the ratings if a folder is given for them."""
    folds = TINY_FOLDS if arguments.tiny else FOLDS
    material = tiny_material() if arguments.tiny else gather(arguments)
    sets, overlap_table = feature_sets(material.songs, material.test.features)
    settings, tried = choose_settings(sets[MAIN], material.songs, folds)
    rater = fit_rater(chosen_estimator(settings, len(sets[MAIN].names)), sets[MAIN].names, material.songs, 2 * folds)
    if arguments.ratings:
        write_all_ratings(rater, material, arguments)
    figures = {
        "labels": label_figures(material.songs),
        "overlap": overlap_figures(overlap_table),
        "tried": {"features": MAIN, "settings": tried, "chosen": settings},
        "configurations": {
            name: compare(one, settings, material.songs, material.test, folds) for name, one in sets.items()
        },
        "shipped": shipped_figures(rater, material),
        "backwards": backwards(rater.model, sets[MAIN], material.songs, material.test.clips),
        "logMel": mel_figures(rater, sets[MAIN], material, folds),
        "piano": piano_figures(rater, material.pieces),
    }
    record = {"version": VERSION, "aim": AIM, "folds": folds, "packages": versions(), "figures": figures}
    (arguments.out / f"{VERSION}.json").write_text(json.dumps(record, indent=2) + "\n")
    print(json.dumps({name: figures[name] for name in ("labels", "shipped", "backwards", "piano")}, indent=2))


def write_all_ratings(rater: Rater, material: Material, arguments: argparse.Namespace) -> None:
    arguments.ratings.mkdir(parents=True, exist_ok=True)
    write_ratings(arguments.ratings / "4q.npz", material.keys, rater.rate(material.test.features))
    if arguments.corpus:
        name, index = arguments.corpus.split("=", 1)
        excerpts = read_excerpts(Path(index), MOST_EXCERPTS)
        features = features_of_files(excerpts, arguments.cache / "bridge" / name)
        keys = np.array([excerpt.key for excerpt in excerpts])
        write_ratings(arguments.ratings / f"{name}.npz", keys, rater.rate(features))


def write_ratings(path: Path, keys: np.ndarray, rating: Rating) -> None:
    """Arrays keys [n], emotion, deviation and spread [n, 2]; see Rating."""
    np.savez(path, keys=keys, emotion=rating.emotion, deviation=rating.deviation, spread=rating.spread)


def label_figures(songs: RatedSongs) -> dict:
    """DEAM's labels, and how far a song's raters stand apart."""
    quantiles = np.quantile(songs.raters, (0.1, 0.5, 0.9), axis=0)
    return {
        "songs": len(songs.emotion),
        **spread_figures(songs.emotion),
        "meanRaterDeviation": by_axis(songs.raters.mean(axis=0)),
        "raterDeviationQuantiles": {name: by_axis(row) for name, row in zip(("10", "50", "90"), quantiles)},
    }


def overlap_figures(table: dict[str, Overlap]) -> dict:
    """The rule, and every feature by what became of it."""
    rows = {
        name: [round(one.distance, 3), round(one.shared_range, 3), round(one.shift, 3)] for name, one in table.items()
    }
    kept = [name for name, one in table.items() if one.kept and not is_trend(name)]
    return {
        "rule": {"ksAtMost": LARGEST_DISTANCE, "sharedRangeAtLeast": LEAST_SHARED_RANGE, "shiftAtMost": LARGEST_SHIFT},
        "columns": ["ks", "sharedRange", "shift"],
        "kept": {name: rows[name] for name in kept},
        "dropped": {name: row for name, row in rows.items() if name not in kept and not is_trend(name)},
        "trends": {name: row for name, row in rows.items() if is_trend(name)},
    }


def shipped_figures(rater: Rater, material: Material) -> dict:
    """The rater on DEAM out of fold and zero-shot on the clips, before and after the spread is matched."""
    songs, rating = material.songs, rater.rate(material.test.features)
    own = rater.held_out
    return {
        "features": len(rater.names),
        "deamR2": by_axis(r_squared(songs.emotion, own)),
        "deamR2Matched": by_axis(r_squared(songs.emotion, rater.spread_map(own))),
        "deamOutOfFold": spread_figures(own),
        "spreadMap": {name: by_axis(getattr(rater.spread_map, name)) for name in ("centre", "factor", "middle")},
        "zeroShot": sign_figures(rating.emotion, material.test.clips),
        "clips": spread_figures(rating.emotion),
        "clipsMatched": spread_figures(rating.spread),
        "meanDeviation": by_axis(rating.deviation.mean(axis=0)),
        "clipLabels": spread_figures(material.test.clips.emotion),
    }


def mel_figures(rater: Rater, features: FeatureSet, material: Material, folds: int) -> dict:
    """openSMILE's features and the rater's answers predicted from the log-mel, by artist; both zero-shot."""
    clips, ratings = material.test.clips, rater.rate(material.test.features).emotion
    to_features = MelSongs(material.mel, features.tested, clips.artists)
    predicted = predicted_from_mel(to_features, folds)
    direct = predicted_from_mel(MelSongs(material.mel, ratings, clips.artists), folds)
    rows = per_feature_r(to_features, predicted, features.names)
    return {
        "featureR": rows,
        "medianFeatureR": round(float(np.median(list(rows.values()))), 4),
        "throughFeatures": sign_figures(rater.model.predict(predicted), clips),
        "direct": sign_figures(direct, clips),
        "directR2OfRatings": by_axis(r_squared(ratings, direct)),
    }
