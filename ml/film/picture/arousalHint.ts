/** What of a film a guess at its arousal is made of. */
export interface HintQuestion {
  /** The first frame of each shot but the first, ascending. */
  cuts: readonly number[];
  /** How much moves into each frame, 0..1. */
  motion: ArrayLike<number>;
  /** Frames a second. */
  rateHz: number;
  /** How loud the film's sound is in each step of half a second, in dB; null for a film without sound. */
  loudness: ArrayLike<number> | null;
}

/** Seconds from one value of a hint to the next. */
export const hintHopSeconds = 0.5;

/** Cuts a few seconds apart are felt together; motion and loudness at once, but not each frame alone. */
const cutSpreadSeconds = 5;
const spreadSeconds = 2;
/** One deviation from the film's mean goes this far into the range. */
const gain = 0.4;
/** Silence is no more exciting for being deeper. */
const quietestDecibels = -60;

/**
 * A guess at a film's arousal, from -1 to 1, each half second: how densely it is cut, how much moves, how loud it is, each
 * in deviations from the film's own mean, averaged, and smoothed. The three are those of Hanjalic and Xu 2005 ("Affective
 * video content representation and modeling"); their weights are equal for want of knowledge, so that it compares moments
 * of one film and never two films. It knows nothing of what is told.
 */
export function arousalHint({ cuts, motion, rateHz, loudness }: HintQuestion): Float32Array {
  const steps = Math.max(1, Math.ceil(motion.length / rateHz / hintHopSeconds));
  const stepOf = (frame: number) => Math.min(steps - 1, Math.floor(frame / rateHz / hintHopSeconds));
  const density = new Float64Array(steps);
  for (const cut of cuts) density[stepOf(cut)] += 1;
  const parts = [
    smoothed(density, cutSpreadSeconds),
    smoothed(meanMotion(motion, { steps, stepOf }), spreadSeconds),
    ...(loudness ? [smoothed(levels(loudness, steps), spreadSeconds)] : []),
  ].map(inDeviations);
  return Float32Array.from({ length: steps }, (_, step) => {
    const mean = parts.reduce((sum, part) => sum + part[step], 0) / parts.length;
    return Math.tanh(gain * mean * Math.sqrt(parts.length));
  });
}

function meanMotion(
  motion: ArrayLike<number>,
  { steps, stepOf }: { steps: number; stepOf: (frame: number) => number },
): Float64Array {
  const sums = new Float64Array(steps);
  const counts = new Float64Array(steps);
  for (let frame = 0; frame < motion.length; frame++) {
    sums[stepOf(frame)] += motion[frame];
    counts[stepOf(frame)] += 1;
  }
  return sums.map((sum, step) => sum / Math.max(1, counts[step]));
}

/** Loudness by steps of the film; its last level goes on where the sound ends before the picture. */
function levels(loudness: ArrayLike<number>, steps: number): Float64Array {
  const last = loudness.length - 1;
  return Float64Array.from({ length: steps }, (_, step) =>
    last < 0 ? 0 : Math.max(quietestDecibels, loudness[Math.min(step, last)]),
  );
}

/** By a Gaussian whose deviation is so many seconds; at its ends the mean of what there is. */
function smoothed(values: Float64Array, deviationSeconds: number): Float64Array {
  const deviation = deviationSeconds / hintHopSeconds;
  const reach = Math.ceil(3 * deviation);
  const weights = Float64Array.from({ length: reach + 1 }, (_, away) =>
    Math.exp(-0.5 * (away / deviation) ** 2),
  );
  return values.map((_, step) => {
    let [sum, weight] = [0, 0];
    for (let at = Math.max(0, step - reach); at <= Math.min(values.length - 1, step + reach); at++) {
      sum += weights[Math.abs(at - step)] * values[at];
      weight += weights[Math.abs(at - step)];
    }
    return sum / weight;
  });
}

/** Zero throughout where nothing varies. */
function inDeviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  return values.map((value) => (deviation > 1e-9 ? (value - mean) / deviation : 0));
}
