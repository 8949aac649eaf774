import { type Band, slantedBand } from '../band';
import { type Importance } from '../importance';
import { type Layer, type Sequence } from '../sequence';

/** Lengths from the shortest to the longest. */
interface Lengths {
  shortest: number;
  longest: number;
}

/** What a section search is asked for. */
export interface SectionQuery {
  query: Sequence;
  layers: readonly Layer[];
  band: number;
  lengths: Lengths;
  /** With it, the one length is that of the query. */
  importance?: Importance;
}

/** Neighbouring points of the query, whose mean stands for them. */
export interface Segment {
  first: number;
  last: number;
}

/** First and last entry, counted from the start of a stretch. */
interface Span {
  first: number;
  last: number;
}

/** Lengths that are bounded together, and what of a stretch from a given start they have in common. */
export interface LengthGroup {
  shortest: number;
  longest: number;
  /** For each query point the points of the stretch it may be paired with. */
  rows: Span[];
  /** For each segment, in the order of the plan, the entries its points may be paired with. */
  windows: Span[];
  /** Entries that every stretch holds, entries that none leaves, and those between at the end; `last` is inclusive. */
  core: Span;
  hull: Span;
  flank: Span;
  /** What part of a stretch at most lies before the core, and behind it. */
  leftWeight: number;
  rightWeight: number;
  /** Groups of the fine stage that these lengths are looked at in next, one after the other: the first, and how many. */
  parts: { first: number; count: number };
}

/** Starts and lengths at one resolution: entries are blocks of `size` points, or points. */
export interface Stage {
  size: number;
  /** In the order in which they are likely to tell most. */
  segments: Segment[];
  groups: LengthGroup[];
}

export interface SectionPlan {
  /** Blocks of starts; each group's one part is that of the same lengths in the fine stage. */
  coarse: Stage;
  fine: Stage;
  /** Where it is not 0, what is left is warped to ranges of 2^columnLevel points before it is warped to points. */
  columnLevel: number;
}

/** So few lengths are compared one by one; more are divided by so many. */
const leafLengths = 4;
const branches = 4;

/**
 * Points of a block, for queries of about 64; parts of the query that are bounded by their means; and how much longer
 * the longest length of a group may be than its shortest. A shape is normalised by length and start, so that fewer of
 * them can be bounded together.
 */
const referenceLength = 64;
const settings = {
  level: { blockSize: 8, coarseSegments: 16, coarseRatio: 1.6, fineSegments: 16, fineRatio: 1.12 },
  shape: { blockSize: 4, coarseSegments: 16, coarseRatio: 1.12, fineSegments: 32, fineRatio: 1.06 },
} as const;

/**
 * How to bound the stretches of a search: in blocks of neighbouring starts and groups of lengths first, then start by
 * start. Blocks and groups grow with the query, so that a long one takes no more steps a track than a short one.
 */
export function planSections(search: SectionQuery): SectionPlan {
  const { query, layers, lengths } = search;
  const setting = settings[layers.some(({ kind }) => kind === 'shape') ? 'shape' : 'level'];
  const doublings = Math.max(0, Math.round(Math.log2(query.length / referenceLength)));
  const size = setting.blockSize * 2 ** doublings;
  const coarse: Stage = { size, segments: segmentsOf(search, setting.coarseSegments), groups: [] };
  const fine: Stage = { size: 1, segments: segmentsOf(search, setting.fineSegments), groups: [] };
  for (const group of divideLengths(lengths, setting.coarseRatio)) {
    const whole = addGroups(search, fine, [group]);
    if (whole.count === 0) continue;
    const { rows } = fine.groups[whole.first];
    coarse.groups.push({ ...groupOf(coarse, group, rows), parts: whole });
    if (group.shortest === group.longest) continue;
    fine.groups[whole.first].parts = addGroups(search, fine, divideLengths(group, setting.fineRatio));
  }
  for (const group of fine.groups) {
    const count = group.longest - group.shortest + 1;
    if (group.parts.count > 0 || count <= leafLengths) continue;
    const ratio = (group.longest / group.shortest) ** (1 / branches);
    group.parts = addGroups(search, fine, divideLengths(group, ratio));
  }
  return { coarse, fine, columnLevel: doublings > 0 ? doublings + 1 : 0 };
}

/** Adds those of the groups that hold a path at all, without parts as yet; returns where they stand. */
function addGroups(search: SectionQuery, stage: Stage, groups: Lengths[]): LengthGroup['parts'] {
  const first = stage.groups.length;
  for (const lengths of groups) {
    const rows = rowsOf(search, lengths);
    if (rows) stage.groups.push({ ...groupOf(stage, lengths, rows), parts: { first: 0, count: 0 } });
  }
  return { first, count: stage.groups.length - first };
}

/** Whole numbers from shortest to longest in the fewest groups whose ends are within `ratio` of each other. */
function divideLengths({ shortest, longest }: Lengths, ratio: number): Lengths[] {
  const count = Math.min(
    longest - shortest + 1,
    Math.max(1, Math.ceil(Math.log(longest / shortest) / Math.log(ratio) - 1e-9)),
  );
  const edge = (part: number) =>
    Math.max(shortest + part, Math.round(shortest * ((longest + 1) / shortest) ** (part / count)));
  return Array.from({ length: count }, (_, part) => ({
    shortest: edge(part),
    longest: part === count - 1 ? longest : edge(part + 1) - 1,
  })).filter((group) => group.shortest <= group.longest);
}

/** The query in at most `most` parts, those that are farthest from its mean first, each by what it counts. */
function segmentsOf({ query, importance }: SectionQuery, most: number): Segment[] {
  const count = Math.min(most, query.length);
  const segments = Array.from({ length: count }, (_, place) => ({
    first: Math.floor((place * query.length) / count),
    last: Math.floor(((place + 1) * query.length) / count) - 1,
  }));
  const weights = importance?.weights;
  const centre = segmentMean(query, { first: 0, last: query.length - 1 }, weights);
  const apart = (segment: Segment) =>
    segmentMean(query, segment, weights).reduce((sum, mean, c) => sum + (mean - centre[c]) ** 2, 0) *
    segmentWeight(segment, weights);
  return segments.toSorted((a, b) => apart(b) - apart(a));
}

/** What a part of a query counts: the sum of its points' weights, which are 1 where none are given. */
export function segmentWeight({ first, last }: Segment, weights?: Float64Array): number {
  if (!weights) return last - first + 1;
  return weights.subarray(first, last + 1).reduce((sum, weight) => sum + weight, 0);
}

/** Mean of each coordinate over a part of a sequence, by its points' weights; 0 where that counts nothing. */
export function segmentMean(query: Sequence, { first, last }: Segment, weights?: Float64Array): number[] {
  const total = segmentWeight({ first, last }, weights);
  return Array.from({ length: query.dimensions }, (_, c) => {
    let sum = 0;
    for (let j = first; j <= last; j++) {
      sum += query.values[(query.offset + j) * query.dimensions + c] * (weights?.[j] ?? 1);
    }
    return total > 0 ? sum / total : 0;
  });
}

/** What each query point may be paired with under the bands of the lengths together; undefined where one has none. */
function rowsOf({ query, band }: SectionQuery, { shortest, longest }: Lengths): Span[] | undefined {
  const narrow = slantedBand(shortest, query.length, band);
  const wide = slantedBand(longest, query.length, band);
  // i n / m falls as m grows: the bands of the shortest and the longest enclose those between them.
  const high = wide.high.map((_, index) => narrow.high[index] ?? query.length - 1);
  const rows = partnersOf({ low: wide.low, high }, query.length);
  return rows.every(({ first, last }) => first <= last) ? rows : undefined;
}

/** A band seen from the query: for each of its points the first and the last curve index. */
function partnersOf({ low, high }: Band, count: number): Span[] {
  const rows = Array.from({ length: count }, () => ({ first: low.length, last: low.length - 1 }));
  let first = 0;
  let last = 0;
  for (let index = 0; index < low.length; index++) {
    for (; first <= high[index] && first < count; first++) rows[first].first = index;
    for (; last < low[index] && last < count; last++) rows[last].last = index - 1;
  }
  return rows;
}

/** A group at the resolution of a stage: any start within a block of `size` points. */
function groupOf(
  { size, segments }: Stage,
  { shortest, longest }: Lengths,
  rows: Span[],
): Omit<LengthGroup, 'parts'> {
  const entry = (point: number) => Math.floor(point / size);
  const shift = size - 1;
  const core = { first: size === 1 ? 0 : 1, last: entry(shortest) - 1 };
  const hull = { first: 0, last: entry(shift + longest - 1) };
  const flank = { first: Math.min(Math.max(core.first, core.last + 1), hull.last), last: hull.last };
  const inCore = Math.max(0, core.last - core.first + 1) * size;
  const before = core.first * size;
  const behind = Math.min(longest - inCore, (hull.last - core.last) * size);
  const weight = (points: number) => (inCore === 0 ? 1 : points / (inCore + points));
  const window = ({ first, last }: Segment) => ({
    first: entry(rows[first].first),
    last: entry(shift + rows[last].last),
  });
  return {
    shortest,
    longest,
    rows,
    windows: segments.map(window),
    core,
    hull,
    flank,
    leftWeight: weight(before),
    rightWeight: weight(behind),
  };
}
