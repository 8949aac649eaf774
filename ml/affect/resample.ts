import { type KeyPoint } from './keyPoint';
import { type EmotionCurve } from './emotionCurve';

/**
 * The mean of `values` over each of `count` equal stretches of the whole, a sample at the edge of a stretch
 * weighted by how much of it lies inside. Where there are fewer samples than stretches, each stretch gets the
 * linear interpolation at its middle, held constant beyond the first and the last sample.
 */
export function segmentMeans(values: Float32Array, count: number): Float32Array {
  if (values.length === 0) throw new RangeError('invalid values: [] (at least one sample is needed)');
  const width = values.length / count;
  const mean = width < 1 ? interpolated : overlapMean;
  const means = new Float32Array(count);
  for (let segment = 0; segment < count; segment++) {
    means[segment] = mean(values, segment * width, (segment + 1) * width);
  }
  return means;
}

/** Mean of the piecewise-constant curve `values` over [from, to), in samples. */
function overlapMean(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = Math.floor(from); index < values.length && index < to; index++) {
    sum += values[index] * (Math.min(to, index + 1) - Math.max(from, index));
  }
  return sum / (to - from);
}

/** The curve through the samples' middles, at the middle of [from, to). */
function interpolated(values: Float32Array, from: number, to: number): number {
  const position = Math.min(Math.max((from + to) / 2 - 0.5, 0), values.length - 1);
  const left = Math.floor(position);
  const right = Math.min(left + 1, values.length - 1);
  return values[left] + (values[right] - values[left]) * (position - left);
}

/** Both dimensions of `curve` as `count` segment means. */
export function curveMeans(curve: EmotionCurve, count: number): EmotionCurve {
  return {
    valence: segmentMeans(curve.valence, count),
    arousal: segmentMeans(curve.arousal, count),
  };
}

/**
 * Drawn key points at ascending `times` (in the key points' unit): straight lines between them, held constant
 * before the first and after the last. Key points may come in any order; of several at one time the last given
 * rules from that time on.
 */
export function trajectoryAt(keyPoints: readonly KeyPoint[], times: Float64Array): EmotionCurve {
  const points = checkedKeyPoints(keyPoints);
  const valence = new Float32Array(times.length);
  const arousal = new Float32Array(times.length);
  let next = 0;
  times.forEach((time, index) => {
    while (next < points.length && points[next].t <= time) next++;
    const left = points[Math.max(next - 1, 0)];
    const right = points[Math.min(next, points.length - 1)];
    const share = right.t > left.t ? (time - left.t) / (right.t - left.t) : 0;
    valence[index] = left.valence + (right.valence - left.valence) * share;
    arousal[index] = left.arousal + (right.arousal - left.arousal) * share;
  });
  return { valence, arousal };
}

function checkedKeyPoints(keyPoints: readonly KeyPoint[]): KeyPoint[] {
  if (keyPoints.length === 0) throw new RangeError('invalid points: [] (draw at least one point)');
  for (const { t, valence, arousal } of keyPoints) {
    if (![t, valence, arousal].every(Number.isFinite)) {
      throw new RangeError(
        `invalid points: (${t}, ${valence}, ${arousal}) (t, valence and arousal must be finite)`,
      );
    }
  }
  return keyPoints.toSorted((a, b) => a.t - b.t);
}

/**
 * Drawn key points sampled at the middles of equal hops (hop / 2, 3 hop / 2, ...). With `durationSeconds` the key
 * points' `t` and `hop` are in seconds; without, both are parts of the whole, which is 1.
 */
export function sampleTrajectory(
  keyPoints: readonly KeyPoint[],
  { durationSeconds, hop }: { durationSeconds?: number; hop: number },
): EmotionCurve {
  const whole = durationSeconds ?? 1;
  if (!(whole > 0 && whole < Infinity)) {
    throw new RangeError(`invalid durationSeconds: ${whole} (a positive number of seconds)`);
  }
  const count = Math.max(1, Math.round(whole / hop));
  return trajectoryAt(
    keyPoints,
    Float64Array.from({ length: count }, (_, index) => (index + 0.5) * hop),
  );
}
