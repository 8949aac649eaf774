import { capacity, coordinates, firstShape, floorOf, scales } from './plan';
import {
  blockSums,
  centres,
  coarseTable,
  deviationReach,
  deviations,
  factors,
  fineTable,
  meanReach,
  means,
  squaresSlack,
  sums,
  valuesSlack,
} from './scratch';

/**
 * Ranges of mean and standard deviation over stretches that are bounded together. All of them hold the core and none
 * leaves the hull; the sum of squared deviations grows with every point, so that core and hull bound it; the mean is
 * the core's, drawn by at most some points of the flanks.
 */

/** Of a group's record: lengths, core and hull in entries from the start, the right flank's window, what flanks
 * weigh, and one by the lengths (f32) and by the core (f64). */
const shortestOf: usize = 0;
const longestOf: usize = 4;
const coreFromOf: usize = 16;
const coreToOf: usize = 20;
const hullToOf: usize = 24;
const flankOf: usize = 28;
const weightsOf: usize = 36;
const perShortestOf: usize = 48;
const perLongestOf: usize = 52;
const perCoreOf: usize = 56;

/** What does not depend on the stretch: a level's mean is 0, its deviation 1. */
export function setLevel(): void {
  for (let c = 0; c < firstShape; c++) {
    const place = (<usize>c) << 4;
    const scale = <f32>load<f64>(scales + ((<usize>c) << 3));
    v128.store(means + place, f32x4.splat(0));
    v128.store(meanReach + place, f32x4.splat(0));
    v128.store(deviations + place, f32x4.splat(1));
    v128.store(deviationReach + place, f32x4.splat(0));
    v128.store(factors + place, f32x4.splat(scale * scale));
  }
}

/** By the greatest variance that a stretch may have. */
export function setFactor(c: i32, variance: v128): void {
  const scale = <f32>load<f64>(scales + ((<usize>c) << 3));
  v128.store(factors + ((<usize>c) << 4), f32x4.div(f32x4.splat(scale * scale), variance));
}

/** For four neighbouring blocks of starts and the lengths of a coarse group. */
export function spreadBlocks(block: i32, group: usize): void {
  const out = (<usize>capacity) << 2;
  const at = blockSums + ((<usize>block) << 2);
  const counts = at + 4 * out;
  const from = (<usize>load<i32>(group, coreFromOf)) << 2;
  const to = (<usize>load<i32>(group, coreToOf)) << 2;
  const hull = (<usize>load<i32>(group, hullToOf)) << 2;
  const one = f32x4.splat(1);
  const corePoints = f32x4.pmax(f32x4.sub(v128.load(counts + to), v128.load(counts + from)), one);
  const hullPoints = f32x4.pmax(f32x4.sub(v128.load(counts + hull), v128.load(counts)), one);
  const hasCore = to > from;
  for (let c = firstShape; c < coordinates; c++) {
    const d = c & 1;
    const values = at + 2 * d * out;
    const squares = values + out;
    const coreValue = f32x4.sub(v128.load(values + to), v128.load(values + from));
    const coreSquare = f32x4.sub(v128.load(squares + to), v128.load(squares + from));
    const hullValue = f32x4.sub(v128.load(values + hull), v128.load(values));
    const hullSquare = f32x4.sub(v128.load(squares + hull), v128.load(squares));
    const coreMean = f32x4.div(coreValue, corePoints);
    const hullMean = f32x4.div(hullValue, hullPoints);
    const slack = v128.load32_splat(squaresSlack + ((<usize>d) << 2));
    const inner = f32x4.sub(f32x4.sub(coreSquare, f32x4.mul(coreMean, coreValue)), slack);
    const outer = f32x4.add(f32x4.sub(hullSquare, f32x4.mul(hullMean, hullValue)), slack);
    const mean = f32x4.add(hasCore ? coreMean : hullMean, v128.load32_splat(centres + ((<usize>d) << 2)));
    const table = coarseTable + ((<usize>block) << 2) + 2 * d * out;
    setRange(
      c,
      group,
      table,
      mean,
      hasCore ? inner : f32x4.splat(0),
      outer,
      load<f32>(valuesSlack + ((<usize>d) << 2)),
    );
  }
}

/** For the stretches from four neighbouring points and the lengths of a fine group. */
export function spreadPoints(start: i32, points: i32, group: usize): void {
  const perCore = load<f64>(group, perCoreOf);
  const core = (<usize>load<i32>(group, coreToOf)) << 3;
  const hull = (<usize>load<i32>(group, hullToOf)) << 3;
  const out = (<usize>capacity) << 2;
  for (let c = firstShape; c < coordinates; c++) {
    const d = c & 1;
    const values = sums + ((<usize>(2 * d * capacity + start)) << 3);
    const first = spreadTwo(values, core, hull, start, points, perCore);
    const firstMean = twoMeans;
    const firstOuter = twoOuter;
    const second = spreadTwo(values + 16, core, hull, start + 2, points, perCore);
    const table = fineTable + ((<usize>start) << 2) + 2 * d * out;
    setRange(
      c,
      group,
      table,
      joined(firstMean, twoMeans),
      joined(first, second),
      joined(firstOuter, twoOuter),
      0,
    );
  }
}

let twoMeans: v128 = f64x2.splat(0);
let twoOuter: v128 = f64x2.splat(0);

/** Squared deviations within the core of two stretches; leaves their means in twoMeans, the hull's in twoOuter. */
function spreadTwo(values: usize, core: usize, hull: usize, start: i32, points: i32, perCore: f64): v128 {
  const squares = values + ((<usize>capacity) << 3);
  const value = v128.load(values);
  const square = v128.load(squares);
  const coreValue = f64x2.sub(v128.load(values + core), value);
  const coreSquare = f64x2.sub(v128.load(squares + core), square);
  const hullValue = f64x2.sub(v128.load(values + hull), value);
  const hullSquare = f64x2.sub(v128.load(squares + hull), square);
  twoMeans = f64x2.mul(coreValue, f64x2.splat(perCore));
  const longestHull = <i32>(hull >> 3);
  const left = <f64>max(min(longestHull, points - start), 1);
  const right = <f64>max(min(longestHull, points - start - 1), 1);
  const hullPoints = f64x2.replace_lane(f64x2.splat(left), 1, right);
  twoOuter = f64x2.sub(hullSquare, f64x2.div(f64x2.mul(hullValue, hullValue), hullPoints));
  return f64x2.sub(coreSquare, f64x2.mul(twoMeans, coreValue));
}

/** Four numbers in single precision of two and two in double. */
export function joined(low: v128, high: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

function setRange(
  c: i32,
  group: usize,
  table: usize,
  mean: v128,
  inner: v128,
  outer: v128,
  slack: f32,
): void {
  const place = (<usize>c) << 4;
  const out = (<usize>capacity) << 2;
  const zero = f32x4.splat(0);
  const first = table + <usize>load<u32>(group, flankOf);
  const second = table + <usize>load<u32>(group, flankOf + 4);
  const leftWeight = v128.load32_splat(group, weightsOf);
  const rightWeight = v128.load32_splat(group, weightsOf + 4);
  const leastRight = f32x4.pmin(v128.load(first), v128.load(second));
  const greatestRight = f32x4.pmax(v128.load(first + out), v128.load(second + out));
  const down = f32x4.add(
    f32x4.mul(leftWeight, f32x4.pmin(f32x4.sub(v128.load(table), mean), zero)),
    f32x4.mul(rightWeight, f32x4.pmin(f32x4.sub(leastRight, mean), zero)),
  );
  const up = f32x4.add(
    f32x4.mul(leftWeight, f32x4.pmax(f32x4.sub(v128.load(table + out), mean), zero)),
    f32x4.mul(rightWeight, f32x4.pmax(f32x4.sub(greatestRight, mean), zero)),
  );
  const half = f32x4.splat(0.5);
  v128.store(means + place, f32x4.add(mean, f32x4.mul(half, f32x4.add(up, down))));
  v128.store(meanReach + place, f32x4.add(f32x4.mul(half, f32x4.sub(up, down)), f32x4.splat(slack)));
  const floor = f32x4.splat(<f32>(floorOf(c) * floorOf(c)));
  const least = f32x4.pmax(f32x4.mul(inner, v128.load32_splat(group, perLongestOf)), floor);
  const greatest = f32x4.pmax(f32x4.mul(outer, v128.load32_splat(group, perShortestOf)), floor);
  const low = f32x4.sqrt(least);
  const high = f32x4.sqrt(greatest);
  v128.store(deviations + place, f32x4.mul(half, f32x4.add(high, low)));
  v128.store(deviationReach + place, f32x4.mul(half, f32x4.sub(high, low)));
  setFactor(c, greatest);
}
