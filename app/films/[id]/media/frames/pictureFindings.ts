import type { PictureFindings as SeenFindings } from '@/ml/film/picture/cutFinder';

/** What a film's picture was found to do. */
export interface PictureFindings {
  /** The first frame of each shot but the first, ascending. */
  cuts: number[];
  /** How much moves into each frame of the film, 0..1. */
  motion: Float32Array<ArrayBuffer>;
}

/**
 * What was found in the frames that a decoder gave, at the frames of the film that they are. A decoder may leave some out,
 * and films of variable rate have none at some.
 *
 * @param frames the film's frame of each that was seen, ascending
 */
export function findingsOnFilm(
  { cuts, motion }: SeenFindings,
  { frames, lengthFrames }: { frames: readonly number[]; lengthFrames: number },
): PictureFindings {
  const onFilm = new Float32Array(lengthFrames);
  frames.forEach((frame, place) => (onFilm[frame] = Math.max(onFilm[frame], motion[place])));
  const places = new Set(cuts.map((cut) => frames[cut]).filter((frame) => frame > 0 && frame < lengthFrames));
  return { cuts: [...places].sort((a, b) => a - b), motion: onFilm };
}
