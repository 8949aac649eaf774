"""What the bridge is made of and tested on, from files or synthetic."""

from argparse import Namespace
from dataclasses import dataclass, replace

import numpy as np

from bridge.audio_features import Excerpt, features_of_files
from bridge.comparison import Test
from bridge.deam import RatedSongs, load_rated_songs
from bridge.mel_bridge import mel_features_of_files
from bridge.piano_check import PieceWindows, piece_windows
from bridge.zero_shot import Clips
from data_sets import load_4q, load_vgmidi
from sound_files import cache_frames

PIANO_PIECES = 60
SEED = 0


@dataclass(frozen=True)
class Material:
    """songs: DEAM. keys, test: the clips of 4Q, their features and labels. mel [n, FEATURES]: the clips' log-mel
    features. pieces: windows of rendered piano pieces."""

    songs: RatedSongs
    keys: np.ndarray
    test: Test
    mel: np.ndarray
    pieces: list[PieceWindows]


def gather(arguments: Namespace) -> Material:
    """DEAM's tables, 4Q's clips and PIANO_PIECES pieces of VGMIDI drawn at random."""
    tracks = load_4q(arguments.data, arguments.audio)
    cache = arguments.cache / "bridge"
    features = features_of_files([Excerpt(t.key, t.source) for t in tracks], cache / "panda4q")
    frames = cache_frames({t.key: t.source for t in tracks}, arguments.cache / "mel" / "panda4q", arguments.processes)
    clips = Clips(np.array([t.point for t in tracks]), np.array([t.group for t in tracks]))
    pianos = load_vgmidi(arguments.data)
    drawn = np.random.default_rng(SEED).permutation(len(pianos))[:PIANO_PIECES]
    pieces = [piece_windows(pianos[at], cache / "vgmidi") for at in drawn]
    return Material(
        load_rated_songs(arguments.data),
        np.array([t.key for t in tracks]),
        Test(features, clips),
        mel_features_of_files([frames[t.key] for t in tracks]),
        [piece for piece in pieces if piece is not None],
    )


TINY_FEATURES = (
    "pcm_RMSenergy_sma_amean", "pcm_zcr_sma_amean", "pcm_fftMag_spectralFlux_sma_amean",
    "pcm_fftMag_mfcc_sma[1]_amean", "pcm_fftMag_mfcc_sma[1]_stddev", "audSpec_Rfilt_sma[0]_amean",
    "pcm_zcr_sma_de_amean",
)


def tiny_material() -> Material:
    """Synthetic songs whose features follow their emotion, with noise."""
    random = np.random.default_rng(SEED)
    mixing = random.normal(size=(2, len(TINY_FEATURES)))

    def songs(count: int) -> RatedSongs:
        emotion = np.clip(0.4 * random.normal(size=(count, 2)), -1, 1)
        values = np.exp(0.3 * (emotion @ mixing + 0.3 * random.normal(size=(count, len(TINY_FEATURES)))))
        artists = np.array([f"artist{number // 3}" for number in range(count)])
        return RatedSongs(
            dict(zip(TINY_FEATURES, values.T)), emotion, np.full((count, 2), 0.3), artists, np.arange(count) % 2 == 0
        )

    def piece(one: RatedSongs) -> PieceWindows:
        return PieceWindows(one.features, one.emotion)

    clips = songs(60)
    mel = np.array(list(clips.features.values())).T
    keys = np.array([f"clip{number}" for number in range(60)])
    rated = songs(150)
    rated = replace(rated, emotion=np.clip(rated.emotion + 0.1 * random.normal(size=(150, 2)), -1, 1))
    test = Test(clips.features, Clips(clips.emotion, clips.artists))
    return Material(rated, keys, test, mel, [piece(songs(6)) for _ in range(8)])
