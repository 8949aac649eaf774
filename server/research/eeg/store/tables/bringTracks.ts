import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { intendedCurves } from '@/db/schema';
import type { StudyPlace } from '../../../studies/studyPlace';
import { readTracks, type TrackRow } from '../../set/trackTable';
import type { TrackWish } from './tableWishes';
import { writeTracks } from './writeTracks';

const demoPrefix = 'demo:';

/**
 * Reads a table of tracks (`tracks.tsv`: track, valence, arousal, sound) in place of those that a study has. Of sounds,
 * numbers of tracks and pieces of the demo music (`demo:NAME`) are found in the catalogue.
 *
 * @returns how many it has
 * @throws AppError 'invalid' naming the line, 'not-found' for a track that the catalogue does not have
 */
export async function bringTracks(
  { database, dataDirectory }: StudyPlace,
  studyId: number,
  path: string,
): Promise<number> {
  const rows = await readTracks(path);
  await database.transaction(async (executor) => {
    const demo = await demoTrackIds(executor, rows.flatMap(({ sound }) => demoName(sound) ?? [])); // prettier-ignore
    const tracks = rows.map((row): TrackWish => {
      const { name, valence, arousal } = row;
      return { name, valence, arousal, trackId: trackIdOf(row, demo) };
    });
    await writeTracks(executor, studyId, { tracks, dataDirectory });
  });
  return rows.length;
}

function trackIdOf({ sound }: TrackRow, demo: ReadonlyMap<string, number>): number | null {
  if (sound !== null && /^\d{1,9}$/.test(sound)) return Number(sound);
  return demo.get(demoName(sound) ?? '') ?? null;
}

const demoName = (sound: string | null): string | null =>
  sound?.startsWith(demoPrefix) ? sound.slice(demoPrefix.length) : null;

/** Where pieces of the demo music are in the catalogue, by their names. */
export async function demoTrackIds(
  executor: Executor,
  names: readonly string[],
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const { slug, trackId } = intendedCurves;
  const rows = await executor
    .select({ slug, trackId })
    .from(intendedCurves)
    .where(inArray(slug, [...names]));
  return new Map(rows.map((row) => [row.slug, row.trackId]));
}
