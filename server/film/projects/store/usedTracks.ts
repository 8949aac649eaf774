import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import { artistText } from '../../../catalogue/tracks/trackFacts';
import { cueSections, type FilmCue } from '../filmCue';

const columns = {
  trackId: tracks.id,
  payloadHash: tracks.payloadHash,
  title: tracks.title,
  artist: artistText(),
  durationSeconds: tracks.durationSeconds,
};

/** A track of the library that cues name. */
export interface UsedTrack {
  trackId: number;
  /** SHA-256 of its sound, by which other libraries know it. */
  payloadHash: string;
  title: string;
  artist: string | null;
  durationSeconds: number;
}

/** The tracks of the library that cues name, chosen or as alternates, by their numbers. */
export async function usedTracks(
  executor: Executor,
  { cues }: { cues: readonly FilmCue[] },
): Promise<UsedTrack[]> {
  const trackIds = [...new Set(cues.flatMap(cueSections).map(({ trackId }) => trackId))];
  if (trackIds.length === 0) return [];
  return executor.select(columns).from(tracks).where(inArray(tracks.id, trackIds)).orderBy(tracks.id);
}
