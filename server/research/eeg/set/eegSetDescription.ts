import type { z } from 'zod';
import type { describedSet } from '../model/eegModelRecord';

/** Ratings on 1 to 9; null where none were given. */
export interface Ratings {
  valence: number | null;
  arousal: number | null;
}

/** Who listened, with the participant's own ratings by track. */
export interface SetParticipant {
  name: string;
  ratings: Record<string, Ratings>;
}

/** What was heard, with the raters' means. */
interface SetTrack extends Ratings {
  name: string;
  durationSeconds: number;
}

/** `set.json` of a training set (`ml/training/eeg/README.md`). */
export type EegSetDescription = z.output<typeof describedSet> & {
  participants: SetParticipant[];
  tracks: SetTrack[];
};
