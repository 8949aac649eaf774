import { analysisKind } from '../../analysis/analysisKind';
import type { ImportedFile } from '../../base/importedFile';

/** What happens in a track, in seconds from its start, ascending. */
export interface TrackEvents {
  /** Empty where there is no steady beat. */
  beats: number[];
  /** The beats on which bars begin. */
  downbeats: number[];
  /** Where something begins to sound: notes, strokes, voices. */
  onsets: number[];
  /** False where no steady beat was found: free time, drones, speech. */
  steady: boolean;
}

/** The events of the track in a file. */
export const trackEvents = analysisKind<{ file: ImportedFile }, TrackEvents>('track-events');
