import { levelSketch } from './levelSketch';
import type { EmotionCurve } from '../../affect/emotionCurve';
import { curveMeans } from '../../affect/resample';
import { curveShape } from '../../affect/shape';
import { wholeTrackPoints } from '../wholeTracks';

/**
 * The sketch of a curve's shape, as whole-track search compares shapes: 8 segment means of valence, then 8 of arousal,
 * in standard deviations of its 64 points. RangeError where the curve has no samples.
 */
export function shapeSketch(curve: EmotionCurve): Float32Array {
  return levelSketch(curveShape(curveMeans(curve, wholeTrackPoints)));
}
