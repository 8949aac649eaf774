"""Dynamic emotion: the VAE-LSTM, its baselines and its successor, compared on VGMIDI by series.

Without --musicnn its rows are missing.
"""

import argparse
import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import torch

from dynamic.autoencoder import AutoencoderSettings
from dynamic.card import write_card
from dynamic.comparison import Setting, all_results, choose_lags, figures, plans, tests
from dynamic.gather import gather, work_folder
from dynamic.pieces import series_folds
from dynamic.predictions import write_predictions
from dynamic.ratings import ceiling, load_panels
from dynamic.recurrent import RecurrentSettings
from dynamic.shipped import ship
from dynamic.tiny import tiny_gather

VERSION = "dynamic-1"
PACKAGES = ("numpy", "onnx", "onnxruntime", "pretty_midi", "scikit-learn", "torch")


@dataclass(frozen=True)
class Settings:
    """splits: random halves of the raters. seeds: of the networks; their spread is reported."""

    splits: int = 200
    seeds: tuple[int, ...] = (1, 2)
    autoencoder: AutoencoderSettings = AutoencoderSettings()
    recurrent: RecurrentSettings = RecurrentSettings()


TINY = Settings(10, (1,), AutoencoderSettings(steps=6, batch=32), RecurrentSettings(hidden=8, epochs=1))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this family takes besides --data, --audio, --cache, --out and --tiny."""
    parser.add_argument("--pianos", type=int, default=1, help="renderings of each piece on other pianos, for training")
    parser.add_argument("--without", nargs="*", default=[], help="models to leave out, such as cnnLstm")
    parser.add_argument("--musicnn", type=Path, help="MSD_musicnn.onnx, for the rows of MusiCNN")


def run(arguments: argparse.Namespace) -> None:
    """Ceiling, models, tests; writes VERSION.json, .md, .onnx and .predictions.json to the folder --out."""
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    settings = TINY if arguments.tiny else Settings()
    pieces, encoder, reached, agreement = heard_and_rated(arguments, settings)
    folds = series_folds([p.group for p in pieces])
    lags, lag_choices = choose_lags(pieces, folds)
    print(f"lags in half seconds: {lags}", flush=True)
    work = None if arguments.tiny else work_folder(arguments)
    setting = Setting(pieces, folds, lags, settings.recurrent, settings.seeds, work, tuple(arguments.without))
    results = all_results(setting)
    ours = [name for name in ("vaeLstm", "embeddingSuccessor", "musicnnSuccessor") if name in results]
    record = {
        "version": VERSION,
        "settings": asdict(settings),
        "without": arguments.without,
        "otherPianos": 0 if arguments.tiny else arguments.pianos,
        "ceiling": agreement,
        "autoencoders": reached,
        "folds": [{"heldOut": sorted({pieces[i].group for i in f.held_out}), "pieces": len(f.held_out)} for f in folds],
        "lags": {"halfSeconds": lags, "unexplainedInside": lag_choices},
        "models": figures(results, [p.truth for p in pieces], agreement),
        "tests": tests(results, pieces, ours),
        "export": ship(setting, encoder, plans(setting)["vaeLstm"], arguments.out / f"{VERSION}.onnx"),
        **origin(arguments),
    }
    (arguments.out / f"{VERSION}.json").write_text(json.dumps(record, indent=2) + "\n")
    write_card(record, arguments.out / f"{VERSION}.md")
    curves = {name: results[name] for name in shown(results)}
    write_predictions(curves, pieces, arguments.out / f"{VERSION}.predictions.json")


def heard_and_rated(arguments: argparse.Namespace, settings: Settings) -> tuple:
    """Pieces with inputs, the VAE's encoder, how the autoencoders did, and the raters' agreement (printed first)."""
    if arguments.tiny:
        pieces, encoder, reached, panels = tiny_gather(settings.autoencoder, seed=1)
        return pieces, encoder, reached, ceiling(panels, settings.splits, seed=1)
    kept = arguments.cache / f"vgmidi-ceiling-{settings.splits}.json"
    if not kept.exists():
        panels = load_panels(arguments.data)
        kept.write_text(json.dumps(ceiling([panels[key] for key in sorted(panels)], settings.splits, seed=1)))
    agreement = json.loads(kept.read_text())
    print("raters:", json.dumps(agreement), flush=True)
    return *gather(arguments, settings.autoencoder), agreement


def shown(results: dict) -> list[str]:
    """The models whose curves the page shows: the rebuilt one, its successor, the static one."""
    successor = "embeddingSuccessor" if "embeddingSuccessor" in results else "musicnnSuccessor"
    return [name for name in ("vaeLstm", successor, "staticSlid") if name in results]


def origin(arguments: argparse.Namespace) -> dict:
    """The command and the versions that made the files."""
    data = f"--data DATA --audio CLIPS_OF_4Q --pianos {arguments.pianos}"
    data += " --musicnn MSD_musicnn.onnx" if arguments.musicnn else ""
    data += f" --without {' '.join(arguments.without)}" if arguments.without else ""
    return {
        "command": f"python ml/training/run.py dynamic {'--tiny' if arguments.tiny else data}",
        "packages": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
    }
