/**
 * The memory of whole-track search, which all threads share. Below `firstFreeByte` everything has its place; above lie
 * the blocks of tracks and the heaps, wherever wholeTrackMemory.ts put them. Tracks are counted in slots.
 */

/** Points of a track, and its two dimensions interleaved. */
export const points: i32 = 64;
export const coordinates: i32 = 2 * points;
/** Segments of a track's bounds, and points in each. */
export const segments: i32 = 8;
export const segmentPoints: i32 = points / segments;

/** What is asked, written before a search: 32-bit words. */
export const slotCountAddress: usize = 128;
export const dimensionsAddress: usize = 132;
export const firstPlaneAddress: usize = 136;
export const radiusAddress: usize = 140;
export const limitAddress: usize = 144;
export const seedLimitAddress: usize = 148;
export const filteredAddress: usize = 152;
export const heapsAddress: usize = 156;
/** Lane units of a unit of each plane's coordinate, and what rounding to them may add to the root of a cost. */
export const laneScalesAddress: usize = 160;
export const laneUnitAddress: usize = 192;
export const laneMarginAddress: usize = 200;
/** Roots of what each plane's squared difference counts (double), and the cost of a squared bound step (single). */
export const scalesAddress: usize = 208;
export const boundCostsAddress: usize = 240;
/** The cost that a match must not exceed, lowered as matches are found, and each thread's counts. */
export const cutoffAddress: usize = 256;
export const countsAddress: usize = 264;
/** The least standard deviations that valence and arousal are divided by (double), which shapes are stored by. */
export const floorsAddress: usize = 528;

/** Where each block of tracks begins. */
export const blockTableAddress: usize = 4096;
export const mostBlocks: i32 = 2048;

/** The query: its weighted coordinates, its lanes, and its bound codes. */
export const queryAddress: usize = 16384;
export const laneQueryAddress: usize = 17408;
export const boundCodesAddress: usize = 20480;
/** A track on its way in or out: its level, valence and arousal interleaved. */
export const stagingAddress: usize = 22528;

const scratchAddress: usize = 32768;
const scratchBytes: usize = 16384;
export const mostThreads: i32 = 32;
export const firstFreeByte: usize = 557056;

/** Where the thread of this place keeps its own numbers. */
export function scratchOf(place: i32): usize {
  return scratchAddress + <usize>place * scratchBytes;
}

/** What lies where in a thread's scratch memory. */
export const levelAt: usize = 0;
export const sequenceAt: usize = 512;
export const rowAt: usize = 1536;
export const laneRowAt: usize = 2064;
export const lanesAt: usize = 3088;
export const waitingSlotsAt: usize = 5136;
export const waitingCountAt: usize = 5152;
