import { mustPause } from '../pace';
import { centre, deviation, exactCost, normalise, setBand } from './exact';
import { coordinates, limit } from './plan';
import {
  deviationReach,
  deviations,
  meanReach,
  means,
  nodeBytes,
  nodes,
  rows,
  state,
  taken,
  waiting,
} from './scratch';
import {
  beginSieve,
  leastCost,
  limitOf,
  nodeCount,
  partCount,
  partOf,
  rememberSieve,
  resumeSieve,
  sieveOn,
} from './sieve';
import { addFound, cutoff } from './top';
import { resumeTrack, trackLength, unpack } from './track';
import { unreached, warpPoints } from './warp';

/** Where in a thread's state the sieve's stands: see rememberTrack. */
const sieveAt: usize = 80;

let takenCount: i32 = 0;
let bestCost: f64 = Infinity;
let bestStart: i32 = 0;
let bestLength: i32 = 0;

/** Where the search for a track's next best section stands: how many nodes were looked at, the most promising first. */
let looked: i32 = 0;
let promising: i32 = 0;
/** Of the node at hand its first start, the groups of lengths that wait, the lengths left, and the lanes of this one. */
let nodeStart: i32 = 0;
let waitingCount: i32 = 0;
let nextLength: i32 = 1;
let lastLength: i32 = 0;
let lanesLeft: i32 = 0;

let stage: i32 = 0;
const sieving: i32 = 0;
const choosing: i32 = 1;

export function beginTrack(entry: usize): void {
  unpack(entry);
  beginSieve(cutoff());
  takenCount = 0;
  stage = sieving;
}

/**
 * Adds the track's sections to the best so far, one after the other, until they fall behind; false where that has to be
 * gone on with in another piece of work.
 */
export function searchOn(entry: usize): bool {
  if (stage === sieving) {
    if (!sieveOn()) return false;
    stage = choosing;
    beginBest();
  }
  while (nodeCount > 0 && takenCount < limit) {
    if (!findBest()) return false;
    if (bestCost === Infinity || bestCost > cutoff()) return true;
    addFound(bestCost, load<f64>(entry, 16), bestStart, bestLength);
    const at = taken + ((<usize>takenCount) << 3);
    store<i32>(at, bestStart);
    store<i32>(at, bestLength, 4);
    takenCount++;
    beginBest();
  }
  return true;
}

/** Writes down how far the track at hand is searched, and takes it up from there. */
export function rememberTrack(): void {
  store<i32>(state, stage, 16);
  store<i32>(state, trackLength, 20);
  store<i32>(state, takenCount, 24);
  store<i32>(state, bestStart, 28);
  store<i32>(state, bestLength, 32);
  store<i32>(state, looked, 36);
  store<i32>(state, promising, 40);
  store<i32>(state, nodeStart, 44);
  store<i32>(state, waitingCount, 48);
  store<i32>(state, nextLength, 52);
  store<i32>(state, lastLength, 56);
  store<i32>(state, lanesLeft, 60);
  store<f64>(state, bestCost, 64);
  rememberSieve(state + sieveAt);
}

export function resumeTrackSearch(): void {
  stage = load<i32>(state, 16);
  resumeTrack(load<i32>(state, 20));
  takenCount = load<i32>(state, 24);
  bestStart = load<i32>(state, 28);
  bestLength = load<i32>(state, 32);
  looked = load<i32>(state, 36);
  promising = load<i32>(state, 40);
  nodeStart = load<i32>(state, 44);
  waitingCount = load<i32>(state, 48);
  nextLength = load<i32>(state, 52);
  lastLength = load<i32>(state, 56);
  lanesLeft = load<i32>(state, 60);
  bestCost = load<f64>(state, 64);
  resumeSieve(state + sieveAt);
}

function beginBest(): void {
  bestCost = Infinity;
  promising = leastNode();
  looked = 0;
  waitingCount = 0;
  nextLength = 1;
  lastLength = 0;
  lanesLeft = 0;
}

/** The cheapest stretch that overlaps none that is taken by more than half of the shorter. */
function findBest(): bool {
  while (searchNode()) {
    if (looked === nodeCount) return true;
    const k = looked === 0 ? promising : looked <= promising ? looked - 1 : looked;
    openNode(nodes + k * nodeBytes);
    looked++;
  }
  return false;
}

function leastNode(): i32 {
  let least = 0;
  let bound: f32 = Infinity;
  for (let k = 0; k < nodeCount; k++) {
    const at = nodes + k * nodeBytes;
    const cost = min(min(load<f32>(at), load<f32>(at, 4)), min(load<f32>(at, 8), load<f32>(at, 12)));
    if (cost < bound) {
      bound = cost;
      least = k;
    }
  }
  return least;
}

function openNode(node: usize): void {
  const start = load<i32>(node, 16);
  const group = <usize>load<u32>(node, 20);
  if (!mayBeat(v128.load(node))) return;
  if (!isFree(start, group)) {
    v128.store(node, f32x4.splat(unreached));
    return;
  }
  nodeStart = start;
  openGroup(group);
}

/** Many lengths are bounded together before they are compared one by one: the first part is looked at first. */
function openGroup(group: usize): void {
  const parts = partCount(group);
  for (let k = parts - 1; k >= 0; k--) {
    store<u32>(waiting + ((<usize>waitingCount) << 2), <u32>partOf(group, k));
    waitingCount++;
  }
  if (parts > 0) return;
  nextLength = load<i32>(group);
  lastLength = min(load<i32>(group, 4), trackLength - nodeStart);
}

/** Searches what is left of the node at hand; false where that has to be gone on with. */
function searchNode(): bool {
  while (lanesLeft !== 0 || nextLength <= lastLength || waitingCount > 0) {
    if (mustPause()) return false;
    if (lanesLeft !== 0) searchLane();
    else if (nextLength <= lastLength) searchLength();
    else searchGroup();
  }
  return true;
}

function searchGroup(): void {
  waitingCount--;
  const group = <usize>load<u32>(waiting + ((<usize>waitingCount) << 2));
  if (mayBeat(leastCost(nodeStart, group, limitOf(min(cutoff(), bestCost))))) openGroup(group);
}

function mayBeat(costs: v128): bool {
  return v128.any_true(f32x4.le(costs, limitOf(min(cutoff(), bestCost))));
}

function isFree(start: i32, group: usize): bool {
  const longest = load<i32>(group, 4);
  for (let length = load<i32>(group); length <= longest; length++) {
    if (freeLanes(start, length) !== 0) return true;
  }
  return false;
}

/** Warps the four stretches of the next length; what that leaves is compared lane by lane. */
function searchLength(): void {
  const free = freeLanes(nodeStart, nextLength);
  if (free !== 0) {
    const most = limitOf(min(cutoff(), bestCost));
    setBand(nextLength);
    prepareLength(nodeStart, nextLength);
    const costs = warpPoints(nodeStart, rows, nextLength, most);
    lanesLeft = free & i32x4.bitmask(f32x4.le(costs, most));
  }
  if (lanesLeft === 0) nextLength++;
}

function searchLane(): void {
  const lane = ctz(lanesLeft);
  lanesLeft &= lanesLeft - 1;
  setBand(nextLength);
  consider(nodeStart + lane, nextLength);
  if (lanesLeft === 0) nextLength++;
}

/** Which of the four stretches from `start` on lie within the track and overlap none that is taken. */
function freeLanes(start: i32, length: i32): i32 {
  let lanes = 0;
  for (let lane = 0; lane < 4 && start + lane + length <= trackLength; lane++) {
    if (!overlapsTaken(start + lane, length)) lanes |= 1 << lane;
  }
  return lanes;
}

/** Sets the means and deviations of the four stretches of one length. */
function prepareLength(start: i32, length: i32): void {
  for (let c = 0; c < coordinates; c++) {
    const place = (<usize>c) << 4;
    for (let lane = 0; lane < 4; lane++) {
      const at = place + ((<usize>lane) << 2);
      normalise(c, start + lane, length);
      store<f32>(means + at, <f32>centre);
      store<f32>(deviations + at, <f32>deviation);
    }
    v128.store(meanReach + place, f32x4.splat(0));
    v128.store(deviationReach + place, f32x4.splat(0));
  }
}

function consider(start: i32, length: i32): void {
  const cost = exactCost(start, length);
  if (cost > bestCost || cost === Infinity) return;
  if (cost === bestCost && (start > bestStart || (start === bestStart && length >= bestLength))) return;
  bestCost = cost;
  bestStart = start;
  bestLength = length;
}

/** By more than half of the shorter, as ml/dtw/plain/section.ts has it. */
function overlapsTaken(start: i32, length: i32): bool {
  for (let k = 0; k < takenCount; k++) {
    const other = load<i32>(taken + ((<usize>k) << 3));
    const otherLength = load<i32>(taken + ((<usize>k) << 3), 4);
    const shared = min(start + length, other + otherLength) - max(start, other);
    if (2 * shared > min(length, otherLength)) return true;
  }
  return false;
}
