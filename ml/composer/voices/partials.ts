import { sampleRateHz } from './voice';

/** A decaying sine: a ratio to the fundamental, an amplitude, and the time in which it falls by 60 dB. */
export interface Partial {
  ratio: number;
  amplitude: number;
  seconds: number;
}

/**
 * Adds decaying sines to `sound`, each by the two-pole recurrence y[n] = 2 r cos(w) y[n-1] - r^2 y[n-2], which
 * needs no sine per sample. Partials above 0.45 of the sampling rate are left out.
 */
export function addPartials(sound: Float32Array, frequencyHz: number, partials: readonly Partial[]): void {
  for (const { ratio, amplitude, seconds } of partials) {
    const turn = (2 * Math.PI * ratio * frequencyHz) / sampleRateHz;
    if (turn > 0.9 * Math.PI) continue;
    const radius = 10 ** (-3 / (seconds * sampleRateHz));
    const first = 2 * radius * Math.cos(turn);
    const second = radius * radius;
    const count = Math.min(sound.length, Math.round(1.4 * seconds * sampleRateHz));
    let before = 0;
    let now = amplitude * Math.sin(turn) * radius;
    for (let i = 1; i < count; i++) {
      sound[i] += now;
      const next = first * now - second * before;
      before = now;
      now = next;
    }
  }
}
