import { type EmotionCurve } from '../../affect/emotionCurve';
import { finished, type Named, type OngoingSearch } from '../ongoingSearch';
import { storedLevel } from '../storedLevel';
import { type Found } from '../topMatches';
import { type WholeTracks, type WholeTrackSearch } from '../wholeTracks';
import { OngoingWholeTracks, type WholeTracksAtWork } from './ongoingWholeTracks';
import { type Paced } from './pace';
import { ThreadPool } from './threadPool';
import { WholeTrackMemory } from './wholeTrackMemory';

/** How many tracks a search warped in lanes, and computed exactly. */
export interface SearchWork {
  warped: number;
  exact: number;
}

/**
 * Whole tracks in memory that all threads share, searched by the kernel. What changes while a search is under way
 * waits for its end.
 */
export class SharedWholeTracks implements WholeTracks, WholeTracksAtWork {
  readonly memory: WholeTrackMemory;
  readonly pool: ThreadPool;
  underWay: OngoingWholeTracks | undefined;
  private readonly waiting = new Map<number, EmotionCurve | undefined>();

  constructor(module: WebAssembly.Module, { threads }: { threads: number }) {
    this.memory = new WholeTrackMemory(module);
    const { kernel, shared, numbers } = this.memory;
    const helpers = Math.min(threads, numbers.mostThreads) - 1;
    this.pool = new ThreadPool(kernel, { kernel: module, memory: shared, helpers });
  }

  get paced(): Paced {
    const alarm = this.memory.shared.buffer as unknown as SharedArrayBuffer;
    return { pace: this.pool.pace, alarm };
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
    this.change(trackId, storedLevel(curve));
  }

  delete(trackId: number): void {
    this.change(trackId, undefined);
  }

  level(trackId: number): EmotionCurve {
    return this.memory.level(trackId);
  }

  begin(drawing: EmotionCurve, options: WholeTrackSearch & Named): OngoingSearch {
    return new OngoingWholeTracks(this, drawing, options);
  }

  search(drawing: EmotionCurve, options: WholeTrackSearch): Found[] {
    return finished(this.begin(drawing, options));
  }

  rest(): void {
    for (const [trackId, level] of this.waiting) this.write(trackId, level);
    this.waiting.clear();
  }

  close(): Promise<void> {
    return this.pool.stop();
  }

  private change(trackId: number, level: EmotionCurve | undefined): void {
    if (this.underWay) this.waiting.set(trackId, level);
    else this.write(trackId, level);
  }

  private write(trackId: number, level: EmotionCurve | undefined): void {
    if (level) this.memory.set(trackId, level);
    else this.memory.delete(trackId);
  }
}
