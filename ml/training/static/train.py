"""Compare the triplet network with its baselines, and export it over the project's embedding.

Without --embeddings, and before the emotion family has left them in the cache, the comparison is made on MediaEval
2013, DEAM and 4Q's stored MusiCNN rows, and nothing is exported.
"""

import argparse
import dataclasses
import json
import tempfile
from pathlib import Path

import torch

from packages import versions
from static.experiment import Experiment, Settings, run as run_experiment, tried
from static.experiments import experiments
from static.export import check_export, export, scikit_answers, solved_exactly
from static.labelled_songs import LabelledSongs, load_4q_embeddings
from static.methods import task
from static.published_protocol import published_protocol
from static.tables import plain_table, table
from static.tiny_set import tiny_set
from static.triplet_network import NetworkChoice
from static.triplet_regression import TripletChoices, fit_triplet_regression

VERSION = "triplet-1"
PUBLISHED = "published"
KEPT_EMBEDDINGS = "4q-embeddings.npz"
"""Written to the cache by the emotion family."""

TINY_NETWORKS = NetworkChoice(1e-2, 0, 0.0, 4), NetworkChoice(1e-2, 16, 0.2, 4)
TINY = Settings(folds=3, repeats=2, networks=TripletChoices(TINY_NETWORKS, stops=(2, 4)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this family takes besides --data, --cache, --out and --tiny."""
    parser.add_argument("--embeddings", type=Path, help="the project's embeddings of 4Q (.npz): songs, mean, deviation")
    parser.add_argument("--sets", nargs="+", help="compare on these alone, such as deam-74, 4q-own or published")


def run(arguments: argparse.Namespace) -> None:
    """Compare, export, and write VERSION.json (and VERSION.onnx) to the folder --out.

    Figures of sets that --sets leaves out are kept from the earlier VERSION.json, if it tried the same configurations.
    """
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    kept = arguments.cache / KEPT_EMBEDDINGS
    if arguments.embeddings is None and kept.exists() and not arguments.tiny:
        arguments.embeddings = kept
    settings = TINY if arguments.tiny else Settings()
    path = arguments.out / f"{VERSION}.json"
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) if arguments.tiny else arguments.cache / "static"
        record = with_earlier(path, description(settings), compare(arguments, settings, cache))
    songs = shipped_songs(arguments)
    if songs is not None:
        record["export"] = ship(songs, settings, arguments.out / f"{VERSION}.onnx")
    path.write_text(json.dumps(record, indent=2) + "\n")


def description(settings: Settings) -> dict:
    """Settings, everything that is chosen from, versions of packages; as JSON will have it."""
    plain = {name: value for name, value in dataclasses.asdict(settings).items() if name != "networks"}
    record = {"version": VERSION, "settings": plain, "tried": tried(settings), "packages": versions()}
    return json.loads(json.dumps(record))


def with_earlier(path: Path, record: dict, figures: dict) -> dict:
    """The record with its figures, and with those of an earlier record of the same configurations."""
    earlier = json.loads(path.read_text()) if path.exists() else {}
    if earlier.get("tried") != record["tried"]:
        earlier = {}
    kept = {"export": earlier["export"]} if "export" in earlier else {}
    return {**record, **kept, "experiments": earlier.get("experiments", {}) | figures}


def compare(arguments: argparse.Namespace, settings: Settings, cache: Path) -> dict:
    """The figures of every set by name; tables are printed as they come."""
    figures = {}
    for experiment in chosen_experiments(arguments, settings):
        if wanted(arguments, experiment.name):
            figures[experiment.name] = run_experiment(experiment, cache)
            print(table(experiment.name, figures[experiment.name]), flush=True)
    if not arguments.tiny and wanted(arguments, PUBLISHED):
        figures[PUBLISHED] = published_protocol(arguments.data, settings)
        for name, part in figures[PUBLISHED].items():
            print(plain_table(name, part["rows"]), flush=True)
    return figures


def wanted(arguments: argparse.Namespace, name: str) -> bool:
    return not arguments.sets or name in arguments.sets


def chosen_experiments(arguments: argparse.Namespace, settings: Settings) -> list[Experiment]:
    if arguments.tiny:
        return [Experiment("tiny", tiny_set(90, 200, settings.seed), settings, signs=True)]
    return experiments(arguments.data, arguments.embeddings, settings)


def shipped_songs(arguments: argparse.Namespace) -> LabelledSongs | None:
    if arguments.tiny:
        return tiny_set(90, 200, TINY.seed)
    return load_4q_embeddings(arguments.data, arguments.embeddings) if arguments.embeddings else None


def ship(songs: LabelledSongs, settings: Settings, path: Path) -> dict:
    """Fit on every song just as in a fold of the comparison, export, and check against scikit-learn."""
    job = task(songs, round(songs.features.shape[1] / settings.reduction), settings.seed, settings.networks)
    model, chosen, network = fit_triplet_regression(job.train, job.inner, job.outputs, (job.seed, job.networks))
    model = solved_exactly(model, songs, chosen)
    export(model, path)
    answers = scikit_answers(model, songs, chosen, songs.features)
    return {
        "songs": len(songs), "embeddingSize": songs.features.shape[1], "learnedSize": job.outputs,
        "network": dataclasses.asdict(network),
        "supportVectors": {axis: dataclasses.asdict(one) for axis, one in zip(("valence", "arousal"), chosen)},
        "storedRows": len(model.regression.rows),
        "differenceFromScikitLearn": check_export(path, answers, songs.features),
        "bytes": path.stat().st_size,
    }
