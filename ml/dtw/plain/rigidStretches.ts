import { type EmotionCurve } from '../../affect/emotionCurve';
import { slantedBand } from '../band';
import { type Importance } from '../importance';
import { type Layer, type Sequence } from '../sequence';
import { dtwCostTo } from './dtw';
import { runningSums, type RunningSums } from './runningSums';

/** What stretches as long as the query are compared with. */
export interface RigidQuery {
  query: Sequence;
  layers: readonly Layer[];
  importance: Importance;
  /** How far a pair may be from the straight line, as a part of the query. */
  band: number;
}

/** A coordinate of a stretch: (source - centre) * scale, where a shape's centre and scale are the stretch's own. */
interface Coordinate {
  source: Float32Array;
  scale: number;
  /** The least deviation of a shape. */
  floor: number;
  sums?: RunningSums;
}

/**
 * What the stretch from a point on costs: Infinity where it exceeds `cutoff`, and where the curve ends before it does.
 */
export type RigidCost = (start: number, cutoff?: number) => number;

/**
 * The costs of a curve's stretches that are as long as the query: dynamic time warping within the band, the costs of a
 * query point's pairs multiplied by its weight. The shape of a stretch is taken by its weighted mean and standard
 * deviation, so that what counts nothing moves neither.
 */
export function rigidCosts({
  query,
  layers,
  importance,
  band,
}: RigidQuery): (curve: EmotionCurve) => RigidCost {
  const { length, dimensions } = query;
  const costOf = dtwCostTo(query, importance.weights);
  const pairs = slantedBand(length, length, band);
  const values = new Float32Array(length * dimensions);
  return (curve) => {
    const coordinates = coordinatesOf(curve, layers);
    return (start, cutoff = Infinity) => {
      if (start < 0 || start + length > curve.valence.length) return Infinity;
      coordinates.forEach(({ source, scale, floor, sums }, d) => {
        const { centre, by } = sums
          ? normalise(sums, start, { importance, scale, floor })
          : { centre: 0, by: scale };
        for (let index = 0, at = d; index < length; index++, at += dimensions) {
          values[at] = (source[start + index] - centre) * by;
        }
      });
      return costOf({ values, dimensions, offset: 0, length }, pairs, { cutoff });
    };
  };
}

function coordinatesOf(curve: EmotionCurve, layers: readonly Layer[]): Coordinate[] {
  return layers.flatMap(({ kind, scales, floors }) =>
    [curve.valence, curve.arousal].map((source, side) => ({
      source,
      scale: scales[side],
      floor: floors[side],
      sums: kind === 'shape' ? runningSums(source) : undefined,
    })),
  );
}

function normalise(
  sums: RunningSums,
  start: number,
  { importance: { edges, total }, scale, floor }: { importance: Importance; scale: number; floor: number },
): { centre: number; by: number } {
  let value = 0;
  let square = 0;
  for (const { at, fall } of edges) {
    value += fall * sums.values[start + at];
    square += fall * sums.squares[start + at];
  }
  const centre = value / total;
  const variance = square / total - centre * centre;
  return { centre, by: scale / Math.max(Math.sqrt(Math.max(variance, 0)), floor) };
}
