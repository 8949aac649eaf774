import { type Dimension } from '../affect/dimension';

/** Tracks that are summed together: their sums stay in the fastest memory. */
const blockTracks = 2048;
/** Rows that are read together, which saves reading and writing the sums. */
const rowsAtOnce = 4;

/**
 * For each axis the sum of rows of numbers of all tracks, each by its weight: [tracks]. Both are summed in one reading of
 * the rows, in double precision, always in the same order.
 */
export function weightedSums(
  rows: readonly Float32Array[],
  weights: Record<Dimension, Float64Array>,
): Record<Dimension, Float64Array> {
  const tracks = rows[0].length;
  const sums = { valence: new Float64Array(tracks), arousal: new Float64Array(tracks) };
  for (let first = 0; first < tracks; first += blockTracks) {
    const block = { first, end: Math.min(tracks, first + blockTracks) };
    for (let row = 0; row < rows.length; row += rowsAtOnce) addFour({ rows, weights, sums }, row, block);
  }
  return sums;
}

interface Summing {
  rows: readonly Float32Array[];
  weights: Record<Dimension, Float64Array>;
  sums: Record<Dimension, Float64Array>;
}

/** Adds four rows from a row on; rows after the last weigh nothing. */
function addFour(
  { rows, weights, sums: { valence, arousal } }: Summing,
  row: number,
  { first, end }: { first: number; end: number },
): void {
  const last = rows.length - 1;
  const [one, two, three, four] = [0, 1, 2, 3].map((step) => rows[Math.min(row + step, last)]);
  const weightOf = (of: Float64Array, step: number) => (row + step > last ? 0 : of[row + step]);
  const [v1, v2, v3, v4] = [0, 1, 2, 3].map((step) => weightOf(weights.valence, step));
  const [a1, a2, a3, a4] = [0, 1, 2, 3].map((step) => weightOf(weights.arousal, step));
  for (let track = first; track < end; track++) {
    const r1 = one[track];
    const r2 = two[track];
    const r3 = three[track];
    const r4 = four[track];
    valence[track] += v1 * r1 + v2 * r2 + (v3 * r3 + v4 * r4);
    arousal[track] += a1 * r1 + a2 * r2 + (a3 * r3 + a4 * r4);
  }
}
