import { curveSketch } from '../emotion/sketch';
import type { Trajectory } from './curve';
import { trajectoryMeans } from './resample';
import { trajectoryShape } from './shape';
import { wholeTrackPoints } from './wholeTrack';

/**
 * The sketch of a curve's shape, as whole-track search compares shapes: 8 segment means of valence, then 8 of arousal,
 * in standard deviations of its 64 points. RangeError where the curve has no samples.
 */
export function shapeSketch(curve: Trajectory): Float32Array {
  return curveSketch(trajectoryShape(trajectoryMeans(curve, wholeTrackPoints)));
}
