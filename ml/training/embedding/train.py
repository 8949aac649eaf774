"""Train the embedding: corpus, teacher, distillation, export.

python ml/training/run.py embedding --data ../shared/data --models ../shared/models --audio CLIPS_OF_4Q --music FOLDER
"""

import argparse
import dataclasses
import json
from pathlib import Path

import numpy as np
import torch

from embedding.corpus import cache_corpus, excerpts
from embedding.distil import Corpus, Settings, Track, distil, split
from embedding.export import check_export, export
from embedding.fidelity import fidelity
from embedding.targets import load_targets
from embedding.teacher import cache_teacher
from embedding.tiny import tiny_tracks
from packages import versions

NAME = "embedding-1"
TINY = Settings(batch=4, epochs=2, held_out=0.25)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--models", type=Path, help="folder with the MusiCNN graphs")
    parser.add_argument("--music", type=Path, help="folder of freely licensed music (may be left out)")
    parser.add_argument("--epochs", type=int, default=Settings.epochs)


def gather(arguments: argparse.Namespace, settings: Settings) -> tuple[list[Track], np.ndarray, set[str]]:
    """All tracks with their targets, the targets' weights and the keys that are held out."""
    found = {e.key: e for e in excerpts(arguments.data, arguments.audio, arguments.music)}
    frames = cache_corpus(list(found.values()), arguments.cache / "mel", arguments.processes)
    answers = cache_teacher(frames, arguments.cache / "teacher", arguments.models, arguments.processes)
    bare = [Track(key, found[key].group, np.load(frames[key]), np.empty(0)) for key in answers]
    training, held_out = split(bare, settings)
    targets, weights = load_targets(answers, {t.key for t in training})
    tracks = [dataclasses.replace(t, targets=targets[t.key]) for t in bare]
    return tracks, weights, {t.key for t in held_out}


def run(arguments: argparse.Namespace) -> None:
    settings = TINY if arguments.tiny else Settings(epochs=arguments.epochs)
    tracks, weights, left_out = tiny_tracks(settings) if arguments.tiny else gather(arguments, settings)
    training = [t for t in tracks if t.key not in left_out]
    held_out = [t for t in tracks if t.key in left_out]
    hours = sum(len(t.frames) for t in tracks) / 62.5 / 3600
    print(f"{len(training)} tracks to learn from, {len(held_out)} held out, {hours:.1f} h", flush=True)
    student, history = distil(Corpus(training, held_out, weights), settings)
    student.eval()
    graph = arguments.out / f"{NAME}.onnx"
    export(student.embedding, graph)
    record = {
        "version": NAME,
        "parameters": sum(p.numel() for p in student.embedding.parameters()),
        "bytes": graph.stat().st_size,
        "exportError": check_export(student.embedding, graph),
        "settings": dataclasses.asdict(settings),
        "corpus": corpus_record(tracks, left_out),
        "history": history,
        "fidelity": fidelity(student, held_out, weights),
        "packages": versions(),
    }
    (arguments.out / f"{NAME}.json").write_text(json.dumps(record, indent=2) + "\n")
    print(json.dumps({k: record[k] for k in ("bytes", "exportError", "fidelity")}, indent=2))


def corpus_record(tracks: list[Track], left_out: set[str]) -> dict:
    kinds = sorted({t.key.split("-")[0] for t in tracks})
    of = {kind: [t for t in tracks if t.key.startswith(f"{kind}-")] for kind in kinds}
    return {
        kind: {
            "tracks": len(own),
            "heldOut": sum(t.key in left_out for t in own),
            "hours": round(sum(len(t.frames) for t in own) / 62.5 / 3600, 2),
        }
        for kind, own in of.items()
    }
