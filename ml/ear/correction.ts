import { dimensions } from '../affect/dimension';
import { type EmotionPoint } from '../affect/emotionPoint';
import { type HeardLibrary } from './earLibrary';

/** Where a person says that a track lies. */
export interface Correction extends EmotionPoint {
  /** The track's row in the library. */
  track: number;
}

/** @throws RangeError for a track that the library has not, or a point outside of the plane. */
export function requireCorrection(library: HeardLibrary, correction: Correction): void {
  requireTrack(library, correction.track);
  for (const dimension of dimensions) {
    const value = correction[dimension];
    if (!(Math.abs(value) <= 1)) throw new RangeError(`invalid ${dimension}: ${value} (between -1 and 1)`);
  }
}

/** @throws RangeError for a track that the library has not. */
export function requireTrack({ embedding: { rows } }: HeardLibrary, track: number): void {
  if (Number.isInteger(track) && track >= 0 && track < rows) return;
  throw new RangeError(`invalid track: ${track} (a row of the library, from 0 to below ${rows})`);
}
