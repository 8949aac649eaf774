"""From files to samples and what is measured of them: decoding, rendering of MIDI, and a cache."""

import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import soundfile
import soxr

from front_end import load_front_end, log_mel

SOUND_FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"


def decode(path: Path, sample_rate_hz: int) -> np.ndarray:
    """A sound file as mono float64 samples at the given rate (channels averaged, soxr's high quality)."""
    samples, rate_hz = soundfile.read(path, always_2d=True)
    return soxr.resample(samples.mean(axis=1), rate_hz, sample_rate_hz)


def render(midi_path: Path, sample_rate_hz: int) -> np.ndarray:
    """A MIDI file as mono samples, played by FluidSynth on the FluidR3 General MIDI sound font at 44.1 kHz."""
    with tempfile.TemporaryDirectory() as folder:
        wave = Path(folder) / "render.wav"
        command = ["fluidsynth", "-ni", "-q", "-g", "0.5", "-r", "44100", "-F", str(wave), SOUND_FONT, str(midi_path)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return decode(wave, sample_rate_hz)


def samples_of(source: Path) -> np.ndarray:
    """A sound file decoded, or a MIDI file rendered, at the front end's rate."""
    read = render if source.suffix == ".mid" else decode
    return read(source, load_front_end().sample_rate_hz)


def mel_frames(samples: np.ndarray) -> np.ndarray:
    """Log-mel frames of samples at the front end's rate, float32 [n, 96]."""
    return log_mel(samples, load_front_end())


def _cache_one(task: tuple[Callable[[], np.ndarray], Callable[[np.ndarray], np.ndarray], Path]) -> None:
    read, measure, target = task
    partial_file = target.with_suffix(".partial.npy")
    np.save(partial_file, measure(read()).astype(np.float32))
    partial_file.rename(target)


def cache_measured(
    readers: dict[str, Callable[[], np.ndarray]],
    measure: Callable[[np.ndarray], np.ndarray],
    cache: Path,
    processes: int = 2,
) -> dict[str, Path]:
    """What `measure` makes of every reader's samples (mel_frames, pitch_classes), as float32 .npy files in `cache`.

    Returns {key: path of the .npy}. Files already there are kept, so an interrupted run is taken up again. Readers and
    measure must be such as another process can be sent.
    """
    cache.mkdir(parents=True, exist_ok=True)
    targets = {key: cache / f"{key}.npy" for key in readers}
    missing = [(readers[key], measure, target) for key, target in targets.items() if not target.exists()]
    print(f"{len(readers) - len(missing)} of {len(readers)} tracks in {cache}, {len(missing)} to compute", flush=True)
    with ProcessPoolExecutor(processes) as pool:
        for done, _ in enumerate(pool.map(_cache_one, missing), start=1):
            if done % 50 == 0 or done == len(missing):
                print(f"  {done} of {len(missing)}", flush=True)
    return targets


def cache_frames(sources: dict[str, Path], cache: Path, processes: int = 2) -> dict[str, Path]:
    """Log-mel frames of every source (an audio file, or a .mid to render), cached."""
    readers = {key: partial(samples_of, path) for key, path in sources.items()}
    return cache_measured(readers, mel_frames, cache, processes)
