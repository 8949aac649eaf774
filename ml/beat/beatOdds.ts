/** What is heard at each frame, standing out of its surroundings. */
export interface HeardFrames {
  /** Onset strength over all bands, and in the low ones. */
  all: Float64Array;
  low: Float64Array;
  /** Change of harmony. */
  turn: Float64Array;
}

/*
 * Chosen by random search on pieces of the composer and of rendered VGMIDI; `npm run bench -- beats` tells how well they do
 * on others.
 */
const weights = { all: 0.424, low: 0.217, turn: 0.098 };
const most = 4.32;
const leastOdds = 2.19;

/**
 * How much likelier a beat is at each frame than not, as a logarithm: by what begins there, in all bands and in the bass,
 * and by how much the harmony changes.
 */
export function beatOdds({ all, low, turn }: HeardFrames): Float64Array {
  return all.map((value, frame) => {
    const strength = weights.all * value + weights.low * low[frame] + weights.turn * turn[frame];
    return Math.min(most, strength) - leastOdds;
  });
}
