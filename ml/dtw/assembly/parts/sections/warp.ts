import { highDeviation, highMean, lowDeviation, lowMean } from './bound';
import {
  capacity,
  coordinates,
  firstShape,
  fineSegmentCount,
  longest,
  query,
  queryLength,
  scales,
} from './plan';
import { contributions, curve, lanes, most, pairs, row } from './scratch';

/** Stands for what no path reaches. */
export const unreached: f32 = 1e30;

/** Where the greatest values of the ranges lie behind the least. */
function greatest(): usize {
  return (<usize>(most * longest)) << 4;
}

/** Four stretches from `start` on, each point's coordinates as the ranges that bound.ts knows allow. */
export function prepareRanges(start: i32, length: i32): void {
  const behind = greatest();
  for (let c = 0; c < coordinates; c++) {
    const source = curve + ((<usize>((c & 1) * capacity + start)) << 2);
    const to = lanes + ((<usize>(c * longest)) << 4);
    const scale = f32x4.splat(<f32>load<f64>(scales + ((<usize>c) << 3)));
    if (c < firstShape) {
      for (let i: usize = 0; i < <usize>length; i++) {
        const value = f32x4.mul(v128.load(source + (i << 2)), scale);
        v128.store(to + (i << 4), value);
        v128.store(to + behind + (i << 4), value);
      }
      continue;
    }
    const place = (<usize>c) << 4;
    const low = v128.load(lowMean + place);
    const high = v128.load(highMean + place);
    const small = f32x4.div(scale, v128.load(highDeviation + place));
    const large = f32x4.div(scale, v128.load(lowDeviation + place));
    for (let i: usize = 0; i < <usize>length; i++) {
      const value = v128.load(source + (i << 2));
      const below = f32x4.sub(value, high);
      const above = f32x4.sub(value, low);
      v128.store(to + (i << 4), f32x4.pmin(f32x4.mul(below, small), f32x4.mul(below, large)));
      v128.store(to + behind + (i << 4), f32x4.pmax(f32x4.mul(above, small), f32x4.mul(above, large)));
    }
  }
}

/** Four stretches from `start` on, normalised by `means` and `factors` (scale / deviation), 16 bytes a coordinate. */
export function preparePoints(start: i32, length: i32, means: usize, factors: usize): void {
  for (let c = 0; c < coordinates; c++) {
    const source = curve + ((<usize>((c & 1) * capacity + start)) << 2);
    const to = lanes + ((<usize>(c * longest)) << 4);
    const mean = v128.load(means + ((<usize>c) << 4));
    const by = v128.load(factors + ((<usize>c) << 4));
    for (let i: usize = 0; i < <usize>length; i++) {
      v128.store(to + (i << 4), f32x4.mul(f32x4.sub(v128.load(source + (i << 2)), mean), by));
    }
  }
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

/** The bands of the table: for each point of the query its first and last partner, and how the stretches may end. */
let rowsAt: usize = 0;
let shortestEnd: i32 = 0;
let longestEnd: i32 = 0;

/**
 * The least costs of warping four stretches to the query, of lengths from `shortest` to `longest`: dynamic time
 * warping, one query point after the other, four stretches in the lanes. Lanes that exceed `limit` may be left
 * at less than they cost. With `ranged` a stretch's points are ranges, and their later costs are known.
 */
export function warp(band: usize, shortest: i32, longest: i32, limit: v128, ranged: bool): v128 {
  rowsAt = band;
  shortestEnd = shortest;
  longestEnd = longest;
  for (let i = 0; i <= longest; i++) v128.store(row + ((<usize>i) << 4), f32x4.splat(unreached));
  v128.store(row, f32x4.splat(0));
  return ranged ? fill<bool>(limit) : fill<i32>(limit);
}

function fill<Ranged>(limit: v128): v128 {
  let segment = 1;
  let boundary = queryLength / fineSegmentCount;
  for (let j = 0; j < queryLength; j++) {
    const low = load<i32>(rowsAt + ((<usize>j) << 3));
    const high = load<i32>(rowsAt + ((<usize>j) << 3), 4);
    if (low > high) return f32x4.splat(unreached);
    pairCosts<Ranged>(j, low, high);
    let least = advance(low, high);
    if (isBoolean<Ranged>()) {
      while (segment < fineSegmentCount && boundary <= j) {
        segment++;
        boundary = (segment * queryLength) / fineSegmentCount;
      }
      least = f32x4.add(least, v128.load(contributions + ((<usize>segment) << 4)));
    }
    if (!v128.any_true(f32x4.le(least, limit))) return f32x4.splat(unreached);
  }
  let ended = f32x4.splat(unreached);
  for (let i = shortestEnd; i <= longestEnd; i++)
    ended = f32x4.pmin(ended, v128.load(row + ((<usize>i) << 4)));
  return ended;
}

function pairCosts<Ranged>(j: i32, low: i32, high: i32): void {
  const behind = greatest();
  for (let c = 0; c < coordinates; c += 2) {
    const valence = v128.load32_splat(query + ((<usize>(c * queryLength + j)) << 2));
    const arousal = v128.load32_splat(query + ((<usize>((c + 1) * queryLength + j)) << 2));
    const next = (<usize>longest) << 4;
    const first = lanes + ((<usize>(c * longest + low)) << 4);
    const last = lanes + ((<usize>(c * longest + high)) << 4);
    for (let at = first, to = pairs + ((<usize>low) << 4); at <= last; at += 16, to += 16) {
      let v: v128;
      let a: v128;
      if (isBoolean<Ranged>()) {
        const zero = f32x4.splat(0);
        v = f32x4.pmax(
          f32x4.pmax(f32x4.sub(v128.load(at), valence), f32x4.sub(valence, v128.load(at + behind))),
          zero,
        );
        a = f32x4.pmax(
          f32x4.pmax(
            f32x4.sub(v128.load(at + next), arousal),
            f32x4.sub(arousal, v128.load(at + next + behind)),
          ),
          zero,
        );
      } else {
        v = f32x4.sub(v128.load(at), valence);
        a = f32x4.sub(v128.load(at + next), arousal);
      }
      const cost = f32x4.add(f32x4.mul(v, v), f32x4.mul(a, a));
      v128.store(to, c === 0 ? cost : f32x4.add(v128.load(to), cost));
    }
  }
}

/** Replaces the table's row in place, as ml/dtw/dtw.ts does; returns its least entries. */
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
