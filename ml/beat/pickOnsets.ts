import { frameHopSeconds } from '../audio/measure/logMel';
import { refinedPeak } from './peaks';

/** An onset is the strongest within so many frames on either side. */
const reachFrames = 2;
/** Onsets nearer than that are one. */
const leastGapFrames = 3;

/**
 * The frames at which something begins, between frames too: peaks of onset strength that stand out of their
 * surroundings (peak picking after Böck, Krebs and Schedl, "Evaluating the online capabilities of onset detection
 * methods", ISMIR 2012).
 *
 * @param standing - onset strength over its local level, in its local root mean squares
 * @param threshold - in the same
 */
export function pickOnsets(standing: Float64Array, threshold: number): number[] {
  const found: number[] = [];
  let last = -Infinity;
  for (let frame = 0; frame < standing.length; frame++) {
    if (!(standing[frame] >= threshold) || frame - last < leastGapFrames) continue;
    const around = standing.subarray(Math.max(0, frame - reachFrames), frame + reachFrames + 1);
    if (around.some((value) => value > standing[frame])) continue;
    found.push(refinedPeak(standing, frame));
    last = frame;
  }
  return found.map((frame) => frame * frameHopSeconds);
}
