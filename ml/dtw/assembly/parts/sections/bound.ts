import { capacity, coordinates } from './plan';
import { deviationReach, deviations, factors, meanReach, means } from './scratch';

/** A segment's record: its weight, its place, the means of its coordinates, and their sizes. */
const segmentBytes: usize = 48;
const placeOf: usize = 4;
const valuesOf: usize = 16;
const sizesOf: usize = 32;
const windowBytes: usize = 8;
const together: i32 = 2;

/**
 * What four neighbouring blocks (or points) of starts cost at least. Each segment of the query is paired with points
 * within its window only; their range and the segment's mean are so far apart at least, by the convexity of the
 * squared distance to a range. Segments follow in the order of their records; stops once all lanes exceed `limit`.
 *
 * `table` is of the ranges at the first of the four. Writes what each segment costs to `contributions` if given.
 */
export function boundFour(
  table: usize,
  windows: usize,
  segments: usize,
  segmentCount: i32,
  limit: v128,
  contributions: usize,
): v128 {
  let sum = f32x4.splat(0);
  for (let first = 0; first < coordinates; first += 2) {
    sum = addPair(sum, first, table, windows, segments, segmentCount, limit, contributions);
    if (!v128.any_true(f32x4.le(sum, limit))) return sum;
  }
  return sum;
}

function addPair(
  start: v128,
  first: i32,
  table: usize,
  windows: usize,
  segments: usize,
  segmentCount: i32,
  limit: v128,
  contributions: usize,
): v128 {
  const pitch = (<usize>capacity) << 2;
  const valence = (<usize>first) << 4;
  const arousal = valence + 16;
  const meanV = v128.load(means + valence);
  const meanA = v128.load(means + arousal);
  const meanReachV = v128.load(meanReach + valence);
  const meanReachA = v128.load(meanReach + arousal);
  const deviationV = v128.load(deviations + valence);
  const deviationA = v128.load(deviations + arousal);
  const deviationReachV = v128.load(deviationReach + valence);
  const deviationReachA = v128.load(deviationReach + arousal);
  const factorV = v128.load(factors + valence);
  const factorA = v128.load(factors + arousal);
  let sum = start;
  for (let k = 0; k < segmentCount; k++) {
    const segment = segments + <usize>k * segmentBytes;
    const values = segment + ((<usize>first) << 2);
    const window = windows + <usize>k * windowBytes;
    const left = table + <usize>load<u32>(window);
    const right = table + <usize>load<u32>(window, 4);
    const outV = outside(
      f32x4.pmin(v128.load(left), v128.load(right)),
      f32x4.pmax(v128.load(left + pitch), v128.load(right + pitch)),
      f32x4.add(meanV, f32x4.mul(v128.load32_splat(values, valuesOf), deviationV)),
      f32x4.add(meanReachV, f32x4.mul(v128.load32_splat(values, sizesOf), deviationReachV)),
    );
    const outA = outside(
      f32x4.pmin(v128.load(left + 2 * pitch), v128.load(right + 2 * pitch)),
      f32x4.pmax(v128.load(left + 3 * pitch), v128.load(right + 3 * pitch)),
      f32x4.add(meanA, f32x4.mul(v128.load32_splat(values, valuesOf + 4), deviationA)),
      f32x4.add(meanReachA, f32x4.mul(v128.load32_splat(values, sizesOf + 4), deviationReachA)),
    );
    const cost = f32x4.mul(
      v128.load32_splat(segment),
      f32x4.add(f32x4.mul(f32x4.mul(outV, outV), factorV), f32x4.mul(f32x4.mul(outA, outA), factorA)),
    );
    sum = f32x4.add(sum, cost);
    if (contributions) {
      const at = contributions + ((<usize>load<i32>(segment, placeOf)) << 4);
      v128.store(at, first === 0 ? cost : f32x4.add(v128.load(at), cost));
    }
    if ((k & (together - 1)) === together - 1 && !v128.any_true(f32x4.le(sum, limit))) return sum;
  }
  return sum;
}

/** How far two ranges are apart, 0 where they meet: one by its ends, the other by its middle and how far it reaches. */
function outside(least: v128, greatest: v128, middle: v128, reach: v128): v128 {
  const apart = f32x4.pmax(f32x4.sub(least, middle), f32x4.sub(middle, greatest));
  return f32x4.pmax(f32x4.sub(apart, reach), f32x4.splat(0));
}
