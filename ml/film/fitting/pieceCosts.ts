import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { layersOf } from '../../dtw/sequence';
import type { Cue } from '../cue';

/** What a stretch of a track costs under a stretch of a cue: the cue's samples from one on, the track's seconds from one on. */
export type PieceCost = (fromSample: number, toSample: number, trackSeconds: number) => number;

/**
 * Costs of pieces as a search weighs them, unwarped, where the shape of the whole edit is taken to have the mean and the
 * standard deviation of `like`: a part of an edit can be judged only so. Any piece in constant time, by sums along the
 * diagonals of cue times track.
 */
export function pieceCosts(cue: Cue, curve: EmotionCurve, like: EmotionCurve): PieceCost {
  const { query, importance, comparison } = cue;
  const sources = layersOf(comparison).flatMap(({ kind, scales, floors }) =>
    (['valence', 'arousal'] as const).map((side, place) => {
      const { mean, deviation } = kind === 'shape' ? momentsOf(like[side], importance.weights) : still;
      const divisor = kind === 'shape' ? Math.max(deviation, floors[place]) : 1;
      return curve[side].map((value) => ((value - mean) / divisor) * scales[place]);
    }),
  );
  const [samples, track] = [query.length, curve.valence.length];
  const sums = new Float64Array((samples + 1) * (track + 1));
  for (let sample = 0; sample < samples; sample++) {
    for (let place = 0; place < track; place++) {
      let cost = 0;
      for (let d = 0; d < query.dimensions; d++)
        cost += (query.values[sample * query.dimensions + d] - sources[d][place]) ** 2;
      sums[(sample + 1) * (track + 1) + place + 1] =
        sums[sample * (track + 1) + place] + importance.weights[sample] * cost;
    }
  }
  return (fromSample, toSample, trackSeconds) => {
    const place = Math.max(0, Math.round(trackSeconds / curveHopSeconds));
    const last = place + toSample - fromSample;
    if (last > track) return Infinity;
    return sums[toSample * (track + 1) + last] - sums[fromSample * (track + 1) + place];
  };
}

/** Of a level, which is compared as it is. */
const still = { mean: 0, deviation: 1 };

/** Weighted, as the shape of a stretch is taken. */
function momentsOf(values: Float32Array, weights: Float64Array): { mean: number; deviation: number } {
  let [total, sum, squares] = [0, 0, 0];
  values.forEach((value, place) => {
    const weight = weights[place] ?? 1;
    total += weight;
    sum += weight * value;
    squares += weight * value * value;
  });
  const mean = sum / total;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / total - mean * mean)) };
}
