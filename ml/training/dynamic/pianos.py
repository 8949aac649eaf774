"""Other pianos in other rooms: renderings of the same MIDI, so that no model learns one instrument by heart."""

import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np

from front_end import load_front_end, log_mel
from sound_files import SOUND_FONT, decode

TIM_GM = "/usr/share/sounds/sf2/TimGM6mb.sf2"
MUSE_SCORE = "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3"
DRUM_CHANNEL = 9
CHANNELS = 16

PIANOS = (
    (SOUND_FONT, 1), (SOUND_FONT, 2), (SOUND_FONT, 0), (TIM_GM, 0), (TIM_GM, 1), (TIM_GM, 2), (SOUND_FONT, 1),
    (TIM_GM, 0), (MUSE_SCORE, 0), (MUSE_SCORE, 1),
)
"""Sound font and General MIDI program (0 grand, 1 bright, 2 electric grand), each as likely as its place in the list is
frequent; the MuseScore font is dear to load."""


@dataclass(frozen=True)
class Piano:
    """A sound font's program in a room: FluidSynth's reverberation, room size, damping and level in 0..1."""

    sound_font: str
    program: int
    room_size: float
    damping: float
    level: float


def draw_piano(random: np.random.Generator) -> Piano:
    """A piano and its room, from nearly dry to a hall."""
    font, program = PIANOS[random.integers(len(PIANOS))]
    return Piano(font, program, random.uniform(0.1, 0.95), random.uniform(0, 0.7), random.uniform(0, 0.9))


def with_program(midi: mido.MidiFile, program: int) -> mido.MidiFile:
    """The same notes with every channel but the drums on one program."""
    for track in midi.tracks:
        waiting = 0
        kept = []
        for message in track:
            waiting += message.time
            if message.type != "program_change":
                kept.append(message.copy(time=waiting))
                waiting = 0
        track[:] = kept
    melodic = [c for c in range(CHANNELS) if c != DRUM_CHANNEL]
    midi.tracks[0][:0] = [mido.Message("program_change", channel=c, program=program, time=0) for c in melodic]
    return midi


def render_on(piano: Piano, midi_path: Path, sample_rate_hz: int) -> np.ndarray:
    """A MIDI file as mono samples, played by FluidSynth on the given piano in its room."""
    with tempfile.TemporaryDirectory() as folder:
        changed, wave = Path(folder) / "changed.mid", Path(folder) / "render.wav"
        with_program(mido.MidiFile(midi_path), piano.program).save(changed)
        settings = {"room-size": piano.room_size, "damp": piano.damping, "level": piano.level}
        options = [f"synth.reverb.{name}={value:.3f}" for name, value in settings.items()]
        command = ["fluidsynth", "-ni", "-q", "-g", "0.4", "-r", "44100", "-F", str(wave)]
        command += [word for option in options for word in ("-o", option)] + [piano.sound_font, str(changed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return decode(wave, sample_rate_hz)


def _cache_one(task: tuple[Piano, Path, Path]) -> None:
    piano, source, target = task
    front_end = load_front_end()
    frames = log_mel(render_on(piano, source, front_end.sample_rate_hz), front_end)
    partial = target.with_suffix(".partial.npy")
    np.save(partial, frames.astype(np.float16))
    partial.rename(target)


def cache_pianos(sources: dict[str, Path], cache: Path, seed: int, processes: int = 1) -> dict[str, Path]:
    """Log-mel frames of every MIDI file on a piano drawn for it, as float16 .npy files in `cache`.

    Returns {key: path of the .npy}. Files already there are kept. The draws depend on the seed and the order of
    the keys alone.
    """
    cache.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    tasks = [(draw_piano(random), sources[key], cache / f"{key}.npy") for key in sorted(sources)]
    missing = [task for task in tasks if not task[2].exists()]
    print(f"{len(tasks) - len(missing)} of {len(tasks)} renderings in {cache}, {len(missing)} to make", flush=True)
    with ProcessPoolExecutor(processes) as pool:
        for done, _ in enumerate(pool.map(_cache_one, missing), start=1):
            if done % 50 == 0 or done == len(missing):
                print(f"  {done} of {len(missing)}", flush=True)
    return {task[2].stem: task[2] for task in tasks}
