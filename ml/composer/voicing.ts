import type { Chord } from './harmony';

/** Pitches of a chord's tones within [low, high], rising. */
function tonesBetween(chord: Chord, tonicMidi: number, [low, high]: readonly [number, number]): number[] {
  const classes = new Set(chord.degrees.map((degree) => (tonicMidi + chord.scale[degree]) % 12));
  const tones: number[] = [];
  for (let midi = Math.ceil(low); midi <= high; midi++) if (classes.has(midi % 12)) tones.push(midi);
  return tones;
}

/** All ways to choose `count` of the tones in rising order. */
function choose(tones: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return tones.flatMap((tone, i) => choose(tones.slice(i + 1), count - 1).map((rest) => [tone, ...rest]));
}

/** What the ear holds against a voicing: clusters, gaps, missing or doubled tones. */
function roughness(voicing: readonly number[], toneCount: number): number {
  let cost = 0;
  for (let i = 1; i < voicing.length; i++) {
    const gap = voicing[i] - voicing[i - 1];
    if (gap === 1) cost += 6;
    if (gap === 2) cost += 1.5;
    if (gap > 9) cost += gap - 9;
  }
  const sounding = new Set(voicing.map((midi) => midi % 12)).size;
  return cost + 5 * (Math.min(toneCount, voicing.length) - sounding);
}

/** Semitones moved, voice by voice, with a charge for parallel fifths and octaves. */
function movement(voicing: readonly number[], previous: readonly number[]): number {
  let cost = 0;
  for (let i = 0; i < voicing.length; i++) {
    cost += Math.abs(voicing[i] - previous[i]);
    for (let j = 0; j < i; j++) {
      const interval = (voicing[i] - voicing[j]) % 12;
      const kept = interval === (previous[i] - previous[j]) % 12;
      if (kept && (interval === 0 || interval === 7) && voicing[i] !== previous[i]) cost += 3;
    }
  }
  return cost;
}

/** What a voicing is chosen for. */
interface VoicingAim {
  tonicMidi: number;
  /** Where the middle of the voicing should lie. */
  centreMidi: number;
  /** Number of voices. */
  count: number;
  /** The voicing before, if there was one of as many voices. */
  previous?: readonly number[];
}

/**
 * The smoothest way on: the voicing of the chord that moves its voices least from the one before while staying
 * near the middle aimed at, without clusters, missing tones or parallel fifths (Tymoczko 2011, A Geometry of Music,
 * minimal voice leading by exhaustive search). Rising MIDI pitches, at most `count`.
 */
export function voiceChord(chord: Chord, aim: VoicingAim): number[] {
  const range = [aim.centreMidi - 9, aim.centreMidi + 9] as const;
  const candidates = choose(tonesBetween(chord, aim.tonicMidi, range), aim.count);
  const previous = aim.previous?.length === aim.count ? aim.previous : undefined;
  let best = candidates[0];
  let lowestCost = Infinity;
  for (const voicing of candidates) {
    const middle = voicing.reduce((sum, midi) => sum + midi, 0) / voicing.length;
    const drift = Math.abs(middle - aim.centreMidi);
    const move = previous ? movement(voicing, previous) : 0;
    const cost = move + 0.8 * drift + 2 * roughness(voicing, chord.degrees.length);
    if (cost < lowestCost) [best, lowestCost] = [voicing, cost];
  }
  return best;
}
