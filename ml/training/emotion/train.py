"""Train, judge and export the shipped profile on top of the embedding.

python ml/training/run.py emotion --data ../shared/data --audio CLIPS_OF_4Q
"""

import argparse
import dataclasses
import json
from collections import Counter
from pathlib import Path

import numpy as np

from bridge.deam import load_rated_songs
from emotion.choice import candidates, choose
from emotion.evaluation import (
    calibration,
    deviation_coefficients,
    figures,
    held_out,
    points_of,
    stretch_of,
    without_each_set,
)
from emotion.export import Head, check_export, export
from emotion.movement import WINDOWS, row_scale, moments
from emotion.movement_figures import LAG, curve_figures, definition, fitted, held_out_movement, movement_figures
from emotion.pieces import Piece, Scale
from emotion.point_model import PointModel
from emotion.quadrants import quadrant_figures
from emotion.sources import NETWORK, embedder, gather
from emotion.tiny import tiny_pieces
from packages import versions

VERSION = "emotion-3"
CURVE = 2
"""Of how the curve is drawn of point and movement (ml/emotion): another one has every track analysed again."""

CLIPS = "4q-embeddings.npz"
"""What the static family compares and exports on: songs [n], mean and deviation [n, 200]."""

FOLDS, SEEDS = 10, (1, 2, 3)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beside what all families take."""


def run(arguments: argparse.Namespace) -> None:
    folds, seeds = (3, (1,)) if arguments.tiny else (FOLDS, SEEDS)
    pieces, scale = tiny_pieces() if arguments.tiny else all_pieces(arguments)
    print({name: count for name, count in Counter(p.data_set for p in pieces).items()}, flush=True)
    runs = [held_out(pieces, folds, seed) for seed in seeds]
    stretch = stretch_of(runs[0])
    moving = [p for p in pieces if len(p.curve) > 1]
    movement, alphas = held_out_movement(moving, folds, seeds[0])
    moved = movement_figures(moving, movement)
    shown = points_of(runs[0])[[i for i, p in enumerate(pieces) if len(p.curve) > 1]]
    settings, tried = choose(pieces, seeds[0])
    head = Head(PointModel(pieces, settings), scale, stretch, deviation_coefficients(runs[0], stretch))
    graph = arguments.out / f"{VERSION}.onnx"
    export(head, graph)
    own_scale = row_scale(moving)
    coefficients, alpha = fitted(moving, [moments(p, own_scale, LAG) for p in moving], seeds[0])
    record = {
        "version": f"{VERSION}.{CURVE}",
        "network": NETWORK,
        "movement": definition(coefficients, own_scale, WINDOWS, moved),
        "settings": dataclasses.asdict(settings),
        "movementAlpha": alpha,
        "scale": {"mean": scale.mean.round(4).tolist(), "deviation": scale.deviation.round(4).tolist()},
        "stretch": stretch.round(4).tolist(),
        "figures": {
            "points": {str(seed): figures(answers, stretch) for seed, answers in zip(seeds, runs)},
            "calibration": calibration(runs[0], stretch, seeds[0]),
            "withoutEachSet": without_each_set(pieces, seeds[0]),
            "movement": {**moved, "alphas": alphas},
            "curves": curve_figures(moving, shown, movement),
            "quadrants": quadrant_figures(pieces, folds, seeds),
            "tried": {"candidates": len(candidates()), "innerErrors": tried},
            "exportError": check_export(head, graph, np.array([p.features for p in pieces])),
        },
        "packages": versions(),
    }
    (arguments.out / f"{VERSION}.json").write_text(json.dumps(record, indent=2) + "\n")
    print(json.dumps({k: v for k, v in record["figures"].items() if k != "tried"}, indent=2))


def all_pieces(arguments: argparse.Namespace) -> tuple[list[Piece], Scale]:
    """All pieces, and DEAM's scale: mean and spread of its mean ratings."""
    embed = embedder(arguments.out / NETWORK)
    pieces = gather(arguments.data, arguments.audio, arguments.cache, embed)
    keep_clips(pieces, arguments.cache / CLIPS)
    emotion = load_rated_songs(arguments.data).emotion
    return pieces, Scale(emotion.mean(axis=0), emotion.std(axis=0))


def keep_clips(pieces: list[Piece], path: Path) -> None:
    """The statistics of 4Q's clips, for the static family."""
    clips = [p for p in pieces if p.data_set == "panda4q"]
    mean, deviation = np.split(np.array([p.statistics for p in clips]), 2, axis=1)
    np.savez(path, songs=np.array([p.key for p in clips]), mean=mean, deviation=deviation)
