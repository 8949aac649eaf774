import { type EmotionCurve } from '../../affect/emotionCurve';
import { plainShapeFloor } from '../../affect/shape';
import { ThreadPool } from './threadPool';
import { compareFound, type Found } from '../topMatches';
import { storedLevel } from '../storedLevel';
import { wholeTrackPoints } from '../wholeTracks';
import { WholeTrackMemory } from './wholeTrackMemory';
import { writeQuery } from './wholeTrackQuery';
import { type WholeTracks, type WholeTrackSearch } from '../wholeTracks';

/** How many of the lowest bounds each thread compares first, at least. */
const leastSeeds = 128;

/** All tracks are bounded, the lowest bounds compared, then whatever they leave possible (assembly/wholeTracks.ts). */
const phases = [0, 1, 2];
/** Before these, where the floors of deviations have changed: shapes are stored anew. */
const storePhase = 3;

/** How many tracks a search warped in lanes, and computed exactly. */
export interface SearchWork {
  warped: number;
  exact: number;
}

/** Whole tracks in memory that all threads share, searched by the kernel. */
export class SharedWholeTracks implements WholeTracks {
  private readonly memory: WholeTrackMemory;
  private readonly pool: ThreadPool;
  private heapsBytes = 0;

  constructor(module: WebAssembly.Module, { threads }: { threads: number }) {
    this.memory = new WholeTrackMemory(module);
    const { kernel, shared, numbers } = this.memory;
    const helpers = Math.min(threads, numbers.mostThreads) - 1;
    this.pool = new ThreadPool(kernel, { kernel: module, memory: shared, helpers });
  }

  get size(): number {
    return this.memory.size;
  }

  /** Bytes of shared memory in use. */
  get bytes(): number {
    return this.memory.bytes;
  }

  /** What the latest search took. */
  get latestWork(): SearchWork {
    const { countsAddress, mostThreads } = this.memory.numbers;
    const counts = this.memory.words(countsAddress, 2 * mostThreads);
    const sum = (first: number) =>
      counts.reduce((total, count, at) => total + (at % 2 === first ? count : 0), 0);
    return { warped: sum(0), exact: sum(1) };
  }

  set(trackId: number, curve: EmotionCurve): void {
    this.memory.set(trackId, storedLevel(curve));
  }

  delete(trackId: number): void {
    this.memory.delete(trackId);
  }

  level(trackId: number): EmotionCurve {
    return this.memory.level(trackId);
  }

  search(drawing: EmotionCurve, { comparison, band, limit, among }: WholeTrackSearch): Found[] {
    const { memory, pool } = this;
    const threads = Math.max(1, Math.min(pool.size, memory.blockCount));
    if (among) memory.filter(among);
    writeQuery(memory, drawing, { comparison, band });
    this.prepare({ threads, limit, filtered: among !== undefined });
    if (memory.setFloor(comparison.floor ?? plainShapeFloor)) pool.run(storePhase, threads);
    for (const phase of phases) pool.run(phase, threads);
    const found = Array.from({ length: threads }, (_, place) => this.matches(place)).flat();
    return found.sort(compareFound).slice(0, limit);
  }

  close(): Promise<void> {
    return this.pool.stop();
  }

  private prepare({ threads, limit, filtered }: { threads: number; limit: number; filtered: boolean }): void {
    const { memory } = this;
    const { numbers, kernel } = memory;
    const seedLimit = Math.max(leastSeeds, 2 * limit);
    const needed = threads * (kernel.heapBytes(limit) + kernel.heapBytes(seedLimit));
    if (needed > this.heapsBytes) {
      this.heapsBytes = 2 * needed;
      memory.words(numbers.heapsAddress, 1)[0] = memory.allocate(this.heapsBytes);
    }
    memory.words(numbers.slotCountAddress, 1)[0] = memory.slotCount;
    memory.words(numbers.limitAddress, 1)[0] = limit;
    memory.words(numbers.seedLimitAddress, 1)[0] = seedLimit;
    memory.words(numbers.filteredAddress, 1)[0] = Number(filtered);
    memory.doubles(numbers.cutoffAddress, 1)[0] = Infinity;
    memory.words(numbers.countsAddress, 2 * numbers.mostThreads).fill(0);
  }

  /** What one thread found: its heap's count, then pairs of doubles (cost, track id). */
  private matches(place: number): Found[] {
    const { memory } = this;
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
