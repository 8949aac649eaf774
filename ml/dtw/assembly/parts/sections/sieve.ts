import { boundFour } from './bound';
import { spreadWeightedBlocks, spreadWeightedPoints, sumMoments } from './moments';
import {
  blockSize,
  coarseGroupCount,
  coarseGroups,
  coarseSegmentCount,
  coarseSegments,
  columnLevel,
  coordinates,
  edgeCount,
  fineGroups,
  fineSegmentCount,
  fineSegments,
  firstShape,
  relativeSlack,
  rootSlack,
} from './plan';
import { coarseTable, contributions, fineTable, nodeBytes, nodes } from './scratch';
import { setLevel, spreadBlocks, spreadPoints } from './spread';
import { rangeBlocks, rangePoints, sumBlocks, sumUp, trackLength } from './track';
import { addLater, unreached, warpRanges } from './warp';

/** How many nodes the bounds have left of the track at hand, and the first of the cheapest bound. */
export let nodeCount: i32 = 0;

/** A group's record: see spread.ts; it knows the fine ones it is made of, and a fine one its band. */
export const groupBytes: i32 = 80;
const firstPartOf: usize = 8;
const partCountOf: usize = 12;
const windowsOf: usize = 44;

let pointsReady = false;
let summed = false;

/** What a bound in single precision may be while the cost is not above `cutoff`. */
export function limitOf(cutoff: f64): v128 {
  const root = sqrt(cutoff) + rootSlack;
  return f32x4.splat(<f32>(root * root * relativeSlack));
}

/** Leaves in `nodes` every stretch of the track that may cost as little as `cutoff`. */
export function sieve(cutoff: f64): void {
  nodeCount = 0;
  pointsReady = false;
  summed = false;
  const limit = limitOf(cutoff);
  setLevel();
  rangeBlocks();
  if (firstShape < coordinates) {
    sum();
    if (edgeCount > 0) sumMoments();
    else sumBlocks();
  }
  for (let k = 0; k < coarseGroupCount; k++) sieveGroup(coarseGroups + <usize>k * groupBytes, limit);
}

/** Prepares what the exact cost is taken from. */
export function sum(): void {
  if (!summed) sumUp();
  summed = true;
}

function sieveGroup(group: usize, limit: v128): void {
  const shortest = load<i32>(group);
  const windows = load<u32>(group, windowsOf);
  for (let block = 0; block * blockSize + shortest <= trackLength; block += 4) {
    if (firstShape < coordinates) {
      if (edgeCount > 0) spreadWeightedBlocks(block);
      else spreadBlocks(block, group);
    }
    const table = coarseTable + ((<usize>block) << 2);
    const bound = boundFour(table, windows, coarseSegments, coarseSegmentCount, limit, 0);
    const left = i32x4.bitmask(f32x4.le(bound, limit));
    for (let lane = 0; lane < 4; lane++) {
      if (left & (1 << lane)) sieveBlock((block + lane) * blockSize, group, limit);
    }
  }
}

function sieveBlock(from: i32, group: usize, limit: v128): void {
  if (!pointsReady) {
    sum();
    rangePoints();
    pointsReady = true;
  }
  const whole = partOf(group, 0);
  const parts = partCount(whole);
  for (let start = from; start < from + blockSize; start += 4) {
    if (parts === 0) sieveFour(start, whole, limit);
    if (parts === 0 || !possible(start, whole, limit, 0)) continue;
    for (let k = 0; k < parts; k++) sieveFour(start, partOf(whole, k), limit);
  }
}

export function partCount(group: usize): i32 {
  return load<i32>(group, partCountOf);
}

export function partOf(group: usize, k: i32): usize {
  return fineGroups + <usize>((load<i32>(group, firstPartOf) + k) * groupBytes);
}

/** Whether one of four stretches, of any length of the group, may be within the limit. */
function possible(start: i32, group: usize, limit: v128, contributions: usize): bool {
  if (start + load<i32>(group) > trackLength) return false;
  if (firstShape < coordinates) {
    if (edgeCount > 0) spreadWeightedPoints(start);
    else spreadPoints(start, trackLength, group);
  }
  const table = fineTable + ((<usize>start) << 2);
  const windows = load<u32>(group, windowsOf);
  const bound = boundFour(table, windows, fineSegments, fineSegmentCount, limit, contributions);
  return v128.any_true(f32x4.le(bound, limit));
}

/**
 * What four stretches from `start` on cost at least, whichever length of the group they have: by warping to ranges, if
 * bounds do not tell before.
 */
export function leastCost(start: i32, group: usize, limit: v128): v128 {
  if (!possible(start, group, limit, contributions)) return f32x4.splat(unreached);
  addLater();
  if (columnLevel > 0) {
    const bound = warpRanges(start, group, columnLevel, limit);
    if (!v128.any_true(f32x4.le(bound, limit))) return bound;
  }
  return warpRanges(start, group, 0, limit);
}

function sieveFour(start: i32, group: usize, limit: v128): void {
  const cost = leastCost(start, group, limit);
  if (!v128.any_true(f32x4.le(cost, limit))) return;
  const node = nodes + nodeCount * nodeBytes;
  v128.store(node, cost);
  store<i32>(node, start, 16);
  store<u32>(node, <u32>group, 20);
  nodeCount++;
}
