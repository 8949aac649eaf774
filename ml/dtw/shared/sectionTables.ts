import {
  type LengthGroup,
  type SectionPlan,
  type SectionQuery,
  segmentMean,
  segmentWeight,
  type Stage,
} from './sectionPlan';
import { type Sequence } from '../sequence';
import { type SharedMemory } from './sharedMemory';

/** Where assembly/parts/sections/plan.ts reads its numbers, in this order, and its real numbers. */
const wordsAddress = 256;
const realsAddress = 512;
const realCount = 6;
export const words = [
  ...['queryLength', 'coordinates', 'firstShape', 'query', 'scales', 'shortest', 'longest', 'blockSize'],
  ...['coarseGroups', 'coarseGroupCount', 'coarseSegments', 'coarseSegmentCount'],
  ...['fineGroups', 'fineGroupCount', 'fineSegments', 'fineSegmentCount'],
  ...['coarseLevels', 'fineLevels', 'columnLevel', 'tracks', 'candidates', 'candidateCount', 'stride'],
  ...['surveyed', 'surveyedCount', 'probed', 'probedCount'],
  ...['surveyLengths', 'surveyLengthCount', 'surveySegments', 'surveyQuery'],
  ...['scratch', 'scratchBytes', 'capacity', 'limit', 'top'],
  ...['surveyWeights', 'weights', 'exactWeights', 'edges', 'edgeCount'],
] as const;

type Word = (typeof words)[number];

/** Bytes of a group's record and of a segment's, and where in a group's its windows and rows are named. */
const groupBytes = 80;
const segmentBytes = 48;
/** Bytes of a record of an edge between weights, and where in it stands how far they fall. */
const edgeBytes = 16;
const edgeFallFrom = 8;

/**
 * What single precision may err of a stretch whose values are about 1 and whose standard deviation is at least
 * leastShapeFloor, below which no floor is.
 */
const coordinateError = 2e-5;
const sumError = 4e-7;

/** Segments and lengths by which a survey guesses where a track is near. */
const surveySegments = 8;
const surveyLengths = 3;

/** A plan as the kernel reads it. Pieces of memory are taken for one search and given back after it. */
export class SectionTables {
  private readonly pieces: { address: number; bytes: number }[] = [];

  private readonly scales: readonly number[];
  private readonly numbers = new Int32Array(words.length);
  private readonly reals = new Float64Array(realCount);
  private capacity = 0;

  constructor(
    private readonly memory: SharedMemory,
    private readonly search: SectionQuery,
  ) {
    this.scales = search.layers.flatMap((layer) => [...layer.scales]);
  }

  /** Writes the plan for tracks of at most `points` points. */
  write({ coarse, fine, columnLevel }: SectionPlan, points: number): void {
    const { query, layers, lengths, band, importance } = this.search;
    // A stretch from the last starts may reach beyond the end; vectors of four blocks are read whole.
    const whole = 4 * coarse.size;
    this.capacity = Math.ceil((points + lengths.longest) / whole + 3) * whole;
    this.writeWords({
      queryLength: query.length,
      coordinates: query.dimensions,
      firstShape: layers[0].kind === 'shape' ? 0 : query.dimensions - (layers.length - 1) * 2,
      query: this.putSingles(transposed(query)),
      scales: this.putDoubles(this.scales),
      shortest: lengths.shortest,
      longest: lengths.longest,
      blockSize: coarse.size,
      coarseSegments: this.putSegments(coarse),
      coarseSegmentCount: coarse.segments.length,
      fineSegments: this.putSegments(fine),
      fineSegmentCount: fine.segments.length,
      coarseGroups: this.putGroups(coarse),
      coarseGroupCount: coarse.groups.length,
      fineGroups: this.putGroups(fine),
      fineGroupCount: fine.groups.length,
      coarseLevels: levelsOf(coarse),
      fineLevels: Math.max(levelsOf(fine), 1 + columnLevel),
      columnLevel,
      capacity: this.capacity,
      ...this.putSurvey(coarse.size),
      ...this.putImportance(),
    });
    const most = query.length + lengths.longest;
    const heaviest = importance ? Math.max(...importance.weights) : 1;
    this.reals.set([
      band,
      1 + sumError * most,
      coordinateError * Math.max(...this.scales) * Math.sqrt(most * heaviest),
      importance?.total ?? 0,
      ...layers[0].floors,
    ]);
  }

  writeWords(values: Partial<Record<Word, number>>): void {
    words.forEach((word, place) => {
      const value = values[word];
      if (value !== undefined) this.numbers[place] = value;
    });
  }

  /** Has the kernel read this plan from now on, in place of another search's. */
  install(): void {
    this.memory.integers(wordsAddress, words.length).set(this.numbers);
    this.memory.doubles(realsAddress, realCount).set(this.reals);
  }

  /** Room for `bytes`, until the search has ended. */
  take(bytes: number): number {
    const address = this.memory.take(bytes);
    this.pieces.push({ address, bytes });
    return address;
  }

  /** Gives all memory of the search back. */
  release(): void {
    for (const { address, bytes } of this.pieces) this.memory.giveBack(address, bytes);
  }

  private putSingles(values: ArrayLike<number>): number {
    const address = this.take(4 * values.length);
    this.memory.singles(address, values.length).set(values);
    return address;
  }

  private putDoubles(values: ArrayLike<number>): number {
    const address = this.take(8 * values.length);
    this.memory.doubles(address, values.length).set(values);
    return address;
  }

  putIntegers(values: ArrayLike<number>): number {
    const address = this.take(4 * values.length);
    this.memory.integers(address, values.length).set(values);
    return address;
  }

  /** For each segment what it counts (without weights its number of points), its place in the query, and its means, without their scales. */
  private putSegments({ segments }: Stage): number {
    const { query, importance } = this.search;
    const order = segments.toSorted((a, b) => a.first - b.first);
    const address = this.take(segmentBytes * segments.length);
    segments.forEach((segment, place) => {
      const at = address + place * segmentBytes;
      this.memory.singles(at, 1)[0] = segmentWeight(segment, importance?.weights);
      this.memory.integers(at + 4, 1)[0] = order.indexOf(segment);
      const means = this.unscaled(segmentMean(query, segment, importance?.weights));
      this.memory.singles(at + 16, means.length).set(means);
      this.memory.singles(at + 32, means.length).set(means.map(Math.abs));
    });
    return address;
  }

  private unscaled(coordinates: number[]): number[] {
    return coordinates.map((value, c) => (this.scales[c] > 0 ? value / this.scales[c] : 0));
  }

  private putGroups(stage: Stage): number {
    const address = this.take(groupBytes * stage.groups.length);
    stage.groups.forEach((group, place) => {
      const record = [
        ...[group.shortest, group.longest, group.parts.first, group.parts.count],
        ...[group.core.first, Math.max(group.core.first, group.core.last + 1), group.hull.last + 1],
        ...this.offsets(group.flank),
      ];
      const windows = this.putIntegers(group.windows.flatMap((window) => this.offsets(window)));
      const at = address + place * groupBytes;
      this.memory.integers(at, record.length).set(record);
      this.memory.singles(at + 36, 2).set([group.leftWeight, group.rightWeight]);
      this.memory.integers(at + 44, 1)[0] = windows;
      this.memory.singles(at + 48, 2).set([1 / group.shortest, 1 / group.longest]);
      this.memory.doubles(at + 56, 1)[0] = 1 / Math.max(1, group.core.last + 1 - group.core.first);
      if (stage.size === 1) this.memory.integers(at + 64, 1)[0] = this.putRows(group);
    });
    return address;
  }

  /** Where the two ranges that make up a window begin in a stage's table, in bytes. */
  private offsets({ first, last }: { first: number; last: number }): [number, number] {
    const level = levelOf(last - first + 1);
    const row = 4 * level * this.capacity;
    return [4 * (row + first), 4 * (row + last + 1 - 2 ** level)];
  }

  private putRows({ rows }: LengthGroup): number {
    return this.putIntegers(rows.flatMap(({ first, last }) => [first, last]));
  }

  private putImportance(): Partial<Record<Word, number>> {
    const { importance } = this.search;
    if (!importance) return { weights: 0, exactWeights: 0, edges: 0, edgeCount: 0 };
    const { weights, edges } = importance;
    const address = this.take(edgeBytes * edges.length);
    edges.forEach(({ at, fall }, place) => {
      const record = address + place * edgeBytes;
      this.memory.integers(record, 1)[0] = at;
      this.memory.doubles(record + edgeFallFrom, 1)[0] = fall;
    });
    return {
      weights: this.putSingles(weights),
      exactWeights: this.putDoubles(weights),
      edges: address,
      edgeCount: edges.length,
    };
  }

  private putSurvey(size: number) {
    const { query, lengths, importance } = this.search;
    const span = lengths.longest - lengths.shortest;
    const count = span === 0 ? 1 : surveyLengths;
    const records = Array.from({ length: count }, (_, place) => {
      const points = Math.round(lengths.shortest + (place * span) / Math.max(1, count - 1));
      const blocks = Math.max(1, Math.floor(points / size));
      const edges = Array.from({ length: surveySegments + 1 }, (_, edge) =>
        Math.round((edge * blocks) / surveySegments),
      );
      return [points, blocks, ...edges];
    });
    const segments = Array.from({ length: surveySegments }, (_, place) => {
      const first = Math.min(query.length - 1, Math.floor((place * query.length) / surveySegments));
      return {
        first,
        last: Math.max(first, Math.floor(((place + 1) * query.length) / surveySegments) - 1),
      };
    });
    const means = segments.map((segment) => this.unscaled(segmentMean(query, segment, importance?.weights)));
    const weights = segments.map((segment) =>
      importance ? segmentWeight(segment, importance.weights) / segmentWeight(segment) : 1,
    );
    return {
      surveyLengths: this.putIntegers(records.flat()),
      surveyLengthCount: records.length,
      surveySegments,
      surveyWeights: this.putSingles(weights),
      surveyQuery: this.putSingles(means[0].flatMap((_, c) => means.map((mean) => mean[c]))),
    };
  }
}

/** Coordinate after coordinate. */
function transposed({ values, offset, length, dimensions }: Sequence): Float32Array {
  return Float32Array.from(
    { length: length * dimensions },
    (_, at) => values[(offset + (at % length)) * dimensions + Math.floor(at / length)],
  );
}

const levelOf = (width: number) => Math.floor(Math.log2(width));

/** Levels of ranges that a stage's windows need. */
function levelsOf({ groups }: Stage): number {
  const widths = groups.flatMap(({ windows, flank }) => [...windows, flank]);
  return 1 + Math.max(0, ...widths.map(({ first, last }) => levelOf(last - first + 1)));
}
