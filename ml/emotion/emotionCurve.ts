/** Seconds between two samples of an emotion curve. */
export const curveHopSeconds = 0.5;

/** Instant of the first sample: the middle of the first half second. */
export const curveStartSeconds = 0.25;

/** One point of the valence-arousal plane, both in [-1, 1], with a standard deviation for each. */
export interface EmotionPoint {
  valence: number;
  arousal: number;
  valenceDeviation: number;
  arousalDeviation: number;
}

/** Valence and arousal every half second, each in [-1, 1], with a standard deviation for each; of one length. */
export interface EmotionCurve {
  valence: Float32Array;
  arousal: Float32Array;
  valenceDeviation: Float32Array;
  arousalDeviation: Float32Array;
}
