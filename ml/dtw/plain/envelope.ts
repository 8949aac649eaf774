import { type Band } from '../band';
import { type Sequence } from '../sequence';

/** The range of the query's coordinates within the band of each curve index, interleaved as the sequence is. */
export interface Envelope {
  lower: Float32Array;
  upper: Float32Array;
}

/**
 * The query's envelope under `bands` together (Keogh and Ratanamahatana 2005): whichever of them holds, the point
 * paired with curve index i lies within it. It covers the indices that all bands have.
 */
export function envelopeOf(query: Sequence, bands: readonly Band[]): Envelope {
  const { dimensions } = query;
  const length = Math.min(...bands.map((band) => band.low.length));
  const lower = new Float32Array(length * dimensions).fill(Infinity);
  const upper = new Float32Array(length * dimensions).fill(-Infinity);
  for (let index = 0; index < length; index++) {
    const low = Math.min(...bands.map((band) => band.low[index]));
    const high = Math.max(...bands.map((band) => band.high[index]));
    for (let at = low * dimensions; at < (high + 1) * dimensions; at++) {
      const value = query.values[query.offset * dimensions + at];
      const place = index * dimensions + (at % dimensions);
      if (value < lower[place]) lower[place] = value;
      if (value > upper[place]) upper[place] = value;
    }
  }
  return { lower, upper };
}

/**
 * LB_Keogh: what the curve's points cost at least, since each is paired with a point within the envelope. Writes
 * into `remaining[i]` the part of points i and later.
 */
export function keoghBound(curve: Sequence, envelope: Envelope, remaining: Float64Array): number {
  const { dimensions, values, offset } = curve;
  let sum = 0;
  remaining[curve.length] = 0;
  for (let index = curve.length - 1; index >= 0; index--) {
    for (let d = 0, at = index * dimensions; d < dimensions; d++, at++) {
      const value = values[offset * dimensions + at];
      const outside = Math.max(value - envelope.upper[at], envelope.lower[at] - value, 0);
      sum += outside * outside;
    }
    remaining[index] = sum;
  }
  return sum;
}
