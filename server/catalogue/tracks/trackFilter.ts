import { and, gte, ilike, lte, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { sounds, tracks } from '@/db/schema';

/** Narrows a search, before any ranking, exactly. */
export const trackFilter = z.object({
  /** Words that must all occur in title, artist, album or genre. */
  text: z.string().max(200).optional(),
  minDurationSeconds: z.number().min(0).optional(),
  maxDurationSeconds: z.number().min(0).optional(),
  minTempoBpm: z.number().min(0).optional(),
  maxTempoBpm: z.number().min(0).optional(),
  minLoudnessLufs: z.number().optional(),
  maxLoudnessLufs: z.number().optional(),
  /** The genre's whole name, whatever its case. */
  genre: z.string().max(200).optional(),
});

export type TrackFilter = z.infer<typeof trackFilter>;

/** The filter as a condition over `tracks` joined with `sounds`; undefined when it lets everything through. */
export function filterCondition(filter: TrackFilter = {}): SQL | undefined {
  return and(
    ...wordsOf(filter.text).map(containsWord),
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
    filter.genre === undefined ? undefined : sql`lower(${tracks.genre}) = lower(${filter.genre})`,
  );
}

/** True when the filter could leave a track out. */
export function narrows(filter: TrackFilter = {}): boolean {
  return filterCondition(filter) !== undefined;
}

function wordsOf(text = ''): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function containsWord(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(tracks.title, pattern),
    ilike(tracks.artist, pattern),
    ilike(tracks.album, pattern),
    ilike(tracks.genre, pattern),
  );
}
