/** Seconds between two samples of an emotion curve; the first sample stands at half of it. */
export const curveHopSeconds = 0.5;

/** Valence and arousal over time: two arrays of one length, equally spaced, in [-1, 1]. */
export interface Trajectory {
  valence: Float32Array;
  arousal: Float32Array;
}

/** A drawn point: `t` in seconds, or from 0 to 1 of the whole where no duration is known. */
export interface KeyPoint {
  t: number;
  valence: number;
  arousal: number;
}
