/** Time between two samples of an emotion curve. */
export const curveHopSeconds = 0.5;

/** Time of a curve's first sample: the middle of the first half second. */
export const curveStartSeconds = 0.25;

/** A track's emotion in one point of the plane, with a standard deviation for each axis; all on the scale [-1, 1]. */
export interface EmotionPoint {
  valence: number;
  arousal: number;
  valenceDeviation: number;
  arousalDeviation: number;
}

/**
 * A track's emotion over time: four arrays of one length, one value for every half second from `curveStartSeconds` on.
 * Valence and arousal lie in [-1, 1], their standard deviations in [0, 1].
 */
export interface EmotionCurve {
  valence: Float32Array;
  arousal: Float32Array;
  valenceDeviation: Float32Array;
  arousalDeviation: Float32Array;
}
