import { type Sampling } from './sampling';

/** Seconds between two samples of a track's emotion curve. */
export const curveHopSeconds = 0.5;

/** Time of a curve's first sample: the middle of the first half second. */
export const curveStartSeconds = curveHopSeconds / 2;

/** Where the samples of a track's emotion curve lie. */
export const curveSampling: Sampling = { hopSeconds: curveHopSeconds, startSeconds: curveStartSeconds };
