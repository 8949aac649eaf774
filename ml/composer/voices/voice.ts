import type { Note } from '../score';

/** Rate at which the demo music is made. */
export const sampleRateHz = 32_000;

/** An instrument: the sound of one note, mono, of the length it rings, about 1 at its loudest for velocity 1. */
export type Voice = (note: Note) => Float32Array;

/** Frequency of a note, equal temperament about A4 = 440 Hz (ISO 16). */
export const frequencyOf = ({ midi, detuneCents }: Pick<Note, 'midi' | 'detuneCents'>): number =>
  440 * 2 ** ((midi - 69 + detuneCents / 100) / 12);

/** Samples in a stretch of time. */
export const samplesIn = (seconds: number): number => Math.max(1, Math.round(seconds * sampleRateHz));

/** Factor by which a sound decays each sample if it falls by 60 dB in `seconds`. */
export const decayPerSample = (seconds: number): number => 10 ** (-3 / (seconds * sampleRateHz));

/** Coefficient of y += c (x - y), the one-pole low-pass with the given corner. */
export const onePole = (cornerHz: number): number => 1 - Math.exp((-2 * Math.PI * cornerHz) / sampleRateHz);

/** Shapes the last `seconds` of a sound down to exactly zero, so that cutting it there makes no click. */
export function taper(sound: Float32Array, seconds: number): Float32Array {
  const count = Math.min(sound.length, samplesIn(seconds));
  const from = sound.length - count;
  for (let i = 0; i < count; i++) {
    const left = 1 - (i + 1) / count;
    sound[from + i] *= left * left * (3 - 2 * left);
  }
  return sound;
}
