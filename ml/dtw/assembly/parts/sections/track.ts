import { spend } from '../pace';
import { blockSize, capacity, coarseLevels, fineLevels } from './plan';
import {
  blockSums,
  centres,
  coarseTable,
  curve,
  fineTable,
  squaresSlack,
  sums,
  valuesSlack,
} from './scratch';

/** The track at hand, as it lies in the thread's own memory. */
export let trackLength: i32 = 0;
/** Stands where a track has no point: outside of every range, and dear when paired. */
const nowhere: f32 = 1e9;
const steps: f32 = 32767;
/** To lay out a track takes about as long as so many cells for each of its points. */
const tableCells: i32 = 8;

/** How a track's curve lies in memory: as steps of 1/32767 (i16), or as numbers (f32); valence, then arousal. */
const packedFormat: i32 = 1;

/** Takes up a track again whose curve and tables are still in the thread's memory. */
export function resumeTrack(length: i32): void {
  trackLength = length;
}

/** Copies the curve of the track that `entry` (see ml/dtw/shared/curveMemory.ts) tells of. */
export function unpack(entry: usize): void {
  const source = <usize>load<u32>(entry);
  const packed = load<i32>(entry, 8) === packedFormat;
  trackLength = load<i32>(entry, 4);
  spend(capacity * tableCells);
  // Rows of samples begin at multiples of 16 bytes, so that whole vectors may be read.
  const pitch = packed ? (2 * trackLength + 15) & ~15 : (4 * trackLength + 15) & ~15;
  for (let d = 0; d < 2; d++) {
    const from = source + d * pitch;
    const to = curve + 4 * d * capacity;
    if (packed) unpackSteps(from, to);
    else memory.copy(to, from, 4 * trackLength);
    fillFrom(to, nowhere);
  }
}

/** Sets what lies behind the track's end. */
function fillFrom(values: usize, value: f32): void {
  let i = trackLength;
  for (; i & 3; i++) store<f32>(values + ((<usize>i) << 2), value);
  for (; i < capacity; i += 4) v128.store(values + ((<usize>i) << 2), f32x4.splat(value));
}

function unpackSteps(from: usize, to: usize): void {
  const divisor = f32x4.splat(steps);
  for (let i = 0; i < trackLength; i += 4) {
    const four = i32x4.extend_low_i16x8_s(v128.load64_zero(from + ((<usize>i) << 1)));
    v128.store(to + ((<usize>i) << 2), f32x4.div(f32x4.convert_i32x4_s(four), divisor));
  }
}

/** The running sums of both dimensions and their squares, beyond the end held at their last. */
export function sumUp(): void {
  const pitch = (<usize>capacity) << 3;
  const valenceSums = sums;
  const arousalSums = sums + 2 * pitch;
  let valence = f64x2.splat(0);
  let arousal = f64x2.splat(0);
  for (let i = 0; i < trackLength; i++) {
    const at = (<usize>i) << 3;
    storeTwo(valenceSums + at, valence);
    storeTwo(arousalSums + at, arousal);
    valence = f64x2.add(valence, withSquare(<f64>load<f32>(curve + ((<usize>i) << 2))));
    arousal = f64x2.add(arousal, withSquare(<f64>load<f32>(curve + ((<usize>(capacity + i)) << 2))));
  }
  for (let i = trackLength; i < capacity; i++) {
    const at = (<usize>i) << 3;
    storeTwo(valenceSums + at, valence);
    storeTwo(arousalSums + at, arousal);
  }
}

function withSquare(value: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(value), 1, value * value);
}

function storeTwo(at: usize, pair: v128): void {
  v128.store64_lane(at, pair, 0);
  v128.store64_lane(at + ((<usize>capacity) << 3), pair, 1);
}

/** The sums at the blocks' edges, less each dimension's mean, so that single precision loses little. */
export function sumBlocks(): void {
  const pitch = (<usize>capacity) << 3;
  const out = (<usize>capacity) << 2;
  for (let d = 0; d < 2; d++) {
    const values = sums + 2 * d * pitch;
    const mean = load<f64>(values + ((<usize>trackLength) << 3)) / <f64>trackLength;
    let largest: f64 = 0;
    let squares: f64 = 0;
    for (let block = 0, i = 0; i < capacity; block++, i += blockSize) {
      const points = <f64>min(i, trackLength);
      const value = load<f64>(values + ((<usize>i) << 3));
      const square = load<f64>(values + pitch + ((<usize>i) << 3));
      const centred = value - points * mean;
      squares = square - mean * (2 * value - points * mean);
      largest = max(largest, abs(centred));
      const at = blockSums + ((<usize>block) << 2);
      store<f32>(at + 2 * d * out, <f32>centred);
      store<f32>(at + (2 * d + 1) * out, <f32>squares);
      if (d === 0) store<f32>(at + 4 * out, <f32>points);
    }
    const side = (<usize>d) << 2;
    store<f32>(centres + side, <f32>mean);
    store<f32>(squaresSlack + side, <f32>(1e-6 * (squares + largest)));
    store<f32>(valuesSlack + side, <f32>(2.5e-7 * largest));
  }
}

/** Least and greatest of each block, and of 2, 4, 8 ... blocks from each on. */
export function rangeBlocks(): void {
  const pitch = (<usize>capacity) << 2;
  for (let d = 0; d < 2; d++) {
    const least = coarseTable + 2 * d * pitch;
    rangeOfBlocks(curve + d * pitch, trackLength, least, least + pitch);
  }
  widen(coarseTable, coarseLevels, capacity / blockSize);
}

/** Least and greatest of `count` values in each block; there must be room for capacity / 4. */
export function rangeOfBlocks(source: usize, count: i32, least: usize, greatest: usize): void {
  rangeFours(source, count, least, greatest);
  for (let size = 4; size < blockSize; size <<= 1) {
    halve<i32>(least, capacity / (2 * size));
    halve<bool>(greatest, capacity / (2 * size));
  }
}

/** Least and greatest of every four of `count` values; behind the last stands what no range holds. */
function rangeFours(source: usize, count: i32, least: usize, greatest: usize): void {
  const whole = count & ~15;
  for (let i = 0; i < whole; i += 16) {
    const at = source + ((<usize>i) << 2);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const e = v128.load(at, 48);
    const ab = v128.shuffle<f32>(a, b, 0, 1, 4, 5);
    const ba = v128.shuffle<f32>(a, b, 2, 3, 6, 7);
    const ce = v128.shuffle<f32>(c, e, 0, 1, 4, 5);
    const ec = v128.shuffle<f32>(c, e, 2, 3, 6, 7);
    v128.store(least + <usize>i, foldTwo<i32>(f32x4.pmin(ab, ba), f32x4.pmin(ce, ec)));
    v128.store(greatest + <usize>i, foldTwo<bool>(f32x4.pmax(ab, ba), f32x4.pmax(ce, ec)));
  }
  for (let i = whole; i < capacity; i += 4) {
    let low = nowhere;
    let high = -nowhere;
    for (let k = i; k < min(i + 4, count); k++) {
      const value = load<f32>(source + ((<usize>k) << 2));
      if (value < low) low = value;
      if (value > high) high = value;
    }
    store<f32>(least + <usize>i, low);
    store<f32>(greatest + <usize>i, high);
  }
}

/** The lesser (or with Most the greater) of each two neighbours in a, then in b. */
function foldTwo<Most>(a: v128, b: v128): v128 {
  const even = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
  const odd = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
  return isBoolean<Most>() ? f32x4.pmax(even, odd) : f32x4.pmin(even, odd);
}

/** Two entries become one, in place. */
function halve<Most>(values: usize, entries: i32): void {
  for (let i = 0; i < entries; i += 4) {
    const from = values + ((<usize>i) << 3);
    v128.store(values + ((<usize>i) << 2), foldTwo<Most>(v128.load(from), v128.load(from, 16)));
  }
}

/** The same of points. */
export function rangePoints(): void {
  const pitch = (<usize>capacity) << 2;
  for (let d = 0; d < 2; d++) {
    const source = curve + d * pitch;
    const least = fineTable + 2 * d * pitch;
    memory.copy(least, source, 4 * trackLength);
    memory.copy(least + pitch, source, 4 * trackLength);
    fillFrom(least, nowhere);
    fillFrom(least + pitch, -nowhere);
  }
  widen(fineTable, fineLevels, capacity);
}

/** Level after level of a table of ranges: two ranges of 2^p entries side by side make one of 2^(p + 1). */
function widen(table: usize, levels: i32, entries: i32): void {
  const pitch = (<usize>capacity) << 2;
  for (let level = 1; level < levels; level++) {
    const span = 1 << (level - 1);
    for (let side = 0; side < 4; side++) {
      const from = table + (4 * (level - 1) + side) * pitch;
      const to = from + 4 * pitch;
      const last = entries - 2 * span;
      if (side & 1) {
        for (let i = 0; i <= last; i += 4) {
          const at = (<usize>i) << 2;
          v128.store(to + at, f32x4.pmax(v128.load(from + at), v128.load(from + at + ((<usize>span) << 2))));
        }
      } else {
        for (let i = 0; i <= last; i += 4) {
          const at = (<usize>i) << 2;
          v128.store(to + at, f32x4.pmin(v128.load(from + at), v128.load(from + at + ((<usize>span) << 2))));
        }
      }
    }
  }
}
