import { and, eq, gte, lte, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { sounds, tracks } from '@/db/schema';
import { plainText, real } from '../../base/inputShapes';
import { sortKeyOf } from '../../base/foldText';
import { wordConditions } from './wordCondition';

/** Narrows a search, before any ranking, exactly. */
export const trackFilter = z.object({
  /** Words that must all occur in title, artists, album or genre of any file, as wordConditions takes them. */
  text: plainText(200).optional(),
  minDurationSeconds: z.number().min(0).optional(),
  maxDurationSeconds: z.number().min(0).optional(),
  minTempoBpm: real.min(0).optional(),
  maxTempoBpm: real.min(0).optional(),
  minLoudnessLufs: real.optional(),
  maxLoudnessLufs: real.optional(),
  /** The genre's whole name, whatever its case and accents. */
  genre: plainText(200).optional(),
});

export type TrackFilter = z.infer<typeof trackFilter>;

/** The filter as a condition over `tracks` joined with `sounds`; undefined when it lets everything through. */
export function filterCondition(filter: TrackFilter = {}): SQL | undefined {
  return and(
    ...wordConditions(filter.text),
    filter.minDurationSeconds === undefined
      ? undefined
      : gte(tracks.durationSeconds, filter.minDurationSeconds),
    filter.maxDurationSeconds === undefined
      ? undefined
      : lte(tracks.durationSeconds, filter.maxDurationSeconds),
    filter.minTempoBpm === undefined ? undefined : gte(sounds.tempoBpm, filter.minTempoBpm),
    filter.maxTempoBpm === undefined ? undefined : lte(sounds.tempoBpm, filter.maxTempoBpm),
    filter.minLoudnessLufs === undefined ? undefined : gte(sounds.loudnessLufs, filter.minLoudnessLufs),
    filter.maxLoudnessLufs === undefined ? undefined : lte(sounds.loudnessLufs, filter.maxLoudnessLufs),
    filter.genre === undefined ? undefined : eq(tracks.genreKey, sortKeyOf(filter.genre)),
  );
}

/** True when the filter looks at `sounds`. */
export function asksSound(filter: TrackFilter = {}): boolean {
  const { minTempoBpm, maxTempoBpm, minLoudnessLufs, maxLoudnessLufs } = filter;
  return [minTempoBpm, maxTempoBpm, minLoudnessLufs, maxLoudnessLufs].some((limit) => limit !== undefined);
}

/** True when the filter could leave a track out. */
export function narrows(filter: TrackFilter = {}): boolean {
  return filterCondition(filter) !== undefined;
}
