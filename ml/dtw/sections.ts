import { type Trajectory } from './curve';
import { kernelModule } from './kernelModule';
import { PlainSections } from './plainSections';
import { type LengthRatio } from './section';
import { type Sequence } from './sequence';
import { SharedSections } from './sharedSections';
import { type Found } from './topMatches';
import { type SearchOptions } from './wholeTrack';

/** Curves in memory, whose sections are to be searched exactly. */
export interface Sections {
  readonly size: number;
  has(trackId: number): boolean;
  /** Adds or replaces a track's curve (at least one point, values in [-1, 1]). */
  set(trackId: number, curve: Trajectory): void;
  delete(trackId: number): void;
  /** How many points a track's curve has. */
  points(trackId: number): number;
  /** Points `start` to `end` (exclusive) of a track's curve, as they were given. */
  stretch(trackId: number, range: { start: number; end: number }): Trajectory;
  /** The sections nearest to a query, every start and every allowed length considered: see searchSections. */
  search(query: Sequence, options: SectionSearch): Found[];
  /** Ends what runs in the background; nothing may be asked afterwards. */
  close(): Promise<void>;
}

export interface SectionSearch extends SearchOptions {
  lengthRatio: LengthRatio;
  /** Only these tracks are searched. */
  trackIds?: ReadonlySet<number>;
}

/**
 * Memory for curves, searched by the kernel on as many threads as asked for; where the engine cannot run it, by its
 * plain twin on the calling thread, with the same results.
 */
export function openSections({ threads }: { threads: number }): Sections {
  const kernel = kernelModule('sections');
  return kernel ? new SharedSections(kernel, { threads }) : new PlainSections();
}
