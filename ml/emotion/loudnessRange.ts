import definition from '../audio/measure/rhythm.json';
import { quantile } from '../statistics/quantile';

const { shortTermHalfSeconds, rangeHalfSeconds, rangeDecibels } = definition;

/**
 * How far loudness ranges in the 20.5 s around every half second, in dB: from the 10th to the 95th percentile of the
 * level of 3.5 s, at most 20 (after EBU Tech 3342). Towards its ends the track goes on at the level of its first and its
 * last whole 3.5 s.
 *
 * @param loudness - summed in every half second
 * @param frames - in every half second
 * @param levelOf - the level of a mean loudness, dB
 */
export function loudnessRanges(
  loudness: Float64Array,
  frames: Float64Array,
  levelOf: (loudness: number) => number,
): Float64Array {
  const length = Math.min(shortTermHalfSeconds, loudness.length);
  const levels = Float64Array.from({ length: loudness.length - length + 1 }, (_, from) =>
    levelOf(sumOf(loudness, from, length) / sumOf(frames, from, length)),
  );
  const before = (length - 1) >> 1;
  const around = rangeHalfSeconds >> 1;
  const window = new Float64Array(2 * around + 1);
  return loudness.map((_, halfSecond) => {
    for (let i = 0; i < window.length; i++) {
      window[i] = levels[Math.max(0, Math.min(levels.length - 1, halfSecond - before - around + i))];
    }
    window.sort();
    return Math.min(rangeDecibels, quantile(window, 0.95) - quantile(window, 0.1));
  });
}

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i];
  return sum;
}
