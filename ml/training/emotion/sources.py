"""The pieces of every set, embedded by the exported network, and what is known of their emotion."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime

from data_sets import load_4q, load_vgmidi
from embedding.corpus import cache_corpus, midi_excerpts
from emotion.pieces import Piece
from sound_files import cache_frames

ALIGNED_FRAMES = 125
FRAMES_PER_HALF_SECOND = 31.25
PREFIX = "vgmidi-"

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
        for track in tracks:
            embedding, presence = embed(np.load(files[track.key]))
            pieces.append(Piece(track.key, name, f"{name}-{track.group}", embedding, presence, track.curve))
    return pieces + ensembles({p.key: p for p in pieces if p.data_set == "vgmidi"}, data, cache, embed)


def ensembles(played: dict[str, Piece], data: Path, cache: Path, embed: Embed) -> list[Piece]:
    """The renderings of VGMIDI that the embedding was distilled on, with the ratings of the pieces."""
    excerpts = {e.key: e for e in midi_excerpts(data) if e.key.startswith(PREFIX)}
    found = []
    for key, path in cache_corpus(list(excerpts.values()), cache / "mel", 2).items():
        piece = played[key.removeprefix(PREFIX)]
        embedding, presence = embed(np.load(path))
        found.append(Piece(key, "vgmidiEnsembles", piece.group, embedding, presence, piece.label[None]))
    return found
