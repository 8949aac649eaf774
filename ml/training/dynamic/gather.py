"""From the data folders to pieces with their inputs; what is dear is kept in the cache."""

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch

from data_sets import Track, load_4q, load_vgmidi
from dynamic.autoencoder import AutoencoderSettings, Encoder, pretrain
from dynamic.inputs import add_codes, add_embeddings, add_hand_made, add_windows, hand_made
from dynamic.musicnn import cache_musicnn
from dynamic.pianos import cache_pianos
from dynamic.pieces import Piece
from dynamic.windows import FrameStore
from emotion.sources import NETWORK, embedder, harmony_of
from harmony import pitch_classes
from sound_files import cache_frames, cache_measured, samples_of


def work_folder(arguments: argparse.Namespace) -> Path:
    """Where what was trained on these renderings is kept."""
    work = arguments.cache / f"dynamic-{arguments.pianos}"
    work.mkdir(parents=True, exist_ok=True)
    return work


def vgmidi_frames(tracks: list[Track], arguments: argparse.Namespace) -> list[dict[str, Path]]:
    """Files of frames of every rendering; the first, the one judged on, is FluidR3 as the MIDI asks (a grand piano).

    The others are as many as --pianos says, each piece on a piano and in a room drawn for it.
    """
    sources = {track.key: track.source for track in tracks}
    plain = cache_frames(sources, arguments.cache / "vgmidi", arguments.processes)
    others = [
        cache_pianos(sources, arguments.cache / f"vgmidi-pianos-{seed}", seed, arguments.processes)
        for seed in range(1, arguments.pianos + 1)
    ]
    return [plain, *others]


def gather_pieces(tracks: list[Track], renderings: list[dict[str, Path]], cache: Path) -> list[Piece]:
    """Rated pieces with mel windows and hand-made features; the latter are kept in `cache`."""
    pieces = []
    cache.mkdir(parents=True, exist_ok=True)
    for number, track in enumerate(tracks, start=1):
        frames = [np.load(files[track.key]) for files in renderings]
        piece = Piece(track.key, track.group, track.curve)
        add_windows(piece, frames)
        features = cache / f"{track.key}.npz"
        if not features.exists():
            np.savez(features, **hand_made(frames, len(track.curve)))
        add_hand_made(piece, np.load(features))
        pieces.append(piece)
        if number % 50 == 0:
            print(f"  inputs of {number} of {len(tracks)} pieces", flush=True)
    return pieces


def unlabelled_store(arguments: argparse.Namespace, renderings: list[dict[str, Path]]) -> FrameStore:
    """All sound without its labels: the clips of 4Q and every rendering of VGMIDI."""
    clips = {track.key: track.source for track in load_4q(arguments.data, arguments.audio)}
    files = [cache_frames(clips, arguments.cache / "panda4q", arguments.processes), *renderings]
    return FrameStore([np.load(path) for part in files for path in part.values()])


def pretrained(
    store: FrameStore, settings: AutoencoderSettings, cache: Path, *, variational: bool
) -> tuple[Encoder, dict]:
    """The encoder of the (variational) autoencoder, trained or from the cache."""
    path = cache / f"{'vae' if variational else 'ae'}-{settings.steps}-{settings.seed}.pt"
    if not path.exists():
        print(f"pretraining {path.stem}", flush=True)
        encoder, reached = pretrain(store, settings, variational)
        torch.save({"state": encoder.state_dict(), "reached": reached}, path)
    kept = torch.load(path)
    encoder = Encoder(settings.latent, settings.channels)
    encoder.load_state_dict(kept["state"])
    return encoder.eval(), kept["reached"]


def cache_profile_rows(
    tracks: list[Track], frames: dict[str, Path], arguments: argparse.Namespace
) -> dict[str, Path]:
    """What the shipped profile reads of every half second, embedding and harmony, [halfSeconds, 216], as files."""
    readers = {track.key: partial(samples_of, track.source) for track in tracks}
    classes = cache_measured(readers, pitch_classes, arguments.cache / "vgmidi-pitch-classes", arguments.processes)
    cache = arguments.cache / "vgmidi-rows"
    cache.mkdir(parents=True, exist_ok=True)
    embed = embedder(arguments.out / NETWORK)
    for key, path in frames.items():
        if not (cache / f"{key}.npy").exists():
            embedding, _ = embed(np.load(path))
            np.save(cache / f"{key}.npy", np.hstack([embedding, harmony_of(classes[key], len(embedding))]))
    return {key: cache / f"{key}.npy" for key in frames}


def gather(arguments: argparse.Namespace, settings: AutoencoderSettings) -> tuple[list[Piece], Encoder, dict]:
    """All pieces with all inputs there are, the VAE's encoder, and how the autoencoders did."""
    work = work_folder(arguments)
    tracks = load_vgmidi(arguments.data)
    renderings = vgmidi_frames(tracks, arguments)
    pieces = gather_pieces(tracks, renderings, work / "hand-made")
    store = unlabelled_store(arguments, renderings)
    encoder, reached = pretrained(store, settings, work, variational=True)
    plain_encoder, plain_reached = pretrained(store, settings, work, variational=False)
    del store
    add_codes(pieces, encoder, "vaeCodes", seed=1)
    add_codes(pieces, plain_encoder, "aeCodes", seed=1)
    lengths = {p.key: len(p.truth) for p in pieces}
    if arguments.musicnn:
        files = cache_musicnn(renderings[0], lengths, arguments.musicnn, arguments.cache / "vgmidi-musicnn")
        for piece in pieces:
            add_embeddings(piece, files[piece.key], "musicnn")
    files = cache_profile_rows(tracks, renderings[0], arguments)
    for piece in pieces:
        add_embeddings(piece, files[piece.key], "embedding")
    return pieces, encoder, {"vae": reached, "ae": plain_reached}
