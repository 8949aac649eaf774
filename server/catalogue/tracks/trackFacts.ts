import { sql, type AnyColumn } from 'drizzle-orm';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import { isSilent } from './silence';

/** What is told of a track wherever it is told of: numbers in [-1, 1], seconds, LUFS and BPM. */
export interface TrackFacts {
  trackId: number;
  title: string;
  /** Every artist by a name of its own. */
  artists: string[];
  /** The artists as one text: "One, Other"; null where there is none. */
  artist: string | null;
  album: string | null;
  genre: string | null;
  durationSeconds: number;
  /** The caller's own word where there is one, else the model's. */
  valence: number;
  arousal: number;
  valenceDeviation: number;
  arousalDeviation: number;
  /** The values are the caller's, not the model's. */
  corrected: boolean;
  loudnessLufs: number | null;
  tempoBpm: number | null;
  /** There is nothing to hear: what the model says of it means nothing. */
  silent: boolean;
}

/** No text of a label is longer. */
const longestArtist = 500;

/** A track's artists as one text, as labels and cue sheets write them; null where there is none. */
export const artistText = (artists: AnyColumn = tracks.artists) =>
  sql<string | null>`nullif(left(array_to_string(${artists}, ', '), ${sql.raw(String(longestArtist))}), '')`;

/** A person's correction in the model's place, over a query that left-joins corrections. */
export const effectiveValence = sql<number>`coalesce(${corrections.valence}, ${analyses.emotion}[0])`.mapWith(
  Number,
);
export const effectiveArousal = sql<number>`coalesce(${corrections.arousal}, ${analyses.emotion}[1])`.mapWith(
  Number,
);

/** Columns of the facts, over tracks with their current analysis, their sound, and the caller's correction. */
export const factColumns = {
  trackId: tracks.id,
  title: tracks.title,
  artists: tracks.artists,
  artist: artistText(),
  album: tracks.album,
  genre: tracks.genre,
  durationSeconds: tracks.durationSeconds,
  valence: effectiveValence,
  arousal: effectiveArousal,
  valenceDeviation: analyses.valenceDeviation,
  arousalDeviation: analyses.arousalDeviation,
  corrected: sql<boolean>`${corrections.trackId} is not null`,
  loudnessLufs: sounds.loudnessLufs,
  tempoBpm: sounds.tempoBpm,
  silent: sql<boolean>`${isSilent}`,
};
