import { blockTableAddress } from './memory';

/*
 * A block holds 4096 tracks. The values of 16 tracks that are bounded together lie side by side; everything else of a
 * track lies together. A level in [-1, 1] is stored as 24 bits, to 2^-24: the upper 16 for the lanes, the lower 8 apart.
 */
export const blockSlots: i32 = 4096;
export const groupSlots: i32 = 16;

/** A plane is one dimension as it is or as shape: level valence, level arousal, shape valence, shape arousal. */
export const planeRows: usize = 24;
export const planeBytes: usize = planeRows * groupSlots;
export const lowRows: usize = 8 * groupSlots;
export const highRows: usize = 16 * groupSlots;
const groupBytes: usize = 2 * planeBytes;

const upperBytes: usize = 256;
const lowerBytes: usize = 128;
const momentBytes: usize = 16;

const slots: usize = <usize>blockSlots;
const shapeRowsAt: usize = (slots / groupSlots) * groupBytes;
const uppersAt: usize = 2 * shapeRowsAt;
const lowersAt: usize = uppersAt + slots * upperBytes;
const momentsAt: usize = lowersAt + slots * lowerBytes;
const trackIdsAt: usize = momentsAt + slots * momentBytes;
const boundsAt: usize = trackIdsAt + slots * 8;
const livingAt: usize = boundsAt + slots * 4;
const wantedAt: usize = livingAt + slots / 8;
export const blockBytes: usize = wantedAt + slots / 8;

export function blockOf(slot: i32): usize {
  return <usize>load<u32>(blockTableAddress + ((<usize>(slot / blockSlots)) << 2));
}

function within(slot: i32): usize {
  return <usize>(slot % blockSlots);
}

/**
 * Segment means and boxes of the 16 tracks with this one, in one plane: 24 rows of 16 bytes. Level and shape lie
 * apart, so that a search by one of them reads memory in order.
 */
export function rowsOf(slot: i32, plane: i32): usize {
  const layer = blockOf(slot) + (plane < 2 ? 0 : shapeRowsAt);
  return layer + (within(slot) / groupSlots) * groupBytes + <usize>(plane & 1) * planeBytes;
}

/** The upper 16 bits of a track's level, valence and arousal interleaved. */
export function uppersOf(slot: i32): usize {
  return blockOf(slot) + uppersAt + within(slot) * upperBytes;
}

/** The lower 8 bits of a track's level. */
export function lowersOf(slot: i32): usize {
  return blockOf(slot) + lowersAt + within(slot) * lowerBytes;
}

/** Four singles: the means of valence and arousal, then what the differences from them are multiplied by for the shape. */
export function momentsOf(slot: i32): usize {
  return blockOf(slot) + momentsAt + within(slot) * momentBytes;
}

export function trackIdOf(slot: i32): usize {
  return blockOf(slot) + trackIdsAt + within(slot) * 8;
}

/** What the search found a track to cost at least: a single. */
export function boundOf(slot: i32): usize {
  return blockOf(slot) + boundsAt + within(slot) * 4;
}

/** One bit for each track of the block that is there, or that the filter lets through; 16 for each group. */
export function maskOf(slot: i32, filtered: bool): usize {
  return blockOf(slot) + (filtered ? wantedAt : livingAt) + within(slot) / 8;
}
