import { points } from './memory';

/*
 * Dynamic time warping of four tracks at once, one in each lane of 32 bits. A point is two coordinates of 16 bits, so
 * one instruction squares and sums their differences; sums are whole numbers, and exact as such. Four rows of the
 * table stay in registers; the band's edges, where not all four rows lie inside, are written out.
 */

/** More than any cost (each of at most 64 steps of a diagonal costs less than 2^26), and addable to one more step. */
const outsideBand: i32 = 0xf0000000;

/** The band's edges are written out for at least this radius; a wider band only lowers a cost. */
export const leastLaneRadius: i32 = 2;

/** Marks the two forms of the functions below by the size of a type: two dimensions, or four. */
export type TwoDimensions = u8;
export type FourDimensions = u16;

const secondLayer: usize = (<usize>points) << 4;

function squaredDistance(a: v128, b: v128): v128 {
  const difference = i16x8.sub(a, b);
  return i32x4.dot_i16x8_s(difference, difference);
}

/** The cost of pairing a query point (its first layer `first`, all of it at `query`) with the tracks' point at `track`. */
function pairCost<Form>(first: v128, query: usize, track: usize): v128 {
  const cost = squaredDistance(first, v128.load(track));
  if (sizeof<Form>() === sizeof<TwoDimensions>()) return cost;
  return i32x4.add(cost, squaredDistance(v128.load(query, secondLayer), v128.load(track, secondLayer)));
}

function leastOf(a: v128, b: v128, c: v128): v128 {
  return i32x4.min_u(i32x4.min_u(a, b), c);
}

/**
 * The four tracks' costs; once all are known to exceed the cutoff, more than it. `query` and `tracks` hold 64 vectors of (valence, arousal) for each lane, with four
 * dimensions 64 more; `line` is room for 64 vectors.
 */
export function warpLanes<Form>(query: usize, tracks: usize, line: usize, radius: i32, cutoff: u32): v128 {
  const outside = i32x4.splat(outsideBand);
  const last = points - 1;
  const beyond = i32x4.splat(<i32>cutoff);
  for (let at: usize = 0; at < (<usize>points) << 4; at += 16) v128.store(line + at, outside);
  for (let i = 0; i < points; i += 4) {
    const row0 = query + ((<usize>i) << 4),
      row1 = row0 + 16,
      row2 = row0 + 32,
      row3 = row0 + 48;
    const point0 = v128.load(row0),
      point1 = v128.load(row1),
      point2 = v128.load(row2),
      point3 = v128.load(row3);
    const low = i - radius;
    const high = i + radius;
    let left0 = outside,
      left1 = outside,
      left2 = outside,
      left3 = outside;
    let reached = outside;
    let diagonal = outside;
    if (i === 0) diagonal = i32x4.splat(0);
    else if (low > 0) diagonal = v128.load(line + ((<usize>(low - 1)) << 4));
    if (low >= 0) {
      const at = (<usize>low) << 4;
      const above = v128.load(line + at);
      left0 = i32x4.add(i32x4.min_u(diagonal, above), pairCost<Form>(point0, row0, tracks + at));
      diagonal = above;
    }
    if (low >= -1) {
      const at = (<usize>(low + 1)) << 4;
      const above = v128.load(line + at);
      const cell0 = i32x4.add(leastOf(diagonal, above, left0), pairCost<Form>(point0, row0, tracks + at));
      left1 = i32x4.add(i32x4.min_u(left0, cell0), pairCost<Form>(point1, row1, tracks + at));
      left0 = cell0;
      diagonal = above;
    }
    if (low >= -2) {
      const at = (<usize>(low + 2)) << 4;
      const above = v128.load(line + at);
      const cell0 = i32x4.add(leastOf(diagonal, above, left0), pairCost<Form>(point0, row0, tracks + at));
      const cell1 = i32x4.add(leastOf(left0, left1, cell0), pairCost<Form>(point1, row1, tracks + at));
      left2 = i32x4.add(i32x4.min_u(left1, cell1), pairCost<Form>(point2, row2, tracks + at));
      left0 = cell0;
      left1 = cell1;
      diagonal = above;
    }
    const end = (<usize>min(last, high)) << 4;
    for (let at = (<usize>max(0, low + 3)) << 4; at <= end; at += 16) {
      const above = v128.load(line + at);
      const cell0 = i32x4.add(leastOf(diagonal, above, left0), pairCost<Form>(point0, row0, tracks + at));
      const cell1 = i32x4.add(leastOf(left0, left1, cell0), pairCost<Form>(point1, row1, tracks + at));
      const cell2 = i32x4.add(leastOf(left1, left2, cell1), pairCost<Form>(point2, row2, tracks + at));
      left3 = i32x4.add(leastOf(left2, left3, cell2), pairCost<Form>(point3, row3, tracks + at));
      v128.store(line + at, left3);
      reached = i32x4.min_u(reached, left3);
      left0 = cell0;
      left1 = cell1;
      left2 = cell2;
      diagonal = above;
    }
    if (high + 1 <= last) {
      const at = (<usize>(high + 1)) << 4;
      const cell1 = i32x4.add(i32x4.min_u(left0, left1), pairCost<Form>(point1, row1, tracks + at));
      const cell2 = i32x4.add(leastOf(left1, left2, cell1), pairCost<Form>(point2, row2, tracks + at));
      left3 = i32x4.add(leastOf(left2, left3, cell2), pairCost<Form>(point3, row3, tracks + at));
      v128.store(line + at, left3);
      reached = i32x4.min_u(reached, left3);
      left1 = cell1;
      left2 = cell2;
    }
    if (high + 2 <= last) {
      const at = (<usize>(high + 2)) << 4;
      const cell2 = i32x4.add(i32x4.min_u(left1, left2), pairCost<Form>(point2, row2, tracks + at));
      left3 = i32x4.add(leastOf(left2, left3, cell2), pairCost<Form>(point3, row3, tracks + at));
      v128.store(line + at, left3);
      reached = i32x4.min_u(reached, left3);
      left2 = cell2;
    }
    if (high + 3 <= last) {
      const at = (<usize>(high + 3)) << 4;
      left3 = i32x4.add(i32x4.min_u(left2, left3), pairCost<Form>(point3, row3, tracks + at));
      v128.store(line + at, left3);
      reached = i32x4.min_u(reached, left3);
    }
    if (i32x4.all_true(i32x4.gt_u(reached, beyond))) return outside;
  }
  return v128.load(line + ((<usize>last) << 4));
}
