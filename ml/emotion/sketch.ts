import { type Trajectory } from '../dtw/curve';

const segments = 8;

/**
 * A curve in 16 numbers, by which candidates are chosen: the means of valence over 8 equal stretches of the track,
 * then those of arousal. A sample on the border of two stretches counts in each by its share, so that curves of any
 * length from one sample on have a sketch.
 *
 * @throws RangeError where the curve has no samples.
 */
export function curveSketch(curve: Trajectory): Float32Array {
  if (curve.valence.length === 0) throw new RangeError('invalid curve: 0 samples (at least 1)');
  const sketch = new Float32Array(2 * segments);
  sketch.set(segmentMeans(curve.valence), 0);
  sketch.set(segmentMeans(curve.arousal), segments);
  return sketch;
}

function segmentMeans(values: Float32Array): Float32Array {
  const length = values.length / segments;
  return Float32Array.from({ length: segments }, (_, segment) => {
    const start = segment * length;
    const stop = start + length;
    let sum = 0;
    for (let i = Math.floor(start); i < Math.min(values.length, Math.ceil(stop)); i++) {
      sum += values[i] * (Math.min(stop, i + 1) - Math.max(start, i));
    }
    return sum / length;
  });
}
