import { spreadOf } from '@/ml/affect/shape';
import { correlation } from '@/ml/statistics/correlation';

/** Below this standard deviation a series is still, and correlating with it would only weigh its noise. */
const stillness = 0.02;

/**
 * Pearson's correlation of two series over the part both have, in [-1, 1]; null where either hardly moves,
 * because r says nothing then.
 */
export function correlationOf(one: Float32Array, other: Float32Array): number | null {
  const count = Math.min(one.length, other.length);
  const shared = [one.subarray(0, count), other.subarray(0, count)] as const;
  const moving = shared.every((series) => spreadOf(series).deviation >= stillness);
  return moving ? correlation(...shared) : null;
}
