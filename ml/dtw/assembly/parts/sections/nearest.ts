import { centre, deviation, exactCost, normalise, setBand } from './exact';
import { coordinates, limit } from './plan';
import { deviationReach, deviations, meanReach, means, nodeBytes, nodes, rows, taken } from './scratch';
import { leastCost, limitOf, nodeCount, partCount, partOf, sieve } from './sieve';
import { addFound, cutoff } from './top';
import { trackLength, unpack } from './track';
import { unreached, warpPoints } from './warp';

let takenCount: i32 = 0;
let bestCost: f64 = Infinity;
let bestStart: i32 = 0;
let bestLength: i32 = 0;

/** Adds the track's sections to the best so far, one after the other, until they fall behind. */
export function searchTrack(entry: usize): void {
  unpack(entry);
  sieve(cutoff());
  takenCount = 0;
  while (nodeCount > 0 && takenCount < limit) {
    findBest();
    if (bestCost === Infinity || bestCost > cutoff()) return;
    addFound(bestCost, load<f64>(entry, 16), bestStart, bestLength);
    const at = taken + ((<usize>takenCount) << 3);
    store<i32>(at, bestStart);
    store<i32>(at, bestLength, 4);
    takenCount++;
  }
}

/** The cheapest stretch that overlaps none that is taken by more than half of the shorter. */
function findBest(): void {
  bestCost = Infinity;
  const promising = leastNode();
  searchNode(nodes + promising * nodeBytes);
  for (let k = 0; k < nodeCount; k++) {
    if (k !== promising) searchNode(nodes + k * nodeBytes);
  }
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

function searchNode(node: usize): void {
  const start = load<i32>(node, 16);
  const group = <usize>load<u32>(node, 20);
  if (!mayBeat(v128.load(node))) return;
  if (isFree(start, group)) searchGroup(start, group);
  else v128.store(node, f32x4.splat(unreached));
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

/** Many lengths are bounded together before they are compared one by one. */
function searchGroup(start: i32, group: usize): void {
  const parts = partCount(group);
  for (let k = 0; k < parts; k++) {
    const part = partOf(group, k);
    const costs = leastCost(start, part, limitOf(min(cutoff(), bestCost)));
    if (mayBeat(costs)) searchGroup(start, part);
  }
  if (parts > 0) return;
  const longest = min(load<i32>(group, 4), trackLength - start);
  for (let length = load<i32>(group); length <= longest; length++) searchLength(start, length);
}

function searchLength(start: i32, length: i32): void {
  const free = freeLanes(start, length);
  if (free === 0) return;
  const most = limitOf(min(cutoff(), bestCost));
  setBand(length);
  prepareLength(start, length);
  const costs = warpPoints(start, rows, length, most);
  const left = free & i32x4.bitmask(f32x4.le(costs, most));
  for (let lane = 0; lane < 4; lane++) {
    if (left & (1 << lane)) consider(start + lane, length);
  }
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
