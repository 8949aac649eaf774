import { type EmotionCurve } from '../../affect/emotionCurve';
import { finished, type Named, type OngoingSearch } from '../ongoingSearch';
import { type Sections, type SectionSearch, type SectionsThen } from '../sections';
import { type Sequence } from '../sequence';
import { type Found } from '../topMatches';
import { CurveMemory } from './curveMemory';
import { OngoingSections, type SectionKernel } from './ongoingSections';
import { type Paced } from './pace';
import { ThreadPool } from './threadPool';

/** A search that has taken so long will take longer than it does to put the tracks in order. */
const usualPatienceMs = 500;

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
  readonly curves = new CurveMemory();
  readonly kernel: SectionKernel;
  readonly pool: ThreadPool;
  readonly patienceMs: number;

  constructor(
    module: WebAssembly.Module,
    { threads, patienceMs = usualPatienceMs }: { threads: number; patienceMs?: number },
  ) {
    this.patienceMs = patienceMs;
    const { memory } = this.curves.memory;
    this.kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SectionKernel;
    this.pool = new ThreadPool(this.kernel, { kernel: module, memory, helpers: threads - 1 });
  }

  get paced(): Paced {
    const alarm = this.curves.memory.memory.buffer as unknown as SharedArrayBuffer;
    return { pace: this.pool.pace, alarm };
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

  then(): SectionsThen {
    const { curves } = this;
    const version = curves.hold();
    return {
      points: (trackId) => curves.points(trackId, version),
      stretch: (trackId, range) => curves.stretch(trackId, range, version),
      release: () => curves.letGo(version),
    };
  }

  begin(query: Sequence, options: SectionSearch & Named): OngoingSearch {
    return new OngoingSections(this, query, options);
  }

  search(query: Sequence, options: SectionSearch): Found[] {
    return finished(this.begin(query, options));
  }

  async close(): Promise<void> {
    await this.pool.stop();
  }
}
