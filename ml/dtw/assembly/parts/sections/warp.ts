import { isDropped, spend } from '../pace';
import {
  capacity,
  coordinates,
  fineSegmentCount,
  longest,
  query,
  queryLength,
  scales,
  weights,
} from './plan';
import {
  contributions,
  deviationReach,
  deviations,
  fineTable,
  greatestFactors,
  highMeans,
  lanes,
  leastFactors,
  lowMeans,
  meanReach,
  means,
  most,
  pairs,
  row,
} from './scratch';

/** In every so many rows, less one, it is looked at whether anybody still waits: long rows take microseconds. */
const rowsPerLook: i32 = 15;

/** Stands for what no path reaches. */
export const unreached: f32 = 1e30;

/** The four stretches' first start, and up to where their points are normalised. */
let firstStart: i32 = 0;
let prepared: i32 = 0;

/** Takes four stretches from `start` on, to be normalised by `means` and `deviations`. */
function prepare(start: i32): void {
  firstStart = start;
  prepared = 0;
  for (let c = 0; c < coordinates; c++) {
    const place = (<usize>c) << 4;
    const scale = f32x4.splat(<f32>load<f64>(scales + ((<usize>c) << 3)));
    const mean = v128.load(means + place);
    const reach = v128.load(meanReach + place);
    const deviation = v128.load(deviations + place);
    const spread = v128.load(deviationReach + place);
    v128.store(lowMeans + place, f32x4.sub(mean, reach));
    v128.store(highMeans + place, f32x4.add(mean, reach));
    v128.store(leastFactors + place, f32x4.div(scale, f32x4.add(deviation, spread)));
    v128.store(greatestFactors + place, f32x4.div(scale, f32x4.sub(deviation, spread)));
  }
}

/** Normalises the columns before `end`: the middle of their ranges, and (where they are ranges) how far these reach. */
function prepareTo<Ranged>(end: i32): void {
  const behind = (<usize>(most * longest)) << 4;
  const pitch = (<usize>capacity) << 2;
  const stride = (<usize>4) << level;
  const half = f32x4.splat(0.5);
  for (let c = 0; c < coordinates; c++) {
    const source = fineTable + <usize>(4 * level + 2 * (c & 1)) * pitch + ((<usize>firstStart) << 2);
    const to = lanes + ((<usize>(c * longest)) << 4);
    const place = (<usize>c) << 4;
    const low = v128.load(lowMeans + place);
    const high = v128.load(highMeans + place);
    const least = v128.load(leastFactors + place);
    const greatest = v128.load(greatestFactors + place);
    for (let i: usize = prepared; i < <usize>end; i++) {
      const at = source + i * stride;
      const below = f32x4.sub(v128.load(at), high);
      if (isBoolean<Ranged>()) {
        const above = f32x4.sub(v128.load(at + pitch), low);
        const from = f32x4.pmin(f32x4.mul(below, least), f32x4.mul(below, greatest));
        const until = f32x4.pmax(f32x4.mul(above, least), f32x4.mul(above, greatest));
        v128.store(to + (i << 4), f32x4.mul(half, f32x4.add(until, from)));
        v128.store(to + behind + (i << 4), f32x4.mul(half, f32x4.sub(until, from)));
      } else {
        v128.store(to + (i << 4), f32x4.mul(below, least));
      }
    }
  }
  prepared = end;
}

/** Turns what segments cost at least into what they and all later ones cost. */
export function addLater(): void {
  let sum = f32x4.splat(0);
  for (let k = fineSegmentCount; k >= 0; k--) {
    const at = contributions + ((<usize>k) << 4);
    if (k < fineSegmentCount) sum = f32x4.add(sum, v128.load(at));
    v128.store(at, sum);
  }
}

/** The band of the table: for each point of the query its first and last partner; and how the stretches may end. */
let rowsAt: usize = 0;
let shortestEnd: i32 = 0;
let longestEnd: i32 = 0;
/** 2^level neighbouring points of a stretch make one column of the table. */
let level: i32 = 0;

/** A band and the lengths of the stretches it is for. */
const shortestOf: usize = 0;
const longestOf: usize = 4;
const rowsOf: usize = 64;

/**
 * What warping the four stretches from `start` on to the query costs at least, whichever length of the group they
 * have: dynamic time warping, one query point after the other, to the ranges of each 2^columnLevel points, normalised
 * by `means` and `deviations` (scratch.ts). A path of the full table goes through cells of this one that cost no
 * more. Lanes that exceed `limit` may be left unreached.
 */
export function warpRanges(start: i32, group: usize, columnLevel: i32, limit: v128): v128 {
  begin(start, load<u32>(group, rowsOf), columnLevel);
  shortestEnd = load<i32>(group, shortestOf);
  longestEnd = load<i32>(group, longestOf);
  return fill<bool>(limit);
}

/** What it costs exactly, but for rounding, where all have one length and their means and deviations reach nowhere. */
export function warpPoints(start: i32, band: usize, length: i32, limit: v128): v128 {
  begin(start, band, 0);
  shortestEnd = length;
  longestEnd = length;
  return fill<i32>(limit);
}

function begin(start: i32, band: usize, columnLevel: i32): void {
  rowsAt = band;
  level = columnLevel;
  prepare(start);
}

function fill<Ranged>(limit: v128): v128 {
  const firstEnd = (shortestEnd - 1) >> level;
  const lastEnd = (longestEnd - 1) >> level;
  for (let i = 0; i <= lastEnd + 1; i++) v128.store(row + ((<usize>i) << 4), f32x4.splat(unreached));
  v128.store(row, f32x4.splat(0));
  let cells = 0;
  let segment = 1;
  let boundary = queryLength / fineSegmentCount;
  for (let j = 0; j < queryLength; j++) {
    const low = load<i32>(rowsAt + ((<usize>j) << 3)) >> level;
    const high = load<i32>(rowsAt + ((<usize>j) << 3), 4) >> level;
    if (low > high) return leave(cells);
    if ((j & rowsPerLook) === rowsPerLook && isDropped()) return leave(cells);
    cells += high - low + 1;
    if (high >= prepared) prepareTo<Ranged>(high + 1);
    pairCosts<Ranged>(j, low, high);
    if (weights) weigh(j, low, high);
    let least = advance(low, high);
    if (isBoolean<Ranged>()) {
      while (segment < fineSegmentCount && boundary <= j) {
        segment++;
        boundary = (segment * queryLength) / fineSegmentCount;
      }
      least = f32x4.add(least, v128.load(contributions + ((<usize>segment) << 4)));
    }
    if (!v128.any_true(f32x4.le(least, limit))) return leave(cells);
  }
  spend(cells);
  let ended = f32x4.splat(unreached);
  for (let i = firstEnd; i <= lastEnd; i++) ended = f32x4.pmin(ended, v128.load(row + ((<usize>i) << 4), 16));
  return ended;
}

/** Leaves a table of which so many cells were computed. */
function leave(cells: i32): v128 {
  spend(cells);
  return f32x4.splat(unreached);
}

function pairCosts<Ranged>(j: i32, low: i32, high: i32): void {
  const behind = (<usize>(most * longest)) << 4;
  const next = (<usize>longest) << 4;
  for (let c = 0; c < coordinates; c += 2) {
    const valence = v128.load32_splat(query + ((<usize>(c * queryLength + j)) << 2));
    const arousal = v128.load32_splat(query + ((<usize>((c + 1) * queryLength + j)) << 2));
    const first = lanes + ((<usize>(c * longest + low)) << 4);
    const last = lanes + ((<usize>(c * longest + high)) << 4);
    for (let at = first, to = pairs + ((<usize>low) << 4); at <= last; at += 16, to += 16) {
      let v = f32x4.sub(v128.load(at), valence);
      let a = f32x4.sub(v128.load(at + next), arousal);
      if (isBoolean<Ranged>()) {
        const zero = f32x4.splat(0);
        v = f32x4.pmax(f32x4.sub(f32x4.abs(v), v128.load(at + behind)), zero);
        a = f32x4.pmax(f32x4.sub(f32x4.abs(a), v128.load(at + next + behind)), zero);
      }
      const cost = f32x4.add(f32x4.mul(v, v), f32x4.mul(a, a));
      v128.store(to, c === 0 ? cost : f32x4.add(v128.load(to), cost));
    }
  }
}

/** Multiplies the row's costs by what the query point counts. */
function weigh(j: i32, low: i32, high: i32): void {
  const weight = v128.load32_splat(weights + ((<usize>j) << 2));
  for (let k = low; k <= high; k++) {
    const at = pairs + ((<usize>k) << 4);
    v128.store(at, f32x4.mul(v128.load(at), weight));
  }
}

/** Replaces the table's row in place, as ml/dtw/plain/dtw.ts does; returns its least entries. */
function advance(low: i32, high: i32): v128 {
  let at = row + ((<usize>low) << 4);
  let diagonal = v128.load(at);
  let left = f32x4.splat(unreached);
  let least = left;
  v128.store(at, left);
  for (
    let from = pairs + ((<usize>low) << 4), last = pairs + ((<usize>high) << 4);
    from <= last;
    from += 16
  ) {
    const above = v128.load(at, 16);
    left = f32x4.add(f32x4.pmin(f32x4.pmin(diagonal, above), left), v128.load(from));
    diagonal = above;
    at += 16;
    v128.store(at, left);
    least = f32x4.pmin(least, left);
  }
  return least;
}
