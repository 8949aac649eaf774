import { trackIdOf } from './blocks';
import { exactCost } from './exact';
import { FourDimensions, leastLaneRadius, TwoDimensions, warpLanes } from './lanes';
import {
  countsAddress,
  cutoffAddress,
  dimensionsAddress,
  laneMarginAddress,
  laneQueryAddress,
  laneRowAt,
  lanesAt,
  laneUnitAddress,
  limitAddress,
  points,
  radiusAddress,
  scratchOf,
  waitingCountAt,
  waitingSlotsAt,
} from './memory';
import { heapCutoff, offer } from './nearest';
import { spend } from './pace';
import { packLanes } from './pack';

/*
 * Candidates wait until four are together and are warped in lanes, which bounds their costs from below; what that lets
 * through is computed exactly. LB_Keogh before the lanes costs more time than it saves.
 */
const lanes: i32 = 4;

/** Words of a thread's counts: candidates warped in lanes, and computed exactly. */
const warpedAt: usize = 0;
const exactAt: usize = 4;
const countBytes: usize = 8;

function count(place: i32, at: usize, more: i32): void {
  const address = countsAddress + <usize>place * countBytes + at;
  store<i32>(address, load<i32>(address) + more);
}

/** The cost that a match must not exceed, as all threads know it by now. */
export function sharedCutoff(): f64 {
  return reinterpret<f64>(atomic.load<u64>(cutoffAddress));
}

/** Lowers the shared cutoff. Costs are not negative, so their bits are ordered as they are. */
function lowerCutoff(cutoff: f64): void {
  const wanted = reinterpret<u64>(cutoff);
  let known = atomic.load<u64>(cutoffAddress);
  while (wanted < known) {
    const seen = atomic.cmpxchg<u64>(cutoffAddress, known, wanted);
    if (seen === known) return;
    known = seen;
  }
}

/** The sum in lane units that a cost of at most the cutoff cannot exceed. */
function laneCutoff(): u32 {
  const root = Math.sqrt(sharedCutoff()) * load<f64>(laneUnitAddress) + load<f64>(laneMarginAddress);
  return root < 65535 ? <u32>(root * root) : u32.MAX_VALUE;
}

/** Takes up a candidate, to be compared with three others or by compareWaiting. */
export function consider(place: i32, slot: i32, matches: usize): void {
  const scratch = scratchOf(place);
  const waiting = load<i32>(scratch + waitingCountAt);
  store<i32>(scratch + waitingSlotsAt + ((<usize>waiting) << 2), slot);
  store<i32>(scratch + waitingCountAt, waiting + 1);
  if (waiting + 1 === lanes) compareWaiting(place, matches);
}

/** Compares the candidates that wait; lanes that none of them fills hold earlier ones, or the first track. */
export function compareWaiting(place: i32, matches: usize): void {
  const scratch = scratchOf(place);
  const waiting = load<i32>(scratch + waitingCountAt);
  if (waiting === 0) return;
  store<i32>(scratch + waitingCountAt, 0);
  count(place, warpedAt, waiting);
  packLanes(place);
  const cutoff = laneCutoff();
  const costs = warpPacked(place, cutoff);
  for (let lane = 0; lane < waiting; lane++) {
    const at = (<usize>lane) << 2;
    if (load<u32>(costs + at) <= cutoff) measure(place, load<i32>(scratch + waitingSlotsAt + at), matches);
  }
}

/** Warps the packed tracks; returns where their costs lie, in lane units, 32 bits each. */
export function warpPacked(place: i32, cutoff: u32): usize {
  const scratch = scratchOf(place);
  const costs = scratch + laneRowAt;
  const tracks = scratch + lanesAt;
  const radius = max(leastLaneRadius, load<i32>(radiusAddress));
  spend(points * min(points, 2 * radius + 1));
  const warped =
    load<i32>(dimensionsAddress) === 2
      ? warpLanes<TwoDimensions>(laneQueryAddress, tracks, costs, radius, cutoff)
      : warpLanes<FourDimensions>(laneQueryAddress, tracks, costs, radius, cutoff);
  v128.store(costs, warped);
  return costs;
}

/** Computes a candidate's cost exactly and keeps it if it is among the nearest. */
function measure(place: i32, slot: i32, matches: usize): void {
  count(place, exactAt, 1);
  const cost = exactCost(place, slot, sharedCutoff());
  if (cost === Infinity) return;
  const limit = load<i32>(limitAddress);
  offer(matches, limit, cost, load<f64>(trackIdOf(slot)));
  lowerCutoff(heapCutoff(matches, limit));
}
