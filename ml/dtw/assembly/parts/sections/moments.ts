import {
  capacity,
  coordinates,
  edgeCount,
  edges,
  firstShape,
  floorOf,
  queryLength,
  totalWeight,
} from './plan';
import { blockMoments, deviationReach, deviations, meanReach, means, pointMoments, sums } from './scratch';
import { joined, setFactor } from './spread';
import { rangeOfBlocks, trackLength } from './track';

/**
 * Weighted mean and standard deviation of every stretch that is as long as the query, where its points have weights:
 * all stretches have one length then, so that the moments are known and not only bounded.
 */

/** Of a dimension the address of its means in pointMoments, by start; its deviations follow. */
function momentsOf(d: i32): usize {
  return pointMoments + 2 * d * ((<usize>capacity) << 2);
}

/** Of a dimension the least means of the blocks of starts; greatest, then the deviations' follow, capacity bytes each. */
function blockMomentsOf(d: i32): usize {
  return blockMoments + 4 * d * <usize>capacity;
}

/** For four neighbouring blocks of starts and the query's length, where its points have weights. */
export function spreadWeightedBlocks(block: i32): void {
  const half = f32x4.splat(0.5);
  for (let c = firstShape; c < coordinates; c++) {
    const at = blockMomentsOf(c & 1) + ((<usize>block) << 2);
    const leastMean = v128.load(at);
    const greatestMean = v128.load(at + capacity);
    const leastDeviation = v128.load(at + 2 * capacity);
    const greatestDeviation = v128.load(at + 3 * capacity);
    const place = (<usize>c) << 4;
    v128.store(means + place, f32x4.mul(half, f32x4.add(greatestMean, leastMean)));
    v128.store(meanReach + place, f32x4.mul(half, f32x4.sub(greatestMean, leastMean)));
    v128.store(deviations + place, f32x4.mul(half, f32x4.add(greatestDeviation, leastDeviation)));
    v128.store(deviationReach + place, f32x4.mul(half, f32x4.sub(greatestDeviation, leastDeviation)));
    setFactor(c, f32x4.mul(greatestDeviation, greatestDeviation));
  }
}

/** For the stretches from four neighbouring points on. */
export function spreadWeightedPoints(start: i32): void {
  const zero = f32x4.splat(0);
  for (let c = firstShape; c < coordinates; c++) {
    const at = momentsOf(c & 1) + ((<usize>start) << 2);
    const deviation = v128.load(at + ((<usize>capacity) << 2));
    const place = (<usize>c) << 4;
    v128.store(means + place, v128.load(at));
    v128.store(meanReach + place, zero);
    v128.store(deviations + place, deviation);
    v128.store(deviationReach + place, zero);
    setFactor(c, f32x4.mul(deviation, deviation));
  }
}

/** Fills both tables for the track at hand, whose running sums must be there. */
export function sumMoments(): void {
  const starts = max(0, trackLength - queryLength + 1);
  const pitch = (<usize>capacity) << 2;
  for (let d = 0; d < 2; d++) {
    const values = sums + 2 * d * ((<usize>capacity) << 3);
    const to = momentsOf(d);
    // Four starts are looked at together, so that some behind the last must be numbers, too.
    for (let start = 0; start < starts + 3; start += 4) {
      momentsOfFour(values + ((<usize>start) << 3), to + ((<usize>start) << 2), floorOf(d));
    }
    const blocks = blockMomentsOf(d);
    rangeOfBlocks(to, starts, blocks, blocks + capacity);
    rangeOfBlocks(to + pitch, starts, blocks + 2 * capacity, blocks + 3 * capacity);
  }
}

/** Sums in double precision, as exact.ts has them; what comes of them is stored in single. */
function momentsOfFour(values: usize, to: usize, leastDeviation: f64): void {
  const squares = values + ((<usize>capacity) << 3);
  let firstValue = f64x2.splat(0);
  let firstSquare = firstValue;
  let nextValue = firstValue;
  let nextSquare = firstValue;
  for (let edge = edges, last = edges + ((<usize>edgeCount) << 4); edge < last; edge += 16) {
    const at = (<usize>load<i32>(edge)) << 3;
    const fall = v128.load64_splat(edge, 8);
    firstValue = f64x2.add(firstValue, f64x2.mul(fall, v128.load(values + at)));
    nextValue = f64x2.add(nextValue, f64x2.mul(fall, v128.load(values + at, 16)));
    firstSquare = f64x2.add(firstSquare, f64x2.mul(fall, v128.load(squares + at)));
    nextSquare = f64x2.add(nextSquare, f64x2.mul(fall, v128.load(squares + at, 16)));
  }
  const part = f64x2.splat(1 / totalWeight);
  const firstMean = f64x2.mul(firstValue, part);
  const nextMean = f64x2.mul(nextValue, part);
  const firstVariance = f64x2.sub(f64x2.mul(firstSquare, part), f64x2.mul(firstMean, firstMean));
  const nextVariance = f64x2.sub(f64x2.mul(nextSquare, part), f64x2.mul(nextMean, nextMean));
  const floor = f32x4.splat(<f32>(leastDeviation * leastDeviation));
  v128.store(to, joined(firstMean, nextMean));
  v128.store(
    to + ((<usize>capacity) << 2),
    f32x4.sqrt(f32x4.pmax(joined(firstVariance, nextVariance), floor)),
  );
}
