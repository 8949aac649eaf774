import { squareBand } from '../band';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { dtwCostTo, exceeds } from './dtw';
import { envelopeOf, keoghBound } from './envelope';
import { type SearchOptions } from '../searchOptions';
import { joinLayers, type Sequence } from '../sequence';
import { storedLevel } from '../storedLevel';
import { wholeTrackPoints } from '../wholeTracks';
import { curveShape, type ShapeFloor } from '../../affect/shape';
import { type Found, TopMatches } from '../topMatches';

/** A whole track's segment means, as they are and normalised to their shape. */
export interface WholeTrack {
  trackId: number;
  level: EmotionCurve;
  shape: EmotionCurve;
}

/** Reduces a curve of any length to what searchTracks compares, its shape over a floor. */
export function wholeTrackOf(trackId: number, curve: EmotionCurve, floor: ShapeFloor): WholeTrack {
  const level = storedLevel(curve);
  return { trackId, level, shape: curveShape(level, { floor }) };
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
