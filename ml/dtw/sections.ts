import { type EmotionCurve } from '../affect/emotionCurve';
import { type LengthRatio } from './lengthRatio';
import { type SearchOptions } from './searchOptions';
import { type Sequence } from './sequence';
import { type Found } from './topMatches';
import { type TrackSet } from '../trackSet';

/** Curves in memory, whose sections are to be searched exactly. */
export interface Sections {
  readonly size: number;
  has(trackId: number): boolean;
  /** Adds or replaces a track's curve (at least one point, values in [-1, 1]). */
  set(trackId: number, curve: EmotionCurve): void;
  delete(trackId: number): void;
  /** How many points a track's curve has. */
  points(trackId: number): number;
  /** Points `start` to `end` (exclusive) of a track's curve, as they were given. */
  stretch(trackId: number, range: { start: number; end: number }): EmotionCurve;
  /** The sections nearest to a query, every start and every allowed length considered: see searchSections. */
  search(query: Sequence, options: SectionSearch): Found[];
  /** Ends what runs in the background; nothing may be asked afterwards. */
  close(): Promise<void>;
}

export interface SectionSearch extends SearchOptions {
  lengthRatio: LengthRatio;
  /** Only these tracks are searched. */
  among?: TrackSet;
}
