/** For each curve index the query indices it may be paired with: low[i] to high[i], both inclusive. */
export interface Band {
  low: Int32Array;
  high: Int32Array;
}

/** Rounding in band * length must not push out a pair that lies exactly on the edge. */
const edgeTolerance = 1e-9;

/** |i - j| <= round(band * count) between two sequences of `count` points (Sakoe and Chiba 1978). */
export function squareBand(count: number, band: number): Band {
  const radius = Math.round(band * count);
  return {
    low: Int32Array.from({ length: count }, (_, index) => Math.max(0, index - radius)),
    high: Int32Array.from({ length: count }, (_, index) => Math.min(count - 1, index + radius)),
  };
}

/**
 * |i n / m - j| <= band * n between a curve of m points (index i) and a query of n (index j): the straight line
 * between them and its surroundings. A narrow band between unequal lengths may hold no path at all.
 */
export function slantedBand(curveLength: number, queryLength: number, band: number): Band {
  const radius = band * queryLength * curveLength + edgeTolerance;
  const low = new Int32Array(curveLength);
  const high = new Int32Array(curveLength);
  for (let index = 0; index < curveLength; index++) {
    low[index] = Math.max(0, Math.ceil((index * queryLength - radius) / curveLength));
    high[index] = Math.min(queryLength - 1, Math.floor((index * queryLength + radius) / curveLength));
  }
  return { low, high };
}
