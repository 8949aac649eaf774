import { curveHopSeconds } from '../affect/curveHop';
import { type EmotionCurve } from '../affect/emotionCurve';
import { slantedBand } from '../dtw/band';
import { type RigidCost, rigidCosts } from '../dtw/plain/rigidStretches';
import { alignmentOf } from '../dtw/search/warpingPath';
import { type Span, worstFit } from '../dtw/search/worstFit';
import { layersOf, sequenceOf } from '../dtw/sequence';
import { type Cue } from './cue';

/** Where a cue is fitted worst, and how far apart cue and music are there (root mean square, unweighted). */
export interface WorstMoment extends Span {
  distance: number;
}

/** How a place of a track fits a cue. */
export interface CueFit {
  /** Root of the mean cost over the cue, each moment by what it counts. */
  distance: number;
  /** How far apart cue and music are at each sample of the cue. */
  error: number[];
  /** On the cue's own time, in seconds. */
  worst: WorstMoment;
}

/** The costs of a cue at each sample of a curve on which it may begin: number of cue samples * distance^2. */
export function cueCosts(cue: Cue, curve: EmotionCurve): RigidCost {
  const { query, importance, comparison, band } = cue;
  return rigidCosts({ query, layers: layersOf(comparison), importance, band })(curve);
}

/**
 * How a cue fits where it begins `startSeconds` into a track, anywhere between its samples too: they are interpolated.
 * Undefined where the cue would begin before the track or end behind its last sample.
 */
export function cueFitAt(cue: Cue, curve: EmotionCurve, startSeconds: number): CueFit | undefined {
  const { query, importance, comparison, band } = cue;
  const { length } = query;
  const stretch = stretchUnder(cue, curve, startSeconds);
  if (!stretch) return undefined;
  const { weights } = importance;
  const { distance, error } = alignmentOf(query, sequenceOf(stretch, comparison, weights), {
    band: slantedBand(length, length, band),
    weights,
  })!;
  return { distance, error, worst: worstMoment(error, weights) };
}

/** The worst moment of a fit, of those that count. */
export function worstMoment(error: readonly number[], weights: Float64Array): WorstMoment {
  const counted = error.map((value, index) => value * Math.sqrt(weights[index]));
  return withDistance(worstFit(counted, curveHopSeconds), error);
}

/** How far apart cue and music are within a moment. */
export function withDistance({ start, end }: Span, error: readonly number[]): WorstMoment {
  const within = error.slice(Math.round(start / curveHopSeconds), Math.round(end / curveHopSeconds));
  const mean = within.reduce((sum, value) => sum + value ** 2, 0) / within.length;
  return { start, end, distance: Math.sqrt(mean) };
}

/**
 * The part of a track's curve under a cue that begins `startSeconds` into the track, one sample for each of the cue's.
 * Undefined as in cueFitAt.
 */
export function stretchUnder(cue: Cue, curve: EmotionCurve, startSeconds: number): EmotionCurve | undefined {
  return stretchAt(curve, { from: startSeconds / curveHopSeconds, length: cue.query.length });
}

/** So many samples of a curve from a place between its samples on. */
function stretchAt(
  { valence, arousal }: EmotionCurve,
  { from, length }: { from: number; length: number },
): EmotionCurve | undefined {
  const first = Math.floor(from);
  const share = from - first;
  const last = first + length - (share > 0 ? 0 : 1);
  if (first < 0 || last >= valence.length) return undefined;
  const side = (values: Float32Array) =>
    Float32Array.from({ length }, (_, index) => {
      const value = values[first + index];
      return share > 0 ? value + (values[first + index + 1] - value) * share : value;
    });
  return { valence: side(valence), arousal: side(arousal) };
}
