import { blockSlots, boundOf, groupSlots, highRows, lowRows, maskOf, rowsOf } from './blocks';
import {
  boundCodesAddress,
  boundCostsAddress,
  dimensionsAddress,
  filteredAddress,
  firstPlaneAddress,
  radiusAddress,
  segmentPoints,
  segments,
  slotCountAddress,
} from './memory';
import { heapCutoff, offer } from './nearest';

/*
 * Two lower bounds of dynamic time warping for 16 tracks at a time, on codes of 8 bits.
 * From the query's side (Zhu and Shasha 2003): a segment's mean lies at least as far from the mean of the query's
 * envelope over it as the squares of its points do in the mean, by convexity.
 * From the track's side: a segment of the query is paired with points of the track's segments within reach of the
 * band; its mean lies at least as far from the box around them all.
 */
const allPresent: i32 = 0xffff;
const codeBytes: usize = <usize>segments * groupSlots;

/** Where a plane's codes of the query lie, each 16 times: envelope low and high, then the means rounded down and up. */
function queryCodes(plane: i32): usize {
  return boundCodesAddress + <usize>plane * 4 * codeBytes;
}

/** Bounds every track of a block and keeps the lowest few as seeds. */
export function boundBlock(block: i32, seeds: usize, seedLimit: i32): void {
  const first = block * blockSlots;
  const end = min(load<i32>(slotCountAddress), first + blockSlots);
  const filtered = load<i32>(filteredAddress) !== 0;
  for (let slot = first; slot < end; slot += groupSlots) {
    const bounds = boundOf(slot);
    const present = <i32>load<u16>(maskOf(slot, filtered));
    if (present === 0) excludeAll(bounds);
    else {
      boundGroup(slot, bounds);
      if (present !== allPresent) excludeAbsent(bounds, present);
      keepSeeds(slot, bounds, seeds, seedLimit);
    }
  }
}

function excludeAll(bounds: usize): void {
  const excluded = f32x4.splat(Infinity);
  for (let at = bounds; at < bounds + 64; at += 16) v128.store(at, excluded);
}

function excludeAbsent(bounds: usize, present: i32): void {
  for (let lane = 0; lane < groupSlots; lane++) {
    if (((present >> lane) & 1) === 0) store<f32>(bounds + ((<usize>lane) << 2), Infinity);
  }
}

function keepSeeds(slot: i32, bounds: usize, seeds: usize, seedLimit: i32): void {
  for (let quarter = 0; quarter < groupSlots; quarter += 4) {
    const four = v128.load(bounds + ((<usize>quarter) << 2));
    const most = <f32>heapCutoff(seeds, seedLimit);
    if (!v128.any_true(f32x4.lt(four, f32x4.splat(most)))) continue;
    for (let lane = quarter; lane < quarter + 4; lane++) {
      const bound = <f64>load<f32>(bounds + ((<usize>lane) << 2));
      if (bound < Infinity) offer(seeds, seedLimit, bound, <f64>(slot + lane));
    }
  }
}

/** Writes the larger of both bounds for 16 tracks. Sums of squares are kept apart for even and odd tracks. */
function boundGroup(slot: i32, bounds: usize): void {
  const firstPlane = load<i32>(firstPlaneAddress);
  const end = firstPlane + load<i32>(dimensionsAddress);
  const reach = (load<i32>(radiusAddress) + segmentPoints - 1) / segmentPoints;
  let query0 = f32x4.splat(0),
    query1 = query0,
    query2 = query0,
    query3 = query0;
  let track0 = query0,
    track1 = query0,
    track2 = query0,
    track3 = query0;
  for (let plane = firstPlane; plane < end; plane++) {
    const rows = rowsOf(slot, plane);
    const codes = queryCodes(plane);
    let queryEven = i16x8.splat(0),
      queryOdd = queryEven,
      trackEven = queryEven,
      trackOdd = queryEven;
    for (let segment = 0; segment < segments; segment++) {
      const row = rows + <usize>(segment * groupSlots);
      const code = codes + <usize>(segment * groupSlots);
      const mean = v128.load(row);
      const outside = v128.or(
        i8x16.sub_sat_u(mean, v128.load(code, codeBytes)),
        i8x16.sub_sat_u(v128.load(code), mean),
      );
      queryEven = i16x8.add_sat_u(queryEven, squareOfEven(outside));
      queryOdd = i16x8.add_sat_u(queryOdd, squareOfOdd(outside));
      let low = v128.load(row, lowRows);
      let high = v128.load(row, highRows);
      if (reach > 1) {
        low = lowestOf(rows + lowRows, segment, reach - 1);
        high = highestOf(rows + highRows, segment, reach - 1);
      }
      const apart = v128.or(
        i8x16.sub_sat_u(v128.load(code, 2 * codeBytes), high),
        i8x16.sub_sat_u(low, v128.load(code, 3 * codeBytes)),
      );
      trackEven = i16x8.add_sat_u(trackEven, squareOfEven(apart));
      trackOdd = i16x8.add_sat_u(trackOdd, squareOfOdd(apart));
    }
    const cost = v128.load32_splat(boundCostsAddress + ((<usize>plane) << 2));
    const queryLow = v128.shuffle<i16>(queryEven, queryOdd, 0, 8, 1, 9, 2, 10, 3, 11);
    const queryHigh = v128.shuffle<i16>(queryEven, queryOdd, 4, 12, 5, 13, 6, 14, 7, 15);
    query0 = addCosts(query0, i32x4.extend_low_i16x8_u(queryLow), cost);
    query1 = addCosts(query1, i32x4.extend_high_i16x8_u(queryLow), cost);
    query2 = addCosts(query2, i32x4.extend_low_i16x8_u(queryHigh), cost);
    query3 = addCosts(query3, i32x4.extend_high_i16x8_u(queryHigh), cost);
    const trackLow = v128.shuffle<i16>(trackEven, trackOdd, 0, 8, 1, 9, 2, 10, 3, 11);
    const trackHigh = v128.shuffle<i16>(trackEven, trackOdd, 4, 12, 5, 13, 6, 14, 7, 15);
    track0 = addCosts(track0, i32x4.extend_low_i16x8_u(trackLow), cost);
    track1 = addCosts(track1, i32x4.extend_high_i16x8_u(trackLow), cost);
    track2 = addCosts(track2, i32x4.extend_low_i16x8_u(trackHigh), cost);
    track3 = addCosts(track3, i32x4.extend_high_i16x8_u(trackHigh), cost);
  }
  v128.store(bounds, f32x4.pmax(query0, track0));
  v128.store(bounds, f32x4.pmax(query1, track1), 16);
  v128.store(bounds, f32x4.pmax(query2, track2), 32);
  v128.store(bounds, f32x4.pmax(query3, track3), 48);
}

function squareOfEven(bytes: v128): v128 {
  const even = v128.and(bytes, i16x8.splat(255));
  return i16x8.mul(even, even);
}

function squareOfOdd(bytes: v128): v128 {
  const odd = i16x8.shr_u(bytes, 8);
  return i16x8.mul(odd, odd);
}

/** The lowest of the rows up to `reach` segments away. */
function lowestOf(rows: usize, segment: i32, reach: i32): v128 {
  let low = i8x16.splat(-1);
  for (let other = max(0, segment - reach); other <= min(segments - 1, segment + reach); other++) {
    low = i8x16.min_u(low, v128.load(rows + <usize>(other * groupSlots)));
  }
  return low;
}

function highestOf(rows: usize, segment: i32, reach: i32): v128 {
  let high = i8x16.splat(0);
  for (let other = max(0, segment - reach); other <= min(segments - 1, segment + reach); other++) {
    high = i8x16.max_u(high, v128.load(rows + <usize>(other * groupSlots)));
  }
  return high;
}

/** Adds the cost of squared differences in codes, whole numbers below 2^16. */
function addCosts(sum: v128, squares: v128, cost: v128): v128 {
  return f32x4.add(sum, f32x4.mul(f32x4.convert_i32x4_s(squares), cost));
}
