import { type Dimension } from './dimension';
import { type EmotionCurve } from './emotionCurve';

/**
 * The least standard deviation that each dimension is divided by: what moves less than this keeps its small size
 * instead of being blown up until it looks like movement. At least `leastShapeFloor`.
 */
export type ShapeFloor = Readonly<Record<Dimension, number>>;

/**
 * No floor is lower, and it holds where nothing is known of a library's own movement (ml/dtw/search/libraryMovement.ts).
 * A panel's mean rating moves by 0.03 within a piece, one listener by 0.17.
 */
export const leastShapeFloor = 0.05;

/** The floor where nothing is known of a library's own movement. */
export const plainShapeFloor: ShapeFloor = { valence: leastShapeFloor, arousal: leastShapeFloor };

/** Where values lie: their mean and population standard deviation. */
export interface Spread {
  mean: number;
  deviation: number;
}

export function spreadOf(values: Float32Array): Spread {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** The same where each value counts by its weight; the weights are not negative, and not all 0. */
function weightedSpread(values: Float32Array, weights: Float64Array): Spread {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, index) => sum + weights[index] * value, 0) / total;
  const squares = values.reduce((sum, value, index) => sum + weights[index] * (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / total) };
}

/** (values - mean) / max(standard deviation, floor), mean and deviation weighted where there are weights. */
export function shapeOf(
  values: Float32Array,
  { floor = leastShapeFloor, weights }: { floor?: number; weights?: Float64Array } = {},
): Float32Array {
  const { mean, deviation } = weights ? weightedSpread(values, weights) : spreadOf(values);
  const scale = 1 / Math.max(deviation, floor);
  return values.map((value) => (value - mean) * scale);
}

/** The spread of both dimensions, each on its own; weighted where there are weights. */
export function curveSpread(curve: EmotionCurve, weights?: Float64Array): Record<Dimension, Spread> {
  const spread = (values: Float32Array) => (weights ? weightedSpread(values, weights) : spreadOf(values));
  return { valence: spread(curve.valence), arousal: spread(curve.arousal) };
}

/** The shape of both dimensions, each on its own and over its own floor; weighted where there are weights. */
export function curveShape(
  { valence, arousal }: EmotionCurve,
  { floor = plainShapeFloor, weights }: { floor?: ShapeFloor; weights?: Float64Array } = {},
): EmotionCurve {
  return {
    valence: shapeOf(valence, { floor: floor.valence, weights }),
    arousal: shapeOf(arousal, { floor: floor.arousal, weights }),
  };
}

/** Whether a drawing moves: in one dimension at least, its standard deviation (by weight) exceeds leastShapeFloor. */
export function moves(curve: EmotionCurve, weights?: Float64Array): boolean {
  return Object.values(curveSpread(curve, weights)).some(({ deviation }) => deviation > leastShapeFloor);
}
