import { and, gte, ilike, lte, or, sql, type SQL } from 'drizzle-orm';
import { sounds, tracks } from '@/db/schema';

/** Narrows a search before any ranking. */
export interface TrackFilter {
  /** Words that must all occur in title, artist, album or genre. */
  text?: string;
  minDurationSeconds?: number;
  maxDurationSeconds?: number;
  minTempoBpm?: number;
  maxTempoBpm?: number;
  minLoudnessLufs?: number;
  maxLoudnessLufs?: number;
  /** The genre's whole name, whatever its case. */
  genre?: string;
}

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
