/** A place in the valence-arousal plane (Russell 1980), both coordinates in [-1, 1]. */
export interface EmotionPoint {
  valence: number;
  arousal: number;
}

/** A point as a model tells it, with a standard deviation for each axis, in the same units. */
export interface EstimatedPoint extends EmotionPoint {
  valenceDeviation: number;
  arousalDeviation: number;
}
