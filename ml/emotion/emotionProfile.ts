import { type EstimatedCurve } from '../affect/emotionCurve';
import { type EstimatedPoint } from '../affect/emotionPoint';

/** All that a model says about a track. */
export interface EmotionProfile {
  /** Version of the model that says it, such as `emotion-3.2`: the second way of drawing its curve. */
  modelVersion: string;
  /** How the track sounds: 200 numbers, near in cosine where tracks sound alike. */
  embedding: Float32Array;
  point: EstimatedPoint;
  /** One sample for every half second of the track, at least one. */
  curve: EstimatedCurve;
}

/** Takes one track's log-mel frames as they come, then profiles it. */
export interface EmotionProfiler {
  /** The next frames, row-major [n, 96], in pieces of any size; to be awaited before the next, which bounds memory. */
  push(melFrames: Float32Array): Promise<void>;
  /**
   * The profile of all that was pushed, given the pitch classes of every half second, row-major [halfSeconds, 12].
   * @throws RangeError where nothing was pushed.
   */
  finish(pitchClasses: Float32Array): Promise<EmotionProfile>;
}
