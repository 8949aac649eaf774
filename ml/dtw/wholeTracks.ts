import { type EmotionCurve } from '../affect/emotionCurve';
import { type Named, type OngoingSearch } from './ongoingSearch';
import { type SearchOptions } from './searchOptions';
import { type Paced } from './shared/pace';
import { type Found } from './topMatches';
import { type TrackSet } from '../trackSet';

/** Points that a whole track and a whole query are reduced to. */
export const wholeTrackPoints = 64;

/** Whole tracks in memory, to be searched exactly. */
export interface WholeTracks {
  readonly size: number;
  /** Where threads search in pieces. */
  readonly paced?: Paced;
  /** Adds or replaces a track by its curve, of any length, values in [-1, 1]. */
  set(trackId: number, curve: EmotionCurve): void;
  delete(trackId: number): void;
  /** A track's segment means as they are stored and compared. */
  level(trackId: number): EmotionCurve;
  /** The tracks nearest to a drawing of wholeTrackPoints points. */
  search(drawing: EmotionCurve, options: WholeTrackSearch): Found[];
  /** The same search, worked on in pieces, while tracks may come and go. */
  begin(drawing: EmotionCurve, options: WholeTrackSearch & Named): OngoingSearch;
  /** Ends what runs in the background; nothing may be asked afterwards. */
  close(): Promise<void>;
}

export interface WholeTrackSearch extends SearchOptions {
  /** Only these tracks are searched. */
  among?: TrackSet;
}
