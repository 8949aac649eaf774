import { type EmotionCurve } from '../../affect/emotionCurve';
import { ThreadPool, type SharedWork } from './threadPool';
import { stretchLengths } from '../lengthRatio';
import { CurveMemory } from './curveMemory';
import { planSections } from './sectionPlan';
import { type Sections, type SectionSearch } from '../sections';
import { SectionTables } from './sectionTables';
import { layersOf, type Sequence } from '../sequence';
import { type Found } from '../topMatches';

/** Bytes of a result, and of what stands before the first: see assembly/parts/sections/top.ts. */
const resultBytes = 24;
const resultsFrom = 16;
const countFrom = 4;
const cutoffFrom = 8;

/** As assembly/sections.ts knows them. */
const phases = { survey: 1, probe: 2, search: 3 } as const;

/** A survey looks at one track in so many, but at enough to fill the last place. */
const tracksPerSurveyed = 16;
const leastSurveyed = 256;
/** Of the survey so many times the wanted number are probed and searched first. */
const firstPerWanted = 4;
const surveyedBytes = 16;

interface SectionKernel extends SharedWork {
  scratchBytes(): number;
}

/**
 * Curves in memory that all threads share, searched by the kernel (assembly/sections.ts).
 *
 * First some of the tracks are surveyed: where each is likely to be near, and what that stretch costs, which bounds
 * the last place from above. Then each track is sieved: blocks of starts with groups of lengths by what each part of
 * the query costs at least (its mean against the range of all points that it may be paired with, normalised by every
 * mean and deviation that the stretches may have); what is left, start by start by the same; then by warping to such
 * ranges; then by warping each length. Four starts stand in the lanes. Single precision rules out only what is beyond
 * its own error; the rest is compared in double precision, as section.ts does.
 */
export class SharedSections implements Sections {
  private readonly curves = new CurveMemory();
  private readonly kernel: SectionKernel;
  private readonly pool: ThreadPool;

  constructor(module: WebAssembly.Module, { threads }: { threads: number }) {
    const { memory } = this.curves.memory;
    this.kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SectionKernel;
    this.pool = new ThreadPool(this.kernel, { kernel: module, memory, helpers: threads - 1 });
  }

  get size(): number {
    return this.curves.size;
  }

  /** Bytes of shared memory. */
  get bytes(): number {
    return this.curves.memory.bytes;
  }

  /** Threads that would take part in a search now. */
  get threads(): number {
    return this.pool.size;
  }

  has(trackId: number): boolean {
    return this.curves.has(trackId);
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.curves.set(trackId, curve);
  }

  delete(trackId: number): void {
    this.curves.delete(trackId);
  }

  points(trackId: number): number {
    return this.curves.points(trackId);
  }

  stretch(trackId: number, range: { start: number; end: number }): EmotionCurve {
    return this.curves.stretch(trackId, range);
  }

  search(query: Sequence, options: SectionSearch): Found[] {
    const { comparison, band, limit, lengthRatio, importance, among } = options;
    const lengths = importance
      ? { shortest: query.length, longest: query.length }
      : stretchLengths(query.length, lengthRatio);
    if (!lengths) return [];
    const search = { query, layers: layersOf(comparison), band, lengths, importance };
    const plan = planSections(search);
    if (plan.fine.groups.length === 0) return [];
    const places = this.curves.places(among);
    const tables = new SectionTables(this.curves.memory, search);
    try {
      tables.write(plan, this.curves.longest);
      return this.run(tables, places, limit);
    } finally {
      tables.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.stop();
  }

  private run(tables: SectionTables, places: Uint32Array, limit: number): Found[] {
    const { memory, table } = this.curves;
    const count = places.length;
    const surveyedCount = Math.min(count, Math.max(leastSurveyed, Math.ceil(count / tracksPerSurveyed)));
    const stride = Math.max(1, Math.floor(count / Math.max(1, surveyedCount)));
    const candidates = tables.putIntegers(places);
    const surveyed = tables.take(surveyedBytes * surveyedCount);
    const top = tables.take(resultsFrom + resultBytes * limit);
    tables.writeWords({ tracks: table, candidates, candidateCount: count, surveyed, surveyedCount, stride });
    tables.writeWords({ limit, top, probedCount: 0 });
    const scratchBytes = this.kernel.scratchBytes();
    const threads = this.pool.size;
    tables.writeWords({ scratchBytes, scratch: tables.take(scratchBytes * threads) });

    const guesses = memory.doubles(surveyed, 2 * surveyedCount);
    const guess = (place: number) => guesses[2 * place];
    this.pool.run(phases.survey, threads);
    const order = Array.from({ length: surveyedCount }, (_, place) => place);
    const first = order.sort((a, b) => guess(a) - guess(b)).slice(0, firstPerWanted * limit);
    tables.writeWords({ probed: tables.putIntegers(first), probedCount: first.length });
    this.pool.run(phases.probe, threads);
    first.sort((a, b) => guess(a) - guess(b));
    memory.integers(top, resultsFrom / 4).fill(0);
    memory.doubles(top + cutoffFrom, 1)[0] = first.length < limit ? Infinity : guess(first[limit - 1]);
    const moved = first.map((place) => place * stride);
    memory.integers(candidates, count).set(withFirst(places, moved));
    this.pool.run(phases.search, threads);
    return this.results(top);
  }

  private results(top: number): Found[] {
    const { memory } = this.curves;
    return Array.from({ length: memory.integers(top + countFrom, 1)[0] }, (_, place) => {
      const at = top + resultsFrom + place * resultBytes;
      const [cost, trackId] = memory.doubles(at, 2);
      const [start, length] = memory.integers(at + 16, 2);
      return { trackId, cost, start, length };
    });
  }
}

/** `values` with those at the given places before all others. */
function withFirst(values: Uint32Array, places: readonly number[]): Uint32Array {
  const moved = new Set(places);
  const result = new Uint32Array(values.length);
  places.forEach((place, at) => (result[at] = values[place]));
  let at = places.length;
  values.forEach((value, place) => {
    if (!moved.has(place)) result[at++] = value;
  });
  return result;
}
