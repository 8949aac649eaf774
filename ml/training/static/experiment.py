"""One set of songs through repeated folds with every method; each fold's result is kept, and not made twice."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from static.figures import agreement, paired_difference, signs
from static.folds import fold_numbers
from static.kernel_regression import COSTS, EPSILON, RIDGES, WIDTHS
from static.labelled_songs import LabelledSongs
from static.methods import COMPONENTS, FULL, INNER_FOLDS, REDUCED, task
from static.triplet_network import MARGIN
from static.triplet_regression import JUDGE, TripletChoices
from static.triplets import FAR, NEAR

OURS = "TNN + SVR"


@dataclass(frozen=True)
class Settings:
    """folds: outer folds. repeats: how often songs are dealt out anew. reduction: features for one learned number."""

    folds: int = 10
    repeats: int = 3
    seed: int = 1
    reduction: int = 10
    networks: TripletChoices = TripletChoices()


@dataclass(frozen=True)
class Experiment:
    """name: of the set and its features. methods: FULL and REDUCED by outputs, or some of them."""

    name: str
    songs: LabelledSongs
    settings: Settings
    signs: bool = False
    only: tuple[str, ...] = ()

    def rows(self) -> Iterable[tuple[str, int, str]]:
        """Every (row name, outputs, method name)."""
        features = self.songs.features.shape[1]
        for outputs, methods in ((features, FULL), (round(features / self.settings.reduction), REDUCED)):
            for method in methods:
                row = f"{method} at {outputs}"
                if not self.only or row in self.only:
                    yield row, outputs, method


def tried(settings: Settings) -> dict:
    """Every configuration the inner fold chooses from."""
    return {
        "kernelWidths": WIDTHS, "supportVectorCosts": COSTS, "supportVectorEpsilon": EPSILON, "ridgePenalties": RIDGES,
        "plsComponents": COMPONENTS, "innerFolds": INNER_FOLDS, "innerFoldsUsed": 1, "near": NEAR, "far": FAR,
        "margin": MARGIN, "networkJudge": asdict(JUDGE), **asdict(settings.networks),
    }


def run(experiment: Experiment, cache: Path) -> dict:
    """Every row's figures, and what our method gains on every other row of the same number of outputs."""
    labels, settings = experiment.songs.labels, experiment.settings
    folds = np.array([
        fold_numbers(experiment.songs.groups, settings.folds, settings.seed + r) for r in range(settings.repeats)
    ])
    predicted: dict[str, np.ndarray] = {
        row: np.zeros((settings.repeats, *labels.shape)) for row, _, _ in experiment.rows()
    }
    chosen: dict[str, list] = {row: [] for row in predicted}
    for repeat in range(settings.repeats):
        for number in range(settings.folds):
            result = _fold(experiment, (repeat, number), folds[repeat] == number, cache)
            for row, answer in result.items():
                predicted[row][repeat, folds[repeat] == number] = answer["predicted"]
                chosen[row].append(answer["chosen"])
        print(f"{experiment.name}: repeat {repeat + 1} of {settings.repeats}", flush=True)
    return summary(experiment, folds, predicted, chosen)


def summary(experiment: Experiment, folds: np.ndarray, predicted: dict[str, np.ndarray], chosen: dict) -> dict:
    songs, rows = experiment.songs, {}
    outputs = {row: (count, method) for row, count, method in experiment.rows()}
    for row, answers in predicted.items():
        rows[row] = {**agreement(songs.labels, answers), "chosen": frequencies(chosen[row])}
        if experiment.signs:
            rows[row] |= signs(songs.labels, answers)
        ours = next((name for name, key in outputs.items() if key == (outputs[row][0], OURS)), row)
        if ours != row:
            rows[row]["tripletGain"] = paired_difference(songs.labels, folds, predicted[ours], answers)
    return {
        "songs": len(songs), "features": songs.features.shape[1], "groups": len(set(songs.groups)),
        "folds": experiment.settings.folds, "repeats": experiment.settings.repeats, "rows": rows,
    }


def frequencies(chosen: list[dict]) -> dict[str, dict[str, int]]:
    """How often the inner folds chose each value of each setting."""
    counts: dict[str, dict[str, int]] = {}
    for record in chosen:
        for name, value in _flat(record):
            counts.setdefault(name, {}).setdefault(str(value), 0)
            counts[name][str(value)] += 1
    return {name: dict(sorted(values.items())) for name, values in counts.items()}


def _flat(record: dict, prefix: str = "") -> Iterable[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _fold(experiment: Experiment, place: tuple[int, int], held_out: np.ndarray, cache: Path) -> dict:
    """Predictions of the held-out songs by every row, from the cache where it has them."""
    path = cache / f"{experiment.name}-{_digest(experiment)}" / f"{place[0]}-{place[1]}.json"
    done = json.loads(path.read_text()) if path.exists() else {}
    train, test = experiment.songs.at(~held_out), experiment.songs.at(held_out)
    seed = experiment.settings.seed + 1000 * place[0] + place[1]
    for row, outputs, method in experiment.rows():
        if row in done:
            continue
        methods = FULL if outputs == train.features.shape[1] else REDUCED
        fitted = methods[method](task(train, outputs, seed, experiment.settings.networks))
        done[row] = {"predicted": fitted.predict(test.features).round(6).tolist(), "chosen": fitted.chosen}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(done))
    return {row: done[row] for row, _, _ in experiment.rows()}


def _digest(experiment: Experiment) -> str:
    """Changes with the songs, their features and labels, and everything that is chosen from."""
    settings = experiment.settings
    configuration = {**tried(settings), "folds": settings.folds, "seed": settings.seed}
    bytes_in = experiment.songs.features.tobytes() + experiment.songs.labels.tobytes()
    return hashlib.sha256(json.dumps(configuration, sort_keys=True).encode() + bytes_in).hexdigest()[:12]
