import { type EmotionCurve } from '../affect/emotionCurve';
import { type Importance } from './importance';
import { type LengthRatio } from './lengthRatio';
import { type Named, type OngoingSearch } from './ongoingSearch';
import { type SearchOptions } from './searchOptions';
import { type Paced } from './shared/pace';
import { type Sequence } from './sequence';
import { type Found } from './topMatches';
import { type TrackSet } from '../trackSet';

/** Curves in memory, whose sections are to be searched exactly. */
export interface Sections {
  readonly size: number;
  /** Where threads search in pieces. */
  readonly paced?: Paced;
  has(trackId: number): boolean;
  /** Adds or replaces a track's curve (at least one point, values in [-1, 1]). */
  set(trackId: number, curve: EmotionCurve): void;
  delete(trackId: number): void;
  /** How many points a track's curve has. */
  points(trackId: number): number;
  /** Points `start` to `end` (exclusive) of a track's curve, as they were given. */
  stretch(trackId: number, range: { start: number; end: number }): EmotionCurve;
  /**
   * The sections nearest to a query, every start and every allowed length considered: see searchSections, and
   * searchRigidSections for a query of which each point has its importance.
   */
  search(query: Sequence, options: SectionSearch): Found[];
  /** The same search, worked on in pieces, while curves may come and go. */
  begin(query: Sequence, options: SectionSearch & Named): OngoingSearch;
  /** The curves as they are now, whatever comes and goes, until they are released. */
  then(): SectionsThen;
  /** Ends what runs in the background; nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** Curves as they were when a search began. */
export interface SectionsThen extends Pick<Sections, 'points' | 'stretch'> {
  release(): void;
}

export type SectionSearch = SearchOptions & {
  /** Only these tracks are searched. */
  among?: TrackSet;
} & (
    | { lengthRatio: LengthRatio; importance?: undefined }
    /** Sections are as long as the query, and its points count as much as this says. */
    | { importance: Importance; lengthRatio?: undefined }
  );
