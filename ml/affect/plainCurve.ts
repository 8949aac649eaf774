import { type EmotionCurve } from './emotionCurve';

/** Places told of valence, arousal and their deviations; storage has steps of 0.00003. */
const places = 1e5;

/** A value of a curve as text tells it: to five places. */
export const roundAffect = (value: number): number => Math.round(value * places) / places;

/** A curve's series as plain numbers to five places, for JSON. */
export function plainCurve<Curve extends EmotionCurve>(curve: Curve): Record<keyof Curve, number[]> {
  const series = Object.entries(curve) as [string, Float32Array][];
  return Object.fromEntries(
    series.map(([name, values]) => [name, Array.from(values, roundAffect)]),
  ) as Record<keyof Curve, number[]>;
}
