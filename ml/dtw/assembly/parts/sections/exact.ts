import { isDropped, spend } from '../pace';
import {
  band,
  capacity,
  coordinates,
  edgeCount,
  edges,
  exactWeights,
  firstShape,
  floorOf,
  query,
  queryLength,
  scales,
  totalWeight,
} from './plan';
import { columns, curve, exactRow, rows, stretch, sums } from './scratch';

/** Rounding in band * length must not push out a pair on the edge, as in ml/dtw/band.ts. */
const edgeTolerance: f64 = 1e-9;

/** A pair in double precision takes as long as so many cells of four lanes. */
const cellsPerPair: i32 = 2;
/** As warp.ts looks whether anybody still waits. */
const rowsPerLook: i32 = 15;

let bandOf: i32 = 0;

/** Forgets the band of an earlier search, or piece of one. */
export function forgetBand(): void {
  bandOf = 0;
}

/** The slanted band of stretches of `length` points, by their points (columns) and by the query's (rows). */
export function setBand(length: i32): void {
  if (bandOf === length) return;
  bandOf = length;
  const count = <f64>queryLength;
  const points = <f64>length;
  const radius = band * count * points + edgeTolerance;
  let first = 0;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const middle = <f64>i * count;
    const low = max(0, <i32>Math.ceil((middle - radius) / points));
    const high = min(queryLength - 1, <i32>Math.floor((middle + radius) / points));
    store<i32>(columns + ((<usize>i) << 3), low);
    store<i32>(columns + ((<usize>i) << 3), high, 4);
    for (; first <= high; first++) store<i32>(rows + ((<usize>first) << 3), i);
    for (; last < low; last++) store<i32>(rows + ((<usize>last) << 3), i - 1, 4);
  }
  for (; first < queryLength; first++) store<i32>(rows + ((<usize>first) << 3), length);
  for (; last < queryLength; last++) store<i32>(rows + ((<usize>last) << 3), length - 1, 4);
}

/**
 * Mean of a coordinate over a stretch and what it is divided by, as ml/dtw/plain/stretches.ts has them, and
 * rigidStretches.ts where points have weights; of a level 0 and 1.
 */
export let centre: f64 = 0;
export let deviation: f64 = 1;

export function normalise(c: i32, start: i32, length: i32): void {
  centre = 0;
  deviation = 1;
  if (c < firstShape) return;
  const values = sums + ((<usize>(2 * (c & 1) * capacity + start)) << 3);
  const squares = values + ((<usize>capacity) << 3);
  if (edgeCount > 0) {
    normaliseWeighted(c, values, squares);
    return;
  }
  const end = (<usize>length) << 3;
  const mean = (load<f64>(values + end) - load<f64>(values)) / <f64>length;
  const square = (load<f64>(squares + end) - load<f64>(squares)) / <f64>length;
  centre = mean;
  deviation = max(sqrt(max(square - mean * mean, 0)), floorOf(c));
}

function normaliseWeighted(c: i32, values: usize, squares: usize): void {
  let value: f64 = 0;
  let square: f64 = 0;
  for (let k = 0; k < edgeCount; k++) {
    const edge = edges + ((<usize>k) << 4);
    const at = (<usize>load<i32>(edge)) << 3;
    const fall = load<f64>(edge, 8);
    value += fall * load<f64>(values + at);
    square += fall * load<f64>(squares + at);
  }
  centre = value / totalWeight;
  deviation = max(sqrt(max(square / totalWeight - centre * centre, 0)), floorOf(c));
}

/**
 * The cost of one stretch in double precision, operation by operation as ml/dtw/plain/dtw.ts and stretches.ts compute it, so
 * that both find the same costs; setBand(length) must have been called. Infinity where the band holds no path.
 */
export function exactCost(start: i32, length: i32): f64 {
  for (let c = 0; c < coordinates; c++) {
    normalise(c, start, length);
    const scaling = load<f64>(scales + ((<usize>c) << 3)) / deviation;
    const source = curve + ((<usize>((c & 1) * capacity + start)) << 2);
    const to = stretch + ((<usize>(c * length)) << 2);
    for (let i: usize = 0; i < <usize>length; i++) {
      store<f32>(to + (i << 2), <f32>((<f64>load<f32>(source + (i << 2)) - centre) * scaling));
    }
  }
  spend(cellsPerPair * length * min(queryLength, 1 + <i32>(2 * band * <f64>queryLength)));
  for (let j = 0; j <= queryLength; j++) store<f64>(exactRow + ((<usize>j) << 3), Infinity);
  store<f64>(exactRow, 0);
  for (let i = 0; i < length; i++) {
    if ((i & rowsPerLook) === rowsPerLook && isDropped()) return Infinity;
    advanceExactly(i, length);
  }
  return load<f64>(exactRow + ((<usize>queryLength) << 3));
}

function advanceExactly(i: i32, length: i32): void {
  const low = load<i32>(columns + ((<usize>i) << 3));
  const high = load<i32>(columns + ((<usize>i) << 3), 4);
  let at = exactRow + ((<usize>low) << 3);
  let diagonal = load<f64>(at);
  let left: f64 = Infinity;
  store<f64>(at, Infinity);
  for (let j = low; j <= high; j++) {
    const above = load<f64>(at, 8);
    let best = diagonal;
    if (above < best) best = above;
    if (left < best) best = left;
    diagonal = above;
    left = best + pairCost(i, j, length);
    at += 8;
    store<f64>(at, left);
  }
}

function pairCost(i: i32, j: i32, length: i32): f64 {
  let cost: f64 = 0;
  for (let c = 0; c < coordinates; c += 2) {
    const d0 = difference(c, i, j, length);
    const d1 = difference(c + 1, i, j, length);
    cost = c === 0 ? d0 * d0 + d1 * d1 : cost + (d0 * d0 + d1 * d1);
  }
  return exactWeights ? cost * load<f64>(exactWeights + ((<usize>j) << 3)) : cost;
}

function difference(c: i32, i: i32, j: i32, length: i32): f64 {
  return (
    <f64>load<f32>(query + ((<usize>(c * queryLength + j)) << 2)) -
    <f64>load<f32>(stretch + ((<usize>(c * length + i)) << 2))
  );
}
