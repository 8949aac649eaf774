import { type EmotionCurve } from '../affect/emotionCurve';
import { curveMeans } from '../affect/resample';
import { wholeTrackPoints } from './wholeTracks';

/** Levels are stored in steps of 2^-23, as finely as single precision has them from 0.5 to 1. */
const levelSteps = 2 ** 23;

/** A curve's segment means as they are stored: values in [-1, 1] to 24 bits, +1 to the last step below it. */
export function storedLevel(curve: EmotionCurve): EmotionCurve {
  const level = curveMeans(curve, wholeTrackPoints);
  for (const values of [level.valence, level.arousal]) {
    for (let index = 0; index < values.length; index++) {
      values[index] = Math.min(Math.round(values[index] * levelSteps), levelSteps - 1) / levelSteps;
    }
  }
  return level;
}
