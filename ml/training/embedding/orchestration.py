"""MIDI piano pieces played by other instruments, sound fonts and rooms, so that a network hears more than pianos."""

import random
import subprocess
from pathlib import Path

import pretty_midi

SOUND_FONTS = (
    "/usr/share/sounds/sf2/FluidR3_GM.sf2",
    "/usr/share/sounds/sf2/TimGM6mb.sf2",
    "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
    "/usr/share/sounds/sf2/OPL-3_FM_128M.sf2",
)
"""Debian: fluid-soundfont-gm, timgm6mb-soundfont, musescore-general-soundfont-small, opl3-soundfont."""

FONT_WEIGHTS = (4, 2, 4, 1)

ENSEMBLES = {
    # General MIDI programs, from 0: below C3, the middle, from C5 on.
    "piano": ((0, 1, 2), (0, 1, 2), (0, 1, 2)),
    "strings": ((43, 42), (48, 49, 44), (40, 73, 68)),
    "orchestra": ((43, 58, 70), (48, 60, 71), (56, 73, 40, 11)),
    "rock": ((33, 34), (29, 30, 27), (30, 29, 18)),
    "jazz": ((32,), (26, 0, 4), (66, 65, 11, 56)),
    "electronic": ((38, 39), (81, 90, 94), (80, 87, 98)),
    "folk": ((32, 24), (24, 25, 46), (22, 73, 105, 40)),
    "choir": ((43, 19), (52, 91, 19), (53, 54, 73)),
}


def render_orchestrated(midi_path: Path, seconds: float, seed: int, folder: Path) -> Path:
    """Render the first `seconds` of a piece; ensemble, sound font, room, tempo and key shift follow from `seed`.

    Half of all pieces stay a piano. Returns the WAV file (44.1 kHz) in `folder`.
    """
    choice = random.Random(seed)
    ensemble = "piano" if choice.random() < 0.5 else choice.choice(sorted(ENSEMBLES))
    arranged = arrange(pretty_midi.PrettyMIDI(str(midi_path)), ensemble, seconds, choice)
    arranged.write(str(folder / "piece.mid"))
    font = choice.choices(SOUND_FONTS, FONT_WEIGHTS)[0]
    room = [
        "-o",
        f"synth.reverb.room-size={choice.uniform(0.1, 1):.2f}",
        "-o",
        f"synth.reverb.level={choice.uniform(0, 0.9):.2f}",
    ]
    wave = folder / "piece.wav"
    command = [
        "fluidsynth",
        "-ni",
        "-q",
        "-g",
        "0.6",
        "-r",
        "44100",
        "-o",
        "synth.dynamic-sample-loading=1",
        *room,
        "-F",
        str(wave),
        font,
        str(folder / "piece.mid"),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return wave


def arrange(
    piece: pretty_midi.PrettyMIDI, ensemble: str, seconds: float, choice: random.Random
) -> pretty_midi.PrettyMIDI:
    """The notes of the first `seconds`, dealt by pitch to three instruments, slowed or hurried and shifted a little."""
    stretch, shift = choice.uniform(0.85, 1.18), choice.randint(-3, 3)
    parts = [pretty_midi.Instrument(choice.choice(programs)) for programs in ENSEMBLES[ensemble]]
    for instrument in piece.instruments:
        if instrument.is_drum:
            continue
        for note in instrument.notes:
            if note.start * stretch >= seconds:
                continue
            part = parts[0 if note.pitch < 48 else 1 if note.pitch < 72 else 2]
            end = min(note.end * stretch, seconds)
            part.notes.append(
                pretty_midi.Note(note.velocity, min(108, max(21, note.pitch + shift)), note.start * stretch, end)
            )
    arranged = pretty_midi.PrettyMIDI()
    arranged.instruments = [part for part in parts if part.notes]
    return arranged
