import { type EmotionCurve } from '../../affect/emotionCurve';
import { curveMeans } from '../../affect/resample';

const segments = 8;

/**
 * A curve in 16 numbers, by which candidates are chosen: the means of valence over 8 equal stretches of the track,
 * then those of arousal, as segmentMeans takes them.
 *
 * @throws RangeError where the curve has no samples.
 */
export function levelSketch(curve: EmotionCurve): Float32Array {
  const { valence, arousal } = curveMeans(curve, segments);
  const sketch = new Float32Array(2 * segments);
  sketch.set(valence, 0);
  sketch.set(arousal, segments);
  return sketch;
}
