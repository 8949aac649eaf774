"""The pieces of every set, embedded by the exported network, and what is known of their emotion."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime

from data_sets import load_4q, load_vgmidi
from embedding.corpus import cache_corpus, midi_excerpts
from emotion.pieces import Piece, statistics
from front_end import load_front_end
from sound_files import cache_frames

ALIGNED_FRAMES = 125
FRAMES_PER_HALF_SECOND = 31.25
PREFIX = "vgmidi-"
GAINS_DECIBELS = (-10, -6, 6, 10)
GAIN_STEP, GAIN_FRAMES = 5, 1875
"""Every fifth track is heard at other levels, its first 30 s."""

Embed = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]


def embedder(graph: Path) -> Embed:
    """From log-mel frames [n, 96] to embeddings [halfSeconds, 200] and presence [halfSeconds]; whole half seconds only."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    session = onnxruntime.InferenceSession(str(graph), options)

    def embed(frames: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        padded = np.pad(frames.astype(np.float32), ((0, -len(frames) % ALIGNED_FRAMES), (0, 0)))
        embedding, presence = session.run(["embedding", "presence"], {"mel": padded[None]})
        count = max(1, int(len(frames) / FRAMES_PER_HALF_SECOND))
        return embedding[0, :count], presence[0, :count]

    return embed


def gather(data: Path, audio: Path, cache: Path, embed: Embed) -> list[Piece]:
    """4Q with its tags, VGMIDI with its median rater, and VGMIDI again, played by other instruments and soundfonts.

    Of the last, the rating of the piece is all that is used: raters heard a piano, and curves would be shifted by tempo.
    """
    pieces = []
    for name, tracks in (("panda4q", load_4q(data, audio)), ("vgmidi", load_vgmidi(data))):
        files = cache_frames({t.key: t.source for t in tracks}, cache / name)
        for number, track in enumerate(tracks):
            frames = np.load(files[track.key])
            embedding, presence = embed(frames)
            changes = gain_changes(frames, embed) if number % GAIN_STEP == 0 else np.empty((0, 400))
            pieces.append(Piece(track.key, name, f"{name}-{track.group}", embedding, presence, track.curve, changes))
    return pieces + ensembles({p.key: p for p in pieces if p.data_set == "vgmidi"}, data, cache, embed)


def gain_changes(frames: np.ndarray, embed: Embed) -> np.ndarray:
    """How a track's statistics change where it is recorded louder or softer, [levels, 400]."""
    plain = statistics(*embed(frames[:GAIN_FRAMES]))
    return np.array([statistics(*embed(at_gain(frames[:GAIN_FRAMES], gain))) - plain for gain in GAINS_DECIBELS])


def at_gain(frames: np.ndarray, decibels: float) -> np.ndarray:
    """Log-mel frames as they would be had the track been recorded louder by so many decibels."""
    gain = load_front_end().compression_gain
    power = np.expm1(frames.astype(float) * np.log(10)) / gain * 10 ** (decibels / 10)
    return (np.log1p(power * gain) / np.log(10)).astype(np.float32)


def ensembles(played: dict[str, Piece], data: Path, cache: Path, embed: Embed) -> list[Piece]:
    """The renderings of VGMIDI that the embedding was distilled on, with the ratings of the pieces."""
    excerpts = {e.key: e for e in midi_excerpts(data) if e.key.startswith(PREFIX)}
    found = []
    for key, path in cache_corpus(list(excerpts.values()), cache / "mel", 2).items():
        piece = played[key.removeprefix(PREFIX)]
        embedding, presence = embed(np.load(path))
        found.append(Piece(key, "vgmidiEnsembles", piece.group, embedding, presence, piece.label[None]))
    return found
