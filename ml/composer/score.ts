/** The instruments of the ensemble. */
export type VoiceName =
  | 'pluckedString'
  | 'bell'
  | 'mallet'
  | 'keys'
  | 'flute'
  | 'bowedString'
  | 'pad'
  | 'bass'
  | 'kick'
  | 'snare'
  | 'lowDrum'
  | 'hat'
  | 'shaker'
  | 'cymbal';

/** One note of a score. */
export interface Note {
  voice: VoiceName;
  startSeconds: number;
  /** Time the note is held; what rings on afterwards is the voice's own affair. */
  durationSeconds: number;
  /** MIDI note number (69 is 440 Hz); drums take it as a tuning about their own pitch, 60. */
  midi: number;
  /** Loudness of the stroke, 0 to 1. */
  velocity: number;
  /** Share of high partials, 0 to 1. */
  brightness: number;
  /** Place between left (-1) and right (1). */
  pan: number;
  /** Mistuning on purpose, for the width of ensembles. */
  detuneCents: number;
  /** Time a sustained voice takes to speak. */
  attackSeconds: number;
  /** Depth of vibrato in sustained voices. */
  vibratoCents: number;
}

/** A piece written out, with the room and the level it is to be heard at. */
export interface Score {
  durationSeconds: number;
  notes: Note[];
  /** Time in which the room's sound falls by 60 dB. */
  reverberationSeconds: number;
  /** Share of the room in the sound, 0 to 1. */
  reverberationLevel: number;
  /** Level of the whole, root mean square relative to full scale. */
  levelDb: number;
}

/** Lowest and highest MIDI note each instrument plays. */
export const voiceRanges: Record<VoiceName, readonly [number, number]> = {
  pluckedString: [40, 91],
  bell: [55, 96],
  mallet: [48, 93],
  keys: [40, 93],
  flute: [58, 91],
  bowedString: [43, 88],
  pad: [40, 84],
  bass: [28, 52],
  kick: [60, 60],
  snare: [60, 60],
  lowDrum: [53, 67],
  hat: [60, 60],
  shaker: [60, 60],
  cymbal: [60, 60],
};

/** The pitch moved by whole octaves into the range of the voice. */
export function intoRange(midi: number, voice: VoiceName): number {
  const [low, high] = voiceRanges[voice];
  if (midi < low) return midi + 12 * Math.ceil((low - midi) / 12);
  if (midi > high) return midi - 12 * Math.ceil((midi - high) / 12);
  return midi;
}
