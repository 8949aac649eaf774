import { capacity, coordinates, firstShape } from './plan';

/**
 * The coordinates' ranges of means and standard deviations over what is bounded together, four lanes each: of level,
 * 0 and 1. A point of the curve is compared as (value - mean) / deviation.
 */
export let lowMean = memory.data(4 * 16, 16);
export let highMean = memory.data(4 * 16, 16);
export let lowDeviation = memory.data(4 * 16, 16);
export let highDeviation = memory.data(4 * 16, 16);
/** By what a squared difference of the curve's values counts at least. */
export let factor = memory.data(4 * 16, 16);

/** Bytes of a segment's record: its weight, its place, its coordinates' means, and room. */
const segmentBytes: usize = 32;
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
  const place = (<usize>first) << 4;
  const shape = first >= firstShape;
  const lowMeanV = v128.load(lowMean + place);
  const highMeanV = v128.load(highMean + place);
  const lowV = v128.load(lowDeviation + place);
  const highV = v128.load(highDeviation + place);
  const factorV = v128.load(factor + place);
  const lowMeanA = v128.load(lowMean + place, 16);
  const highMeanA = v128.load(highMean + place, 16);
  const lowA = v128.load(lowDeviation + place, 16);
  const highA = v128.load(highDeviation + place, 16);
  const factorA = v128.load(factor + place, 16);
  let sum = start;
  for (let k = 0; k < segmentCount; k++) {
    const segment = segments + <usize>k * segmentBytes;
    const window = windows + <usize>k * windowBytes;
    const left = table + <usize>load<u32>(window);
    const right = table + <usize>load<u32>(window, 4);
    const leastV = f32x4.pmin(v128.load(left), v128.load(right));
    const greatestV = f32x4.pmax(v128.load(left + pitch), v128.load(right + pitch));
    const leastA = f32x4.pmin(v128.load(left + 2 * pitch), v128.load(right + 2 * pitch));
    const greatestA = f32x4.pmax(v128.load(left + 3 * pitch), v128.load(right + 3 * pitch));
    const valence = load<f32>(segment + ((<usize>first) << 2), 8);
    const arousal = load<f32>(segment + ((<usize>first) << 2), 12);
    let outV: v128;
    let outA: v128;
    if (shape) {
      outV = outside(leastV, greatestV, valence, lowMeanV, highMeanV, lowV, highV);
      outA = outside(leastA, greatestA, arousal, lowMeanA, highMeanA, lowA, highA);
    } else {
      outV = apart(leastV, greatestV, valence);
      outA = apart(leastA, greatestA, arousal);
    }
    const cost = f32x4.mul(
      v128.load32_splat(segment),
      f32x4.add(f32x4.mul(f32x4.mul(outV, outV), factorV), f32x4.mul(f32x4.mul(outA, outA), factorA)),
    );
    sum = f32x4.add(sum, cost);
    if (contributions) {
      const at = contributions + ((<usize>load<i32>(segment, 4)) << 4);
      v128.store(at, first === 0 ? cost : f32x4.add(v128.load(at), cost));
    }
    if ((k & (together - 1)) === together - 1 && !v128.any_true(f32x4.le(sum, limit))) return sum;
  }
  return sum;
}

/** How far `value` lies outside of a range, 0 within. */
function apart(least: v128, greatest: v128, value: f32): v128 {
  const values = f32x4.splat(value);
  return f32x4.pmax(f32x4.pmax(f32x4.sub(least, values), f32x4.sub(values, greatest)), f32x4.splat(0));
}

/**
 * How far value * deviation + mean lies outside of a range at least, for every mean and deviation of theirs: in the
 * curve's own units, so that nothing is divided here.
 */
function outside(
  least: v128,
  greatest: v128,
  value: f32,
  lowMeans: v128,
  highMeans: v128,
  lowDeviations: v128,
  highDeviations: v128,
): v128 {
  const values = f32x4.splat(value);
  const rising = value > 0;
  const highest = f32x4.add(highMeans, f32x4.mul(values, rising ? highDeviations : lowDeviations));
  const lowest = f32x4.add(lowMeans, f32x4.mul(values, rising ? lowDeviations : highDeviations));
  return f32x4.pmax(f32x4.pmax(f32x4.sub(least, highest), f32x4.sub(lowest, greatest)), f32x4.splat(0));
}
