import { type EmotionCurve } from '../../affect/emotionCurve';
import { plainShapeFloor } from '../../affect/shape';
import { type Named, type OngoingSearch } from '../ongoingSearch';
import { compareFound, type Found } from '../topMatches';
import { type WholeTrackSearch, wholeTrackPoints } from '../wholeTracks';
import { type ThreadPool } from './threadPool';
import { type WholeTrackMemory } from './wholeTrackMemory';
import { writeQuery } from './wholeTrackQuery';

/** How many of the lowest bounds each thread compares first, at least. */
const leastSeeds = 128;

/** All tracks are bounded, the lowest bounds compared, then whatever they leave possible (assembly/wholeTracks.ts). */
const phases = { bound: 0, seed: 1, compare: 2 } as const;
/** Before these, where the floors of deviations have changed: shapes are stored anew. */
const storePhase = 3;

/** What searches of whole tracks share; of these one at a time is under way, from its first step to its release. */
export interface WholeTracksAtWork {
  memory: WholeTrackMemory;
  pool: ThreadPool;
  underWay: OngoingWholeTracks | undefined;
  /** Told when none is under way any more. */
  rest(): void;
}

/**
 * One search of whole tracks. Bounds lie with the tracks, so that no other is begun before it is released: one whose turn
 * comes meanwhile gives its turn to it.
 */
export class OngoingWholeTracks implements OngoingSearch {
  readonly bytes = 0;
  private readonly work = this.phases();
  private milliseconds = 0;
  private threads = 0;
  private share = 0;
  private phaseAtWork = -1;
  private isComplete = false;

  constructor(
    private readonly shared: WholeTracksAtWork,
    private readonly drawing: EmotionCurve,
    private readonly options: WholeTrackSearch & Named,
  ) {}

  get isBegun(): boolean {
    return this.shared.underWay === this;
  }

  /** Tracks that the filter lets through are taken to lie evenly among the others. */
  get compared(): number {
    const { memory } = this.shared;
    const searched = this.options.among?.size ?? memory.size;
    if (this.isComplete) return searched;
    if (this.phaseAtWork !== phases.compare) return 0;
    return Math.floor((searched * this.share) / Math.max(1, memory.blockCount));
  }

  step(milliseconds: number): boolean {
    if (this.isComplete) return true;
    const { underWay } = this.shared;
    if (underWay && underWay !== this) {
      underWay.step(milliseconds);
      return false;
    }
    this.shared.underWay = this;
    this.milliseconds = milliseconds;
    this.isComplete = this.work.next().done === true;
    return this.isComplete;
  }

  found(): Found[] {
    const found = Array.from({ length: this.threads }, (_, place) => this.matches(place)).flat();
    return found.sort(compareFound).slice(0, this.options.limit);
  }

  release(): void {
    if (this.shared.underWay !== this) return;
    this.shared.underWay = undefined;
    this.shared.rest();
  }

  private *phases(): Generator<void, void> {
    const { memory, pool } = this.shared;
    const { comparison, band, among } = this.options;
    this.threads = Math.max(1, Math.min(pool.size, memory.blockCount));
    if (among) memory.filter(among);
    writeQuery(memory, this.drawing, { comparison, band });
    this.prepare();
    if (memory.setFloor(comparison.floor ?? plainShapeFloor)) yield* this.phase(storePhase);
    for (const phase of Object.values(phases)) yield* this.phase(phase);
  }

  /** One phase over all blocks, piece by piece. */
  private *phase(phase: number): Generator<void, void> {
    const { memory, pool } = this.shared;
    const shares = phase === phases.seed ? 0 : memory.blockCount;
    this.phaseAtWork = phase;
    this.share = 0;
    for (;;) {
      const { threads, share, milliseconds } = this;
      const next = pool.run(phase, { threads, share, milliseconds, search: this.options.name ?? 0 });
      this.share = Math.min(shares, next);
      if (this.share === shares) return;
      yield;
    }
  }

  private prepare(): void {
    const { threads } = this;
    const { memory } = this.shared;
    const { numbers, kernel } = memory;
    const { limit, among } = this.options;
    const seedLimit = Math.max(leastSeeds, 2 * limit);
    memory.reserveHeaps(threads * (kernel.heapBytes(limit) + kernel.heapBytes(seedLimit)));
    memory.words(numbers.slotCountAddress, 1)[0] = memory.slotCount;
    memory.words(numbers.limitAddress, 1)[0] = limit;
    memory.words(numbers.seedLimitAddress, 1)[0] = seedLimit;
    memory.words(numbers.filteredAddress, 1)[0] = Number(among !== undefined);
    memory.doubles(numbers.cutoffAddress, 1)[0] = Infinity;
    memory.words(numbers.countsAddress, 2 * numbers.mostThreads).fill(0);
    for (let place = 0; place < threads; place++) {
      memory.words(kernel.matchesOf(place), 1)[0] = 0;
      memory.words(kernel.seedsOf(place), 1)[0] = 0;
    }
  }

  /** What one thread found: its heap's count, then pairs of doubles (cost, track id). */
  private matches(place: number): Found[] {
    const { memory } = this.shared;
    const heap = memory.kernel.matchesOf(place);
    const count = memory.words(heap, 1)[0];
    const entries = memory.doubles(heap + memory.numbers.heapHeaderBytes, 2 * count);
    return Array.from({ length: count }, (_, index) => ({
      cost: entries[2 * index],
      trackId: entries[2 * index + 1],
      start: 0,
      length: wholeTrackPoints,
    }));
  }
}
