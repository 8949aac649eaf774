import { type Importance } from '../importance';
import { stretchLengths } from '../lengthRatio';
import { type Named, type OngoingSearch } from '../ongoingSearch';
import { type SectionSearch } from '../sections';
import { layersOf, type Sequence } from '../sequence';
import { type Found } from '../topMatches';
import { type CurveMemory } from './curveMemory';
import { planSections, type SectionQuery } from './sectionPlan';
import { SectionTables } from './sectionTables';
import { type SharedWork, type ThreadPool } from './threadPool';

/** Bytes of a result, and of what stands before the first: see assembly/parts/sections/top.ts. */
const resultBytes = 24;
const resultsFrom = 16;
const countFrom = 4;
const cutoffFrom = 8;

/** As assembly/sections.ts knows them, and the words of a thread's state. */
const phases = { survey: 1, probe: 2, search: 3 } as const;
const stateWords = 4;
const tracksTogether = 8;

/** A survey looks at one track in so many, but at enough to fill the last place. */
const tracksPerSurveyed = 16;
const leastSurveyed = 256;
/** Of the survey so many times the wanted number are probed and searched first. */
const firstPerWanted = 4;
const surveyedBytes = 16;

export interface SectionKernel extends SharedWork {
  scratchBytes(): number;
}

/** What searches of sections share: the curves, who computes, and after how long tracks are put in order. */
export interface SectionsAtWork {
  patienceMs: number;
  curves: CurveMemory;
  kernel: SectionKernel;
  pool: ThreadPool;
}

/** One search of sections in its three phases (SharedSections), of which each is left and gone on with. */
export class OngoingSections implements OngoingSearch {
  readonly isBegun = true;
  private readonly version: number;
  private readonly tables: SectionTables | undefined;
  private readonly threads: number;
  private readonly scratchBytes: number = 0;
  private readonly work: Generator<void, void, number>;
  private scratch = 0;
  private candidates = 0;
  /** While the rest is put in order. */
  private comparedBefore: number | undefined;
  private top = 0;
  private isSearching = false;
  private isComplete = false;
  private candidateCount = 0;
  private milliseconds = 0;

  constructor(
    private readonly shared: SectionsAtWork,
    query: Sequence,
    private readonly options: SectionSearch & Named,
  ) {
    this.threads = shared.pool.size;
    this.version = shared.curves.hold();
    this.tables = tablesOf(shared.curves, query, options);
    if (this.tables) {
      this.tables.writeWords({ limit: options.limit });
      this.tables.install();
      this.scratchBytes = shared.kernel.scratchBytes();
    }
    this.work = this.phases();
  }

  get bytes(): number {
    return 2 * this.threadBytes;
  }

  private get threadBytes(): number {
    return this.scratchBytes * this.threads;
  }

  get compared(): number {
    if (this.isComplete) return this.candidateCount;
    if (this.comparedBefore !== undefined) return this.comparedBefore;
    return this.isSearching ? this.states().reduce((sum, state) => sum + state[2], 0) : 0;
  }

  step(milliseconds: number): boolean {
    this.milliseconds = milliseconds;
    this.tables?.install();
    this.isComplete ||= this.work.next(milliseconds).done === true;
    return this.isComplete;
  }

  found(): Found[] {
    if (!this.isSearching) return [];
    const { memory } = this.shared.curves;
    return Array.from({ length: memory.integers(this.top + countFrom, 1)[0] }, (_, place) => {
      const at = this.top + resultsFrom + place * resultBytes;
      const [cost, trackId] = memory.doubles(at, 2);
      const [start, length] = memory.integers(at + 16, 2);
      return { trackId, cost, start, length };
    });
  }

  release(): void {
    this.tables?.release();
    this.shared.curves.letGo(this.version);
  }

  private *phases(): Generator<void, void, number> {
    const { tables } = this;
    const { curves } = this.shared;
    const places = curves.places(this.options.among, this.version);
    this.candidateCount = places.length;
    if (!tables) return;
    const { limit } = this.options;
    const count = places.length;
    const surveyedCount = Math.min(count, Math.max(leastSurveyed, Math.ceil(count / tracksPerSurveyed)));
    const stride = Math.max(1, Math.floor(count / Math.max(1, surveyedCount)));
    const candidates = tables.putIntegers(places);
    this.candidates = candidates;
    const surveyed = tables.take(surveyedBytes * surveyedCount);
    this.top = tables.take(resultsFrom + resultBytes * limit);
    this.scratch = tables.take(this.threadBytes);
    tables.writeWords({ candidates, candidateCount: count, surveyed, surveyedCount, stride });
    tables.writeWords({ top: this.top, probedCount: 0 });
    tables.writeWords({ scratchBytes: this.scratchBytes, scratch: this.scratch });
    yield* this.phase(phases.survey, surveyedCount);

    const guesses = curves.memory.doubles(surveyed, 2 * surveyedCount);
    const guess = (place: number) => guesses[2 * place];
    const order = Array.from({ length: surveyedCount }, (_, place) => place);
    const first = order.sort((a, b) => guess(a) - guess(b)).slice(0, firstPerWanted * limit);
    tables.writeWords({ probed: tables.putIntegers(first), probedCount: first.length });
    yield* this.phase(phases.probe, first.length);

    first.sort((a, b) => guess(a) - guess(b));
    curves.memory.integers(this.top, resultsFrom / 4).fill(0);
    const cutoff = first.length < limit ? Infinity : guess(first[limit - 1]);
    curves.memory.doubles(this.top + cutoffFrom, 1)[0] = cutoff;
    const moved = first.map((place) => place * stride);
    curves.memory.integers(candidates, count).set(withFirst(places, moved));
    this.isSearching = true;
    yield* this.phase(phases.search, count);
  }

  /** One phase over so many tracks, piece by piece. */
  private *phase(phase: number, count: number): Generator<void, void, number> {
    const { pool, curves } = this.shared;
    const shares = Math.ceil(count / tracksTogether);
    for (const state of this.states()) state.fill(0);
    let isOrdered = phase !== phases.search;
    let spent = 0;
    for (let share = 0; ;) {
      if (!isOrdered && spent > this.shared.patienceMs) {
        isOrdered = true;
        yield* this.orderRest(share * tracksTogether, count);
      }
      const started = performance.now();
      // The table moves where it grows.
      this.tables!.writeWords({ tracks: curves.table });
      this.tables!.install();
      const { threads, milliseconds } = this;
      share = Math.min(
        shares,
        pool.run(phase, { threads, share, milliseconds, search: this.options.name ?? 0 }),
      );
      if (share === shares && this.states().every(isIdle)) return;
      spent += performance.now() - started;
      yield;
    }
  }

  /**
   * Where a search takes long, those of its tracks that no thread has taken are surveyed and put in order, the most
   * promising first: what is found early rules out more of what follows, and is the best so far if it must stop. Threads
   * may have tracks at hand, which stay in their own memory meanwhile.
   */
  private *orderRest(from: number, count: number): Generator<void, void, number> {
    if (from >= count) return;
    const { memory } = this.shared.curves;
    const tables = this.tables!;
    const { candidates, scratch } = this;
    const rest = count - from;
    const first = candidates + 4 * from;
    const surveyed = tables.take(surveyedBytes * rest);
    const ordering = tables.take(this.threadBytes);
    tables.writeWords({ candidates: first, surveyed, surveyedCount: rest, stride: 1, scratch: ordering });
    this.comparedBefore = this.compared;
    this.scratch = ordering;
    yield* this.phase(phases.survey, rest);
    this.comparedBefore = undefined;
    this.scratch = scratch;
    tables.writeWords({ candidates, scratch });
    const guesses = memory.doubles(surveyed, 2 * rest);
    const order = Uint32Array.from({ length: rest }, (_, place) => place);
    order.sort((a, b) => guesses[2 * a] - guesses[2 * b] || a - b);
    const places = memory.integers(first, rest).slice();
    memory.integers(first, rest).set(order.map((place) => places[place]));
  }

  /** Of each thread the next track of those it took, the one behind the last, how many it has done with, and whether it has one at hand. */
  private states(): Int32Array[] {
    const { memory } = this.shared.curves;
    return Array.from({ length: this.threads }, (_, place) =>
      memory.integers(this.scratch + place * this.scratchBytes, stateWords),
    );
  }
}

function isIdle([next, until, , isSearching]: Int32Array): boolean {
  return next >= until && isSearching === 0;
}

/** The plan of a search, written down; none where no stretch is as long as it may be. */
function tablesOf(curves: CurveMemory, query: Sequence, options: SectionSearch): SectionTables | undefined {
  const lengths = lengthsOf(query, options);
  if (!lengths) return undefined;
  const { comparison, band, importance } = options;
  const search: SectionQuery = { query, layers: layersOf(comparison), band, lengths, importance };
  const plan = planSections(search);
  if (plan.fine.groups.length === 0) return undefined;
  const tables = new SectionTables(curves.memory, search);
  tables.write(plan, curves.longest);
  return tables;
}

function lengthsOf(
  query: Sequence,
  { importance, lengthRatio }: { importance?: Importance } & Pick<SectionSearch, 'lengthRatio'>,
) {
  return importance || !lengthRatio
    ? { shortest: query.length, longest: query.length }
    : stretchLengths(query.length, lengthRatio);
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
