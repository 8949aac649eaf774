/** Valence and arousal over time: two arrays of one length, equally spaced, in [-1, 1]. */
export interface EmotionCurve {
  valence: Float32Array;
  arousal: Float32Array;
}

/** A curve as a model tells it: for each sample also the standard deviations, in [0, 1]. */
export interface EstimatedCurve extends EmotionCurve {
  valenceDeviation: Float32Array;
  arousalDeviation: Float32Array;
}
