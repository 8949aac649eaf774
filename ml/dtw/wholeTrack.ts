import { squareBand } from './band';
import { type Trajectory } from './curve';
import { dtwCostTo, exceeds } from './dtw';
import { envelopeOf, keoghBound } from './envelope';
import { trajectoryMeans } from './resample';
import { type Comparison, joinLayers, type Sequence } from './sequence';
import { trajectoryShape } from './shape';
import { type Found, TopMatches } from './topMatches';

/** Points that a whole track and a whole query are reduced to. */
export const wholeTrackPoints = 64;

/** A whole track's segment means, as they are and normalised to their shape. */
export interface WholeTrack {
  trackId: number;
  level: Trajectory;
  shape: Trajectory;
}

/** Levels are stored in steps of 2^-23, as finely as single precision has them from 0.5 to 1. */
const levelSteps = 2 ** 23;

/** A curve's segment means as they are stored: values in [-1, 1] to 24 bits, +1 to the last step below it. */
export function storedLevel(curve: Trajectory): Trajectory {
  const level = trajectoryMeans(curve, wholeTrackPoints);
  for (const values of [level.valence, level.arousal]) {
    for (let index = 0; index < values.length; index++) {
      values[index] = Math.min(Math.round(values[index] * levelSteps), levelSteps - 1) / levelSteps;
    }
  }
  return level;
}

/** Reduces a curve of any length to what searchTracks compares. */
export function wholeTrackOf(trackId: number, curve: Trajectory): WholeTrack {
  const level = storedLevel(curve);
  return { trackId, level, shape: trajectoryShape(level) };
}

/** How to search: what to compare, how wide the band is (a part of the query), how many results. */
export interface SearchOptions {
  comparison: Comparison;
  band: number;
  limit: number;
}

/**
 * The `limit` candidates nearest to `query` (a sequence of wholeTrackPoints points), exactly, by dynamic time warping
 * within |i - j| <= round(band * 64). Lower bounds for all come first; the table is computed in their order, until
 * they exceed the last place's cost.
 */
export function searchTracks(
  query: Sequence,
  candidates: readonly WholeTrack[],
  { comparison, band, limit }: SearchOptions,
): Found[] {
  const square = squareBand(wholeTrackPoints, band);
  const envelope = envelopeOf(query, [square]);
  const remaining = new Float64Array(wholeTrackPoints + 1);
  const curves = candidates.map((candidate) => joinLayers(candidate, comparison));
  const bounds = Float64Array.from(curves, (curve) => keoghBound(curve, envelope, remaining));
  const order = Uint32Array.from(candidates.keys()).sort((a, b) => bounds[a] - bounds[b]);

  const costOf = dtwCostTo(query);
  const top = new TopMatches(limit);
  for (const place of order) {
    if (exceeds(bounds[place], top.cutoff)) break;
    keoghBound(curves[place], envelope, remaining);
    const cost = costOf(curves[place], square, { cutoff: top.cutoff, remaining });
    const { trackId } = candidates[place];
    if (cost < Infinity) top.add({ trackId, cost, start: 0, length: wholeTrackPoints });
  }
  return top.found;
}
