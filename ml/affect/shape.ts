import { type Dimension } from './dimension';
import { type EmotionCurve } from './emotionCurve';

/**
 * The least standard deviation a curve is divided by: a curve that moves less than this keeps its small size
 * instead of being blown up to noise. A panel's mean rating moves by 0.03 within a piece, one listener by 0.17.
 */
export const shapeFloor = 0.05;

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

/** (values - mean) / max(standard deviation, shapeFloor). */
export function shapeOf(values: Float32Array): Float32Array {
  const { mean, deviation } = spreadOf(values);
  const scale = 1 / Math.max(deviation, shapeFloor);
  return values.map((value) => (value - mean) * scale);
}

/** The spread of both dimensions, each on its own. */
export function curveSpread(curve: EmotionCurve): Record<Dimension, Spread> {
  return { valence: spreadOf(curve.valence), arousal: spreadOf(curve.arousal) };
}

/** The shape of both dimensions, each on its own. */
export function curveShape(curve: EmotionCurve): EmotionCurve {
  return { valence: shapeOf(curve.valence), arousal: shapeOf(curve.arousal) };
}

/** Whether a drawing moves: in one dimension at least, its standard deviation exceeds shapeFloor. */
export function moves(curve: EmotionCurve): boolean {
  return [curve.valence, curve.arousal].some((values) => spreadOf(values).deviation > shapeFloor);
}
