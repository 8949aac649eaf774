import { type EmotionCurve } from '../../affect/emotionCurve';
import { TrajectoryIndex } from '../search/trajectorySearch';

/** An index that holds these curves, by track id. */
export function indexOfCurves(tracks: ReadonlyMap<number, EmotionCurve>): TrajectoryIndex {
  const index = new TrajectoryIndex();
  tracks.forEach((curve, trackId) => index.set(trackId, curve));
  return index;
}
