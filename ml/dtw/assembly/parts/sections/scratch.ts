import {
  blockSize,
  capacity,
  coarseGroupCount,
  coarseLevels,
  edgeCount,
  fineGroupCount,
  fineLevels,
  fineSegmentCount,
  limit,
  longest,
  queryLength,
  scratch,
} from './plan';

/**
 * A thread's own memory, laid out anew when a piece of work begins: `capacity` points of one track, and tables over them.
 * Whatever else lies in memory is shared, also what the compiler would lay down for arrays.
 */

/** Where the thread stands in a track while it does something else, stateBytes. */
export let state: usize = 0;
/** Valence, then arousal, f32. */
export let curve: usize = 0;
/** Running sums, f64: of valence, its squares, arousal, its squares; entry i over the first i points. */
export let sums: usize = 0;
/** The same four at the blocks' edges, f32, each dimension less its mean; then the number of points. */
export let blockSums: usize = 0;
/** Of each dimension the mean that the blocks' sums lack, and what single precision may add to those and to squares. */
export let centres: usize = 0;
export let valuesSlack: usize = 0;
export let squaresSlack: usize = 0;
/** Least and greatest valence, least and greatest arousal of 2^p blocks from each on, f32, level after level. */
export let coarseTable: usize = 0;
/** The same of 2^p points. */
export let fineTable: usize = 0;
/**
 * The coordinates' means and standard deviations over what is bounded together, four lanes each: the middle of their
 * range, and how far it reaches to either side. A point of the curve is compared as (value - mean) / deviation; a
 * level is its own. Then by what a squared difference of the curve's values counts at least.
 */
export let means: usize = 0;
export let meanReach: usize = 0;
export let deviations: usize = 0;
export let deviationReach: usize = 0;
export let factors: usize = 0;
/** From these, the ends of the means' range, and by what a difference from them is multiplied. */
export let lowMeans: usize = 0;
export let highMeans: usize = 0;
export let leastFactors: usize = 0;
export let greatestFactors: usize = 0;
/** For four stretches at once, the range of each coordinate at each of their points: all middles, then all reaches. */
export let lanes: usize = 0;
/** A row of the table of warping costs, and the costs of its pairs. */
export let row: usize = 0;
export let pairs: usize = 0;
/** Weighted moments of the stretches by their start, and their ranges in blocks of starts: see moments.ts. */
export let pointMoments: usize = 0;
export let blockMoments: usize = 0;
/** What each segment of the query costs at least, by fineSegmentCount. */
export let contributions: usize = 0;
/** The band of one length: for each point of the query its first and last partner (i32); for each point of the stretch (i32). */
export let rows: usize = 0;
export let columns: usize = 0;
/** One row of the exact table, f64, and coordinates of one stretch, f32. */
export let exactRow: usize = 0;
export let stretch: usize = 0;
/** What the first bounds leave of a track: first start (i32) and group (u32) of each block of starts. */
export let blocks: usize = 0;
/** Groups of lengths that are still to be looked at of four starts, u32. */
export let waiting: usize = 0;
/** What the bounds leave of a track: four neighbouring starts with a group of lengths, nodeBytes each. */
export let nodes: usize = 0;
/** Start and length of the sections of the track that were found already. */
export let taken: usize = 0;

export const nodeBytes: i32 = 32;
const stateBytes: i32 = 128;

/** The most coordinates there are. */
export const most: i32 = 4;

let end: usize = 0;

function take(bytes: i32): usize {
  const from = end;
  end += (bytes + 15) & ~15;
  return from;
}

/** Lays the thread's memory out, and returns how many bytes that takes. */
export function layOut(): i32 {
  end = scratch;
  state = take(stateBytes);
  curve = take(2 * 4 * capacity);
  sums = take(4 * 8 * capacity);
  blockSums = take(5 * 4 * capacity);
  coarseTable = take(coarseLevels * 4 * 4 * capacity);
  fineTable = take(fineLevels * 4 * 4 * capacity);
  centres = take(8);
  valuesSlack = take(8);
  squaresSlack = take(8);
  means = take(16 * most);
  meanReach = take(16 * most);
  deviations = take(16 * most);
  deviationReach = take(16 * most);
  factors = take(16 * most);
  lowMeans = take(16 * most);
  highMeans = take(16 * most);
  leastFactors = take(16 * most);
  greatestFactors = take(16 * most);
  lanes = take(2 * most * 16 * longest);
  row = take(16 * (longest + 2));
  pairs = take(16 * (longest + 2));
  pointMoments = take(edgeCount > 0 ? 4 * 4 * capacity : 0);
  blockMoments = take(edgeCount > 0 ? 8 * capacity : 0);
  contributions = take(16 * (fineSegmentCount + 2));
  rows = take(8 * queryLength);
  columns = take(8 * longest);
  exactRow = take(8 * (queryLength + 1));
  stretch = take(4 * most * longest);
  blocks = take(8 * coarseGroupCount * (capacity / blockSize + 4));
  waiting = take(4 * fineGroupCount);
  nodes = take(nodeBytes * fineGroupCount * (capacity / 4 + 1));
  taken = take(8 * limit);
  return <i32>(end - scratch);
}
