"""The pieces of every set, embedded by the exported network, and what is known of their emotion."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime

from data_sets import load_4q, load_vgmidi
from embedding.corpus import cache_corpus, midi_excerpts
from embedding.corpus import samples_of as samples_of_excerpt
from emotion.pieces import Piece, statistics
from front_end import load_front_end
from harmony import harmony, pitch_classes
from sound_files import cache_frames, cache_measured, samples_of

NETWORK = "embedding-1.onnx"
ALIGNED_FRAMES = 125
FRAMES_PER_HALF_SECOND = 31.25
PREFIX = "vgmidi-"
GAINS_DECIBELS = (-10, -6, 6, 10)
GAIN_STEP, GAIN_FRAMES = 5, 1875
"""Every fifth track is heard at other levels, its first 30 s."""

Embed = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]


def embedder(graph: Path) -> Embed:
    """From log-mel frames [n, 96] to embeddings [halfSeconds, 200] and presence [halfSeconds]; whole half seconds
    only."""
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

    Of the last, the rating of the piece is all that is used: raters heard a piano, and curves would be shifted by
    tempo.
    """
    pieces = []
    for name, tracks in (("panda4q", load_4q(data, audio)), ("vgmidi", load_vgmidi(data))):
        sources = {t.key: t.source for t in tracks}
        files = cache_frames(sources, cache / name)
        readers = {key: partial(samples_of, source) for key, source in sources.items()}
        classes = cache_measured(readers, pitch_classes, cache / f"{name}-pitch-classes")
        for number, track in enumerate(tracks):
            frames = np.load(files[track.key])
            embedding, presence = embed(frames)
            changes = gain_changes(frames, embed) if number % GAIN_STEP == 0 else np.empty((0, embedding.shape[1]))
            tonal = harmony_of(classes[track.key], len(embedding))
            group = f"{name}-{track.group}"
            pieces.append(Piece(track.key, name, group, embedding, presence, tonal, track.curve, changes))
    return pieces + ensembles({p.key: p for p in pieces if p.data_set == "vgmidi"}, data, cache, embed)


def gain_changes(frames: np.ndarray, embed: Embed) -> np.ndarray:
    """How a track's mean embedding changes where it is recorded louder or softer, [levels, 200]."""

    def mean_at(gain: float) -> np.ndarray:
        embedding, presence = embed(at_gain(frames[:GAIN_FRAMES], gain))
        return statistics(embedding, presence)[: embedding.shape[1]]

    return np.array([mean_at(gain) - mean_at(0) for gain in GAINS_DECIBELS])


def harmony_of(classes: Path, half_seconds: int) -> np.ndarray:
    """The harmony of a track's first half seconds, [halfSeconds, 16]; after the end of its sound nothing is heard."""
    heard = np.load(classes)[:half_seconds]
    return harmony(np.pad(heard, ((0, half_seconds - len(heard)), (0, 0))))


def at_gain(frames: np.ndarray, decibels: float) -> np.ndarray:
    """Log-mel frames as they would be had the track been recorded louder by so many decibels."""
    gain = load_front_end().compression_gain
    power = np.expm1(frames.astype(float) * np.log(10)) / gain * 10 ** (decibels / 10)
    return (np.log1p(power * gain) / np.log(10)).astype(np.float32)


def ensembles(played: dict[str, Piece], data: Path, cache: Path, embed: Embed) -> list[Piece]:
    """The renderings of VGMIDI that the embedding was distilled on, with the ratings of the pieces."""
    excerpts = {e.key: e for e in midi_excerpts(data) if e.key.startswith(PREFIX)}
    readers = {key: partial(samples_of_excerpt, excerpt) for key, excerpt in excerpts.items()}
    classes = cache_measured(readers, pitch_classes, cache / "ensembles-pitch-classes")
    found = []
    for key, path in cache_corpus(list(excerpts.values()), cache / "mel", 2).items():
        piece = played[key.removeprefix(PREFIX)]
        embedding, presence = embed(np.load(path))
        tonal = harmony_of(classes[key], len(embedding))
        found.append(Piece(key, "vgmidiEnsembles", piece.group, embedding, presence, tonal, piece.label[None]))
    return found
