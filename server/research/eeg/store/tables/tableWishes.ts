import { z } from 'zod';
import { trackId } from '../../../../base/inputShapes';

const rating = z.number().min(1).max(9).nullable().default(null);
const name = z.string().trim().min(1).max(200);
const seconds = z.number().min(0).max(1e6);

/** A piece of music of a study: where its sound is, and the raters' means. */
export const trackWish = z.strictObject({
  name,
  trackId: trackId.nullable().default(null),
  valence: rating,
  arousal: rating,
});

export type TrackWish = z.output<typeof trackWish>;

/** A stretch of a recording: what was heard, and what the participant said of it. */
export const trialWish = z.strictObject({
  name,
  startSeconds: seconds,
  /** As long as the track where null. */
  durationSeconds: seconds.positive().nullable().default(null),
  /** One of the study's tracks by its name. */
  track: name.nullable().default(null),
  valence: rating,
  arousal: rating,
});

export type TrialWish = z.output<typeof trialWish>;

export const mostTracks = 5000;
export const mostTrials = 20_000;
