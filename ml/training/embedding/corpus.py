"""The sound the embedding is distilled on: excerpts of real music and of MIDI played by many instruments.

Emotion labels play no part in it. The demo music is never among it.
"""

import csv
import hashlib
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr

from data_sets import load_vgmidi
from embedding.orchestration import render_orchestrated
from front_end import load_front_end, log_mel

SOUND_ENDINGS = {".ogg", ".mp3", ".opus", ".flac"}
FREE_MUSIC = """
0ad-data ardentryst asc-music btanks-data drascula-music enigma-data extremetuxracer-data flare-game freedink-data
freedroidrpg-data freeorion-data fretsonfire-songs-muldjord fretsonfire-songs-sectoid hedgewars-data hyperrogue-music
lincity-ng-data lugaru-data megaglest-data naev-data neverball-data nexuiz-music openarena-081-players openarena-data
planetblupi-music-ogg redeclipse-data singularity-music supertux-data supertuxkart-data trigger-rally-data ufoai-music
unknown-horizons warmux-data warzone2100-music wesnoth-1.16-music widelands-data xmoto-data zaz-data
""".split()
"""Debian packages (bookworm) whose sound files, unpacked, were the freely licensed music."""

LEAST_BYTES = 300_000
"""Smaller files are sound effects, not music."""

MIDI_SECONDS = 48
RATE_HZ = 44100


@dataclass(frozen=True)
class Excerpt:
    """A stretch of a file. group: excerpts of one group (artist, piece) lie on one side of the split."""

    key: str
    source: Path
    group: str
    start_seconds: float
    seconds: float
    kind: str


def excerpts(data: Path, audio: Path, music: Path | None) -> list[Excerpt]:
    """4Q whole, up to 90 s of every file of freely licensed music, and MIDI pieces."""
    found = [
        Excerpt(f"4q-{row['song']}", audio / f"{row['song']}.mp3", f"4q-{row['artist']}", 0, 32, "sound")
        for row in _rows(data)
    ]
    if music:
        paths = sorted(
            p for p in music.rglob("*") if p.suffix.lower() in SOUND_ENDINGS and p.stat().st_size > LEAST_BYTES
        )
        for path in paths:
            name = _name(path.relative_to(music))
            found.append(Excerpt(f"music-{name}", path, f"music-{path.stem.lower()}", 5, 90, "sound"))
    return found + midi_excerpts(data)


def midi_excerpts(data: Path) -> list[Excerpt]:
    """All of VGMIDI and MemoMusic, and one clip of every fourth song of EMOPIA."""
    found = [
        Excerpt(f"vgmidi-{t.key}", t.source, f"vgmidi-{t.group}", 0, MIDI_SECONDS, "midi") for t in load_vgmidi(data)
    ]
    for path in sorted((data / "memomusic").rglob("*.mid")):
        name = _name(path.relative_to(data))
        found.append(Excerpt(f"memomusic-{name}", path, f"memomusic-{name}", 0, MIDI_SECONDS, "midi"))
    songs = {path.stem.split("_", 1)[1].rsplit("_", 1)[0]: path for path in sorted((data / "emopia").rglob("*.mid"))}
    for song in sorted(songs)[::4]:
        found.append(Excerpt(f"emopia-{song}", songs[song], f"emopia-{song}", 0, MIDI_SECONDS, "midi"))
    return found


def _rows(data: Path) -> list[dict]:
    with open(data / "panda4q" / "index.csv", newline="") as file:
        return list(csv.DictReader(file))


def _name(path: Path) -> str:
    """A file's name in the cache: readable, and never the same for two files."""
    return f"{path.stem[:40]}-{hashlib.sha256(str(path).encode()).hexdigest()[:8]}".replace("/", "-")


def seed_of(key: str) -> int:
    """A seed that depends on the excerpt alone, so that its rendering never changes."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16)


def samples_of(excerpt: Excerpt) -> np.ndarray:
    """An excerpt at the front end's rate; MIDI is rendered."""
    if excerpt.kind == "midi":
        with tempfile.TemporaryDirectory() as folder:
            wave = render_orchestrated(excerpt.source, excerpt.seconds, seed_of(excerpt.key), Path(folder))
            samples = _decode(wave, 0, excerpt.seconds + 2)
    else:
        samples = _decode(excerpt.source, excerpt.start_seconds, excerpt.seconds)
    return soxr.resample(samples, RATE_HZ, load_front_end().sample_rate_hz)


def frames_of(excerpt: Excerpt) -> np.ndarray:
    """Log-mel frames of an excerpt, float16 [n, 96]."""
    return log_mel(samples_of(excerpt), load_front_end()).astype(np.float16)


def _decode(path: Path, start_seconds: float, seconds: float) -> np.ndarray:
    command = ["ffmpeg", "-v", "error", "-ss", str(start_seconds), "-t", str(seconds), "-i", str(path)]
    command += ["-vn", "-ac", "1", "-ar", str(RATE_HZ), "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.float32)


def _cache_one(task: tuple[Excerpt, Path]) -> str | None:
    excerpt, target = task
    try:
        frames = frames_of(excerpt)
    except (subprocess.CalledProcessError, EOFError, ValueError, KeyError, IndexError, OSError) as fault:
        return f"{excerpt.key}: {fault!r}"
    if len(frames) < 62 * 5:
        return f"{excerpt.key}: shorter than 5 s"
    partial = target.with_suffix(".partial.npy")
    np.save(partial, frames)
    partial.rename(target)
    return None


def cache_corpus(found: list[Excerpt], cache: Path, processes: int) -> dict[str, Path]:
    """Frames of every excerpt as .npy in `cache`; what cannot be read is left out and named."""
    cache.mkdir(parents=True, exist_ok=True)
    targets = {e.key: cache / f"{e.key}.npy" for e in found}
    missing = [(e, targets[e.key]) for e in found if not targets[e.key].exists()]
    print(f"{len(found)} excerpts, {len(missing)} to compute", flush=True)
    with ProcessPoolExecutor(processes) as pool:
        for done, fault in enumerate(pool.map(_cache_one, missing, chunksize=4), start=1):
            if fault:
                print(f"  left out: {fault}", flush=True)
            if done % 100 == 0:
                print(f"  {done} of {len(missing)}", flush=True)
    return {key: path for key, path in targets.items() if path.exists()}
