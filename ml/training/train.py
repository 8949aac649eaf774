"""Train, judge and export the first emotion model.

    python ml/training/train.py --data ../shared/data --audio CLIPS_OF_4Q --out ml/models
    python ml/training/train.py --tiny --out DIR        # synthetic songs, under a minute, no data
"""

import argparse
import dataclasses
import json
import platform
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

import numpy as np

from data_sets import Track, load_4q, load_vgmidi
from emotion_model import Example, Settings, choose_alphas, example, fit, out_of_fold, set_means
from evaluate import by_axis, movement, report
from export_onnx import OPSET, check_export, export, reference
from front_end import load_front_end, log_mel
from mel_pool import FEATURES, all_window_features, half_second_sums
from sound_files import cache_frames
from tiny_songs import tiny_song, tiny_tracks

VERSION = "emotion-1"
TINY = Settings(window=5, label_lag=0, components=16, inner_folds=2, folds=3, home_set="tinyClips")
PACKAGES = ("numpy", "scipy", "scikit-learn", "onnx", "onnxruntime", "soundfile", "soxr", "pretty_midi")


def at_gain(frames: np.ndarray, gain_db: float, compression_gain: float) -> np.ndarray:
    """Log-mel frames as they would be had the track been recorded `gain_db` louder."""
    power = np.expm1(frames.astype(float) * np.log(10)) * 10 ** (gain_db / 10)
    return (np.log1p(power) / np.log(10)).astype(np.float32)


def example_of_file(task: tuple[Track, Path], window: int, gain_db: float = 0) -> Example:
    track, path = task
    front_end = load_front_end()
    frames = np.load(path)
    return example_of_frames(track, at_gain(frames, gain_db, front_end.compression_gain) if gain_db else frames, window)


def example_of_frames(track: Track, frames: np.ndarray, window: int) -> Example:
    sums = half_second_sums(frames, load_front_end())
    return example(track, sums, all_window_features(sums, window))


def gather(arguments: argparse.Namespace, settings: Settings) -> tuple[list[Example], list[Example]]:
    """All examples, and every tenth again as if recorded 6 dB louder."""
    tracks = load_4q(arguments.data, arguments.audio) + load_vgmidi(arguments.data)
    tasks = []
    for name in ("panda4q", "vgmidi"):
        own = {t.key: t for t in tracks if t.data_set == name}
        files = cache_frames({key: t.source for key, t in own.items()}, arguments.cache / name, arguments.processes)
        tasks += [(own[key], path) for key, path in files.items()]
    with ProcessPoolExecutor(arguments.processes) as pool:
        plain = list(pool.map(partial(example_of_file, window=settings.window), tasks, chunksize=8))
        louder = list(pool.map(partial(example_of_file, window=settings.window, gain_db=6), tasks[::10], chunksize=8))
    return plain, louder


def gather_tiny(settings: Settings) -> tuple[list[Example], list[Example]]:
    front_end = load_front_end()
    tracks = tiny_tracks(48, settings.seed)
    frames = [log_mel(tiny_song(*t.point, front_end.sample_rate_hz), front_end) for t in tracks]
    louder = [at_gain(f, 6, front_end.compression_gain) for f in frames[::10]]
    plain = [example_of_frames(t, f, settings.window) for t, f in zip(tracks, frames)]
    return plain, [example_of_frames(t, f, settings.window) for t, f in zip(tracks[::10], louder)]


def train(plain: list[Example], louder: list[Example], settings: Settings, out: Path) -> dict:
    """Cross-validate, fit on everything, export, check; returns the model's definition."""
    print(f"{len(plain)} tracks, {sum(len(e.windows) for e in plain)} half seconds; {settings.folds} folds", flush=True)
    figures, variance = report(plain, out_of_fold(plain, settings), settings)
    alphas = choose_alphas(plain, settings)
    model = fit(plain, settings)
    head = {"coefficients": model.coefficients(alphas), "offset": set_means(plain)[settings.home_set], **variance}
    graph = out / f"{VERSION}.onnx"
    export(model, head, graph)
    features = np.concatenate([e.windows[::16] for e in plain])
    figures["exportError"] = check_export(graph, reference(model, head, features.astype(float)), features)
    figures["louderBy6Decibels"] = gain_figures(model, head, plain[::10], louder)
    curves = next((s["curves"] for s in figures["sets"].values() if "curves" in s), None)
    return {
        "version": VERSION,
        "features": {"kind": "pooled-log-mel", "count": FEATURES},
        "embeddingSize": settings.components,
        "windowHalfSeconds": settings.window,
        "movement": movement(curves),
        "opset": OPSET,
        "alphas": by_axis(alphas),
        "offset": by_axis(head["offset"]),
        "settings": dataclasses.asdict(settings),
        "figures": figures,
    }


def gain_figures(model, head: dict, plain: list[Example], louder: list[Example]) -> dict:
    """How far the points of the same tracks move when recorded 6 dB louder."""

    def point(e: Example) -> np.ndarray:
        return e.gate @ reference(model, head, e.windows.astype(float))["emotion"] / e.gate.sum()

    change = np.abs([point(a) - point(b) for a, b in zip(plain, louder)])
    return {"tracks": len(plain), "mean": by_axis(change.mean(axis=0)), "largest": by_axis(change.max(axis=0))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with panda4q/ and vgmidi/")
    parser.add_argument("--audio", type=Path, help="folder with the 900 mp3 of 4Q")
    parser.add_argument("--cache", type=Path, default=Path(".cache/mel"), help="where log-mel frames are kept (1.3 GB)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model and its JSON")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--tiny", action="store_true", help="train on synthetic songs instead")
    arguments = parser.parse_args()
    if not arguments.tiny and not (arguments.data and arguments.audio):
        parser.error("--data and --audio are needed (or --tiny)")
    settings = TINY if arguments.tiny else Settings()
    plain, louder = gather_tiny(settings) if arguments.tiny else gather(arguments, settings)
    arguments.out.mkdir(parents=True, exist_ok=True)
    definition = train(plain, louder, settings, arguments.out)
    source = "--tiny" if arguments.tiny else "--data DATA --audio CLIPS_OF_4Q"
    definition["command"] = f"python ml/training/train.py {source} --out ml/models"
    definition["packages"] = {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    (arguments.out / f"{VERSION}.json").write_text(json.dumps(definition, indent=2) + "\n")
    print(json.dumps(definition["figures"], indent=2))


if __name__ == "__main__":
    main()
