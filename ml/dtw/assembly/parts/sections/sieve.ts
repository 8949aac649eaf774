import { mustPause, spend } from '../pace';
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
import { blocks, coarseTable, contributions, fineTable, nodeBytes, nodes } from './scratch';
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

/** The blocks of starts that the first bounds left, how far they are looked at, and what a bound may be. */
let blockCount: i32 = 0;
let blockAt: i32 = 0;
let offset: i32 = 0;
let part: i32 = 0;
let limit: v128 = f32x4.splat(0);

/** What a bound in single precision may be while the cost is not above `cutoff`. */
export function limitOf(cutoff: f64): v128 {
  const root = sqrt(cutoff) + rootSlack;
  return f32x4.splat(<f32>(root * root * relativeSlack));
}

/** Leaves in `blocks` every block of starts that may hold a stretch that costs as little as `cutoff`. */
export function beginSieve(cutoff: f64): void {
  nodeCount = 0;
  blockCount = 0;
  blockAt = 0;
  offset = 0;
  part = 0;
  limit = limitOf(cutoff);
  setLevel();
  rangeBlocks();
  if (firstShape < coordinates) {
    sumUp();
    if (edgeCount > 0) sumMoments();
    else sumBlocks();
  }
  for (let k = 0; k < coarseGroupCount; k++) sieveGroup(coarseGroups + <usize>k * groupBytes);
  if (blockCount === 0) return;
  if (firstShape === coordinates) sumUp();
  rangePoints();
}

function sieveGroup(group: usize): void {
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
      if (left & (1 << lane)) addBlock((block + lane) * blockSize, group);
    }
  }
}

function addBlock(from: i32, group: usize): void {
  const at = blocks + ((<usize>blockCount) << 3);
  store<i32>(at, from);
  store<u32>(at, <u32>partOf(group, 0), 4);
  blockCount++;
}

/** Leaves in `nodes` what may cost as little; false where that has to be gone on with in another piece of work. */
export function sieveOn(): bool {
  for (; blockAt < blockCount; blockAt++) {
    if (mustPause()) return false;
    if (!sieveBlock(blocks + ((<usize>blockAt) << 3))) return false;
    offset = 0;
  }
  return true;
}

function sieveBlock(block: usize): bool {
  const from = load<i32>(block);
  const whole = <usize>load<u32>(block, 4);
  const parts = partCount(whole);
  spend(blockSize);
  for (; offset < blockSize; offset += 4) {
    const start = from + offset;
    if (parts === 0) {
      if (mustPause()) return false;
      sieveFour(start, whole);
    } else if (part > 0 || possible(start, whole, limit, 0)) {
      for (; part < parts; part++) {
        if (mustPause()) return false;
        sieveFour(start, partOf(whole, part));
      }
      part = 0;
    }
  }
  return true;
}

/** Writes down how far the sieve is, and takes it up from there. */
export function rememberSieve(to: usize): void {
  store<i32>(to, nodeCount);
  store<i32>(to, blockCount, 4);
  store<i32>(to, blockAt, 8);
  store<i32>(to, offset, 12);
  store<i32>(to, part, 16);
  v128.store(to, limit, 32);
}

export function resumeSieve(from: usize): void {
  nodeCount = load<i32>(from);
  blockCount = load<i32>(from, 4);
  blockAt = load<i32>(from, 8);
  offset = load<i32>(from, 12);
  part = load<i32>(from, 16);
  limit = v128.load(from, 32);
}

export function partCount(group: usize): i32 {
  return load<i32>(group, partCountOf);
}

export function partOf(group: usize, k: i32): usize {
  return fineGroups + <usize>((load<i32>(group, firstPartOf) + k) * groupBytes);
}

/** Whether one of four stretches, of any length of the group, may be within the limit. */
function possible(start: i32, group: usize, most: v128, contributions: usize): bool {
  if (start + load<i32>(group) > trackLength) return false;
  if (firstShape < coordinates) {
    if (edgeCount > 0) spreadWeightedPoints(start);
    else spreadPoints(start, trackLength, group);
  }
  const table = fineTable + ((<usize>start) << 2);
  const windows = load<u32>(group, windowsOf);
  const bound = boundFour(table, windows, fineSegments, fineSegmentCount, most, contributions);
  return v128.any_true(f32x4.le(bound, most));
}

/**
 * What four stretches from `start` on cost at least, whichever length of the group they have: by warping to ranges, if
 * bounds do not tell before.
 */
export function leastCost(start: i32, group: usize, most: v128): v128 {
  if (!possible(start, group, most, contributions)) return f32x4.splat(unreached);
  addLater();
  if (columnLevel > 0) {
    const bound = warpRanges(start, group, columnLevel, most);
    if (!v128.any_true(f32x4.le(bound, most))) return bound;
  }
  return warpRanges(start, group, 0, most);
}

function sieveFour(start: i32, group: usize): void {
  const cost = leastCost(start, group, limit);
  if (!v128.any_true(f32x4.le(cost, limit))) return;
  const node = nodes + nodeCount * nodeBytes;
  v128.store(node, cost);
  store<i32>(node, start, 16);
  store<u32>(node, <u32>group, 20);
  nodeCount++;
}
