"""What pretty_midi says of a synthetic MIDI file's tempo, for tempoMap.test.ts.

Run: pip install pretty_midi==0.2.11; python tempoMap.py > tempoMap.json
"""

import base64
import io
import json

import mido
import pretty_midi

TICKS_PER_QUARTER = 480
TEMPI = [(0, 600_000), (1000, 431_034), (1920, 431_034), (7777, 1_250_000), (7777, 250_000), (20_000, 333_333)]
QUARTERS = [0, 0.5, 2, 4, 8, 12, 16.2, 16.25, 20, 40, 44, 100]


def synthetic_file() -> bytes:
    """Tempo changes between other events, some with running status, one without a change, two on one tick."""
    file = mido.MidiFile(type=1, ticks_per_beat=TICKS_PER_QUARTER)
    events = [(tick, mido.MetaMessage("set_tempo", tempo=tempo)) for tick, tempo in TEMPI]
    events += [(0, mido.MetaMessage("time_signature", numerator=3, denominator=4))]
    events += [(tick, mido.Message("sysex", data=(1, 2, 3))) for tick in (10, 1500)]
    events += [(5000, mido.MetaMessage("text", text="x" * 200)), (0, mido.Message("program_change", program=3))]
    events += [(240 * k, mido.Message("note_on", note=60, velocity=64 if k % 2 == 0 else 0)) for k in range(8)]
    file.tracks.append(track_of(events))
    notes = [(240 * k, mido.Message("note_on", note=60 + k % 12, velocity=64 if k % 2 == 0 else 0)) for k in range(90)]
    file.tracks.append(track_of(notes))
    buffer = io.BytesIO()
    file.save(file=buffer)
    return buffer.getvalue()


def track_of(events: list) -> mido.MidiTrack:
    track, before = mido.MidiTrack(), 0
    for tick, message in sorted(events, key=lambda event: event[0]):
        track.append(message.copy(time=tick - before))
        before = tick
    return track


file = synthetic_file()
midi = pretty_midi.PrettyMIDI(io.BytesIO(file))
print(
    json.dumps(
        {
            "midiBase64": base64.b64encode(file).decode(),
            "quarters": QUARTERS,
            "seconds": [midi.tick_to_time(round(quarter * midi.resolution)) for quarter in QUARTERS],
        },
        indent=1,
    )
)
