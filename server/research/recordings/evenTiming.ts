import { fileFault } from './files/fileFault';

/** How far a sample may lie from its place in an even series, in hops: one that was left out shifts others by half. */
const largestUnevenness = 0.25;

/**
 * The rate and start that the times of samples tell.
 *
 * @param times in seconds
 * @param placeOf where a sample stands in the file, such as "line 7"
 * @returns the hop to 12 digits, null for a single sample
 * @throws AppError 'invalid' naming the sample that is out of step
 */
export function evenTiming(
  path: string,
  times: ArrayLike<number>,
  placeOf: (row: number) => string,
): { hopSeconds: number | null; startSeconds: number } {
  const rows = times.length;
  const start = times[0];
  const hop = rows > 1 ? (times[rows - 1] - start) / (rows - 1) : null;
  for (let row = 0; row < rows; row++) {
    const off = hop === null ? times[row] - start : (times[row] - start - row * hop) / hop;
    if (Math.abs(off) <= largestUnevenness && (hop === null || hop > 0)) continue;
    const reason = `${placeOf(row)}: its time ${times[row]} s is not in step with the others`;
    throw fileFault('invalid', path, `${reason}: resample to one rate, or leave times out`);
  }
  return { hopSeconds: hop === null ? null : Number(hop.toPrecision(12)), startSeconds: start };
}
