import { blockSlots, boundOf } from './parts/blocks';
import { boundBlock } from './parts/bounds';
import { compareWaiting, consider, sharedCutoff } from './parts/candidates';
import { readLevel } from './parts/exact';
import {
  heapsAddress,
  limitAddress,
  seedLimitAddress,
  slotCountAddress,
  stagingAddress,
} from './parts/memory';
import { costAt, heapBytes, heapSize, idAt } from './parts/nearest';
import { beginPiece, isSpent, mustPause, spend } from './parts/pace';
import { nextShare } from './parts/shares';
import { storeShape, storeTrack } from './parts/storeTrack';

/* Exact search of whole tracks by dynamic time warping. Its tracks and queries are written by wholeTrackMemory.ts. */
export { blockBytes, blockSlots, boundOf, groupSlots, maskOf, trackIdOf } from './parts/blocks';
export { warpPacked } from './parts/candidates';
export * from './parts/memory';
export { heapBytes, heapHeaderBytes } from './parts/nearest';
export { mostUnits, packLanes } from './parts/pack';
export { levelCodes, shapeCodes, storeTrack } from './parts/storeTrack';

/**
 * Phases of a search: all tracks are bounded, the lowest bounds compared, then whatever they leave possible. Before it,
 * where the floors of deviations are others than before, shapes are stored anew.
 */
const boundPhase: i32 = 0;
const seedPhase: i32 = 1;
const comparePhase: i32 = 2;

/** To bound a block of tracks, or to store a track's shape, takes about as long as so many cells of warping. */
const cellsPerBlock: i32 = 50_000;
const cellsPerStored: i32 = 500;

/**
 * One thread's part in a piece of a phase, which is at its end where all blocks are taken. Before the first the heaps are
 * empty. Tells whether the thread has had its share of the piece.
 */
export function work(phase: i32, place: i32): bool {
  beginPiece();
  if (phase === boundPhase) boundAll(place);
  else if (phase === seedPhase) compareSeeds(place);
  else if (phase === comparePhase) comparePossible(place);
  else storeShapes(place);
  return isSpent();
}

export function readTrack(slot: i32): void {
  readLevel(slot, stagingAddress);
}

/** Where a thread's heap of matches lies; that of its seeds follows. */
export function matchesOf(place: i32): usize {
  const bytes = heapBytes(load<i32>(limitAddress)) + heapBytes(load<i32>(seedLimitAddress));
  return <usize>load<u32>(heapsAddress) + <usize>(place * bytes);
}

export function seedsOf(place: i32): usize {
  return matchesOf(place) + heapBytes(load<i32>(limitAddress));
}

function blockCount(): i32 {
  return (load<i32>(slotCountAddress) + blockSlots - 1) / blockSlots;
}

/** Where a thread has no share left or must leave the phase, -1. */
function nextBlock(blocks: i32): i32 {
  if (mustPause()) return -1;
  const block = nextShare();
  return block < blocks ? block : -1;
}

function boundAll(place: i32): void {
  const seeds = seedsOf(place);
  const blocks = blockCount();
  for (let block = nextBlock(blocks); block >= 0; block = nextBlock(blocks)) {
    boundBlock(block, seeds, load<i32>(seedLimitAddress));
    spend(cellsPerBlock);
  }
}

function storeShapes(place: i32): void {
  const blocks = blockCount();
  for (let block = nextBlock(blocks); block >= 0; block = nextBlock(blocks)) {
    const first = block * blockSlots;
    const end = min(load<i32>(slotCountAddress), first + blockSlots);
    for (let slot = first; slot < end; slot++) storeShape(slot, place);
    spend(cellsPerStored * blockSlots);
  }
}

/** The tracks with the lowest bounds: near ones are among them, and make the cutoff low. */
function compareSeeds(place: i32): void {
  const matches = matchesOf(place);
  const seeds = seedsOf(place);
  for (let index = 0; index < heapSize(seeds); index++) {
    const slot = <i32>idAt(seeds, index);
    store<f32>(boundOf(slot), Infinity);
    if (costAt(seeds, index) <= sharedCutoff()) consider(place, slot, matches);
  }
  compareWaiting(place, matches);
}

function comparePossible(place: i32): void {
  const matches = matchesOf(place);
  const blocks = blockCount();
  for (let block = nextBlock(blocks); block >= 0; block = nextBlock(blocks)) {
    const first = block * blockSlots;
    const end = min(load<i32>(slotCountAddress), first + blockSlots);
    for (let slot = first; slot < end; slot += 4) {
      const bounds = boundOf(slot);
      if (!v128.any_true(f32x4.le(v128.load(bounds), f32x4.splat(<f32>sharedCutoff())))) continue;
      for (let lane = 0; lane < 4; lane++) {
        const bound = load<f32>(bounds + ((<usize>lane) << 2));
        if (bound < Infinity && <f64>bound <= sharedCutoff()) consider(place, slot + lane, matches);
      }
    }
  }
  compareWaiting(place, matches);
}
