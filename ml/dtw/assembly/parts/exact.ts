import { lowersOf, uppersOf } from './blocks';
import {
  coordinates,
  dimensionsAddress,
  firstPlaneAddress,
  floorsAddress,
  levelAt,
  points,
  queryAddress,
  radiusAddress,
  rowAt,
  scalesAddress,
  scratchOf,
  sequenceAt,
} from './memory';

/* As dtw.ts, shape.ts and sequence.ts compute it, operation by operation: the results are the same to the last bit. */
const relativeSlack: f64 = 1e-9;
const absoluteSlack: f64 = 1e-12;
const stepsPerUnit: f32 = 8388608;

/** Writes a track's level as singles, valence and arousal interleaved. */
export function readLevel(slot: i32, level: usize): void {
  const uppers = uppersOf(slot);
  const lowers = lowersOf(slot);
  for (let i: usize = 0; i < <usize>coordinates; i++) {
    const steps = ((<i32>load<i16>(uppers + (i << 1))) << 8) | (<i32>load<u8>(lowers + i));
    store<f32>(level + (i << 2), <f32>steps / stepsPerUnit);
  }
}

/** Of one dimension of a level, the mean and what differences from it are multiplied by (shape.ts). */
export function meanOf(level: usize, dimension: i32): f64 {
  let sum: f64 = 0;
  for (let i = dimension; i < coordinates; i += 2) sum += <f64>load<f32>(level + ((<usize>i) << 2));
  return sum / <f64>points;
}

export function shapeScaleOf(level: usize, dimension: i32, mean: f64): f64 {
  let squares: f64 = 0;
  for (let i = dimension; i < coordinates; i += 2) {
    const difference = <f64>load<f32>(level + ((<usize>i) << 2)) - mean;
    squares += difference * difference;
  }
  const floor = load<f64>(floorsAddress + ((<usize>dimension) << 3));
  return 1 / Math.max(Math.sqrt(squares / <f64>points), floor);
}

/** Writes the weighted coordinates that are compared (sequence.ts). */
function writeSequence(level: usize, sequence: usize): void {
  const dimensions = load<i32>(dimensionsAddress);
  const firstPlane = load<i32>(firstPlaneAddress);
  for (let d = 0; d < dimensions; d++) {
    const plane = firstPlane + d;
    const side = plane & 1;
    const scale = load<f64>(scalesAddress + ((<usize>plane) << 3));
    const mean = plane < 2 ? 0 : meanOf(level, side);
    const shapeScale = plane < 2 ? 1 : shapeScaleOf(level, side, mean);
    for (let i = 0; i < points; i++) {
      const value = <f64>load<f32>(level + ((<usize>(2 * i + side)) << 2));
      const coordinate = plane < 2 ? value : <f64>(<f32>((value - mean) * shapeScale));
      store<f32>(sequence + ((<usize>(i * dimensions + d)) << 2), <f32>(coordinate * scale));
    }
  }
}

function pairCost(query: usize, curve: usize, dimensions: i32): f64 {
  const d0 = <f64>load<f32>(query) - <f64>load<f32>(curve);
  const d1 = <f64>load<f32>(query, 4) - <f64>load<f32>(curve, 4);
  const cost = d0 * d0 + d1 * d1;
  if (dimensions === 2) return cost;
  const d2 = <f64>load<f32>(query, 8) - <f64>load<f32>(curve, 8);
  const d3 = <f64>load<f32>(query, 12) - <f64>load<f32>(curve, 12);
  return cost + (d2 * d2 + d3 * d3);
}

/** What the track costs by dynamic time warping; Infinity where that exceeds the cutoff by more than rounding. */
export function exactCost(place: i32, slot: i32, cutoff: f64): f64 {
  const scratch = scratchOf(place);
  const level = scratch + levelAt;
  const sequence = scratch + sequenceAt;
  const row = scratch + rowAt;
  const dimensions = load<i32>(dimensionsAddress);
  const radius = load<i32>(radiusAddress);
  const limit = cutoff * (1 + relativeSlack) + absoluteSlack;
  readLevel(slot, level);
  writeSequence(level, sequence);
  for (let j: usize = 0; j <= <usize>points; j++) store<f64>(row + (j << 3), Infinity);
  store<f64>(row, 0);
  for (let i = 0; i < points; i++) {
    const least = advance(row, sequence + ((<usize>(i * dimensions)) << 2), i, radius, dimensions);
    if (least > limit) return Infinity;
  }
  const cost = load<f64>(row + ((<usize>points) << 3));
  return cost > limit ? Infinity : cost;
}

/** Replaces the row of the table in place and returns its least entry (dtw.ts, advance). */
function advance(row: usize, point: usize, index: i32, radius: i32, dimensions: i32): f64 {
  const low = max(0, index - radius);
  const high = min(points - 1, index + radius);
  const width = (<usize>dimensions) << 2;
  let entry = row + ((<usize>low) << 3);
  let diagonal = load<f64>(entry);
  let left: f64 = Infinity;
  let least: f64 = Infinity;
  store<f64>(entry, Infinity);
  let query = queryAddress + <usize>low * width;
  for (let j = low; j <= high; j++) {
    const above = load<f64>(entry, 8);
    let best = diagonal;
    if (above < best) best = above;
    if (left < best) best = left;
    diagonal = above;
    left = best + pairCost(query, point, dimensions);
    store<f64>(entry, left, 8);
    if (left < least) least = left;
    entry += 8;
    query += width;
  }
  return least;
}
