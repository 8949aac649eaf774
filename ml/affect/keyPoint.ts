import { type EmotionPoint } from './emotionPoint';

/** A point that a drawn or intended emotion passes: `t` in seconds, or from 0 to 1 of the whole where no duration is known. */
export interface KeyPoint extends EmotionPoint {
  t: number;
}
