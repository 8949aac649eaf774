import type { Mode } from './emotionMapping';

/** Seven rising semitone offsets from the tonic, the first 0. */
export type Scale = readonly number[];

/** The diatonic modes as semitones above the tonic. */
const modeScales: Record<Mode, Scale> = {
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  ionian: [0, 2, 4, 5, 7, 9, 11],
};

/** The scale of a mode, with the seventh raised to a leading note where a minor dominant wants one. */
export function scaleOf(mode: Mode, raisedLeadingNote = false): Scale {
  const scale = modeScales[mode];
  return raisedLeadingNote ? [...scale.slice(0, 6), 11] : scale;
}

/** MIDI pitch of a scale step counted from the tonic at `tonicMidi`; steps may be negative or beyond the octave. */
export function stepToMidi(step: number, scale: Scale, tonicMidi: number): number {
  const octave = Math.floor(step / 7);
  return tonicMidi + 12 * octave + scale[step - 7 * octave];
}

/** The scale step at or nearest below a MIDI pitch. */
export function stepBelow(midi: number, scale: Scale, tonicMidi: number): number {
  const octave = Math.floor((midi - tonicMidi) / 12);
  const within = midi - tonicMidi - 12 * octave;
  return 7 * octave + scale.findLastIndex((offset) => offset <= within);
}
