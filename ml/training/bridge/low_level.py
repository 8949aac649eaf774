"""openSMILE's low-level descriptors of any audio, one row every 10 ms, as DEAM's were computed.

DEAM's features bear the names of the ComParE set of 2013. Its configuration is cut down to what does not need a pitch
(F0, voicing, jitter, shimmer and harmonics-to-noise: 6 of 65 descriptors, five sixths of the time) when it is used;
the other 59 stay equal to the last bit. openSMILE's licence is for research: it serves training and tests only.
"""

import re
import subprocess
import tempfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import opensmile

RATE_HZ = 44100
FRAMES_PER_SECOND = 100
USUAL_RMS = 0.0924
"""Median pcm_RMSenergy_sma_amean of DEAM."""
HIGHEST_PEAK = 0.98

CONFIGURATION = Path("is09-13") / "IS13_ComParE.conf"
DESCRIPTORS = Path("is09-13") / "IS13_ComParE_core.lld.conf.inc"
PITCH_COMPONENTS = (
    "is13_win60", "is13_fft60", "is13_fftmp60", "is13_scale", "is13_shs", "is13_energy60", "is13_pitchSmoothViterbi",
    "is13_volmerge", "is13_pitchJitter", "is13_smoNz", "is13_f0sel", "is13_deNz", "is13_def0sel",
)
BUFFERS = r"\{\cm[bufferModeConf]}"
BUFFERS_BY_DEFAULT = r"\{\cm[bufferModeConf{../shared/BufferMode.conf.inc}:buffers before the functionals]}"


def decode_for_bridge(path: Path, start: float = 0, seconds: float | None = None) -> np.ndarray:
    """A sound file as mono float32 samples at RATE_HZ (channels averaged), from `start` on; by ffmpeg."""
    span = ["-ss", str(start)] + ([] if seconds is None else ["-t", str(seconds)])
    command = ["ffmpeg", "-v", "error", *span, "-i", str(path), "-ac", "1", "-ar", str(RATE_HZ), "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout, np.float32)


def low_level(samples: np.ndarray) -> np.ndarray:
    """Descriptors of mono samples at RATE_HZ, float32 [frames, 59], columns as in `descriptor_names`.

    The level is set first: to USUAL_RMS, or below where a peak would pass HIGHEST_PEAK, for openSMILE takes 16 bits
    and distorts samples beyond 1, which decoded MP3 often has.
    """
    peak, rms = np.abs(samples).max(), np.sqrt(np.mean(samples.astype(float) ** 2))
    gain = min(USUAL_RMS / max(rms, 1e-6), HIGHEST_PEAK / max(peak, 1e-6))
    table = _extractor().process_signal(samples * np.float32(gain), RATE_HZ)
    return table.to_numpy(np.float32)


@lru_cache
def descriptor_names() -> tuple[str, ...]:
    """Names of the columns of `low_level` as DEAM spells them."""
    return tuple(re.sub("^mfcc", "pcm_fftMag_mfcc", name) for name in _extractor().feature_names)


@lru_cache
def _extractor() -> "opensmile.Smile":
    import opensmile  # late, for only real audio needs it: a tiny run and the tests of the rest do without

    path = Path(_configuration().name) / "is09-13" / "bridge.conf"
    return opensmile.Smile(feature_set=str(path), feature_level="lld")


@lru_cache
def _configuration() -> tempfile.TemporaryDirectory:
    """The folder of the cut configuration, which is read at every extraction and so is kept until the process ends."""
    folder = tempfile.TemporaryDirectory()
    original = Path(find_spec("opensmile").origin).parent / "core" / "config"
    target = Path(folder.name) / "is09-13"
    target.mkdir()
    (Path(folder.name) / "shared").symlink_to(original / "shared")
    (target / "bridge.inc").write_text(without_pitch((original / DESCRIPTORS).read_text()))
    (target / "bridge.conf").write_text(without_functionals((original / CONFIGURATION).read_text()))
    return folder


def without_pitch(configuration: str) -> str:
    """The descriptors' configuration less the components that only the pitch needs."""
    for name in PITCH_COMPONENTS:
        configuration = re.sub(rf"instance\[{name}\].*\n", "", configuration)
        configuration = re.sub(rf"\[{name}:\w+\]\n(?:(?!\[|;;;).*\n)*", "", configuration)
    return configuration.replace(BUFFERS, BUFFERS_BY_DEFAULT, 1)


def without_functionals(configuration: str) -> str:
    """The main configuration with the descriptors of `without_pitch` alone."""
    configuration = configuration.replace(r"\{IS13_ComParE_core.func.conf.inc}", "")
    configuration = configuration.replace("IS13_ComParE_core.lld.conf.inc", "bridge.inc")
    configuration = re.sub(r"instance\[is13_funcconcat\].*\n", "", configuration)
    configuration = re.sub(r"\[is13_funcconcat:cVectorConcat\]\n(.+\n)+", "", configuration)
    return configuration.replace("is13_lld_nzsmo;", "").replace("is13_lld_nzsmo_de;", "")
