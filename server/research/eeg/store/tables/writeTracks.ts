import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegTracks, eegTrials, tracks as catalogueTracks } from '@/db/schema';
import { AppError } from '../../../../base/errors';
import { fillTrials } from './fillTrials';
import type { TrackWish } from './tableWishes';

/**
 * Puts tracks in place of those that a study has; one whose name stays is the same track. Trials that are called as one
 * of them are linked to it, and recordings without trials get them where that was all that was missing.
 *
 * @throws AppError 'invalid' for a name that stands twice, 'not-found' for a track that the catalogue does not have
 */
export async function writeTracks(
  executor: Executor,
  studyId: number,
  { tracks, dataDirectory }: { tracks: readonly TrackWish[]; dataDirectory: string },
): Promise<void> {
  const names = tracks.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new AppError('invalid', `invalid track: ${twice} (each once)`);
  await requireTracks(executor, tracks);
  const isGone = names.length > 0 ? notInArray(eegTracks.name, names) : undefined;
  await executor.delete(eegTracks).where(and(eq(eegTracks.studyId, studyId), isGone));
  for (const track of tracks)
    await executor
      .insert(eegTracks)
      .values({ ...track, studyId })
      .onConflictDoUpdate({ target: [eegTracks.studyId, eegTracks.name], set: track });
  await linkTrials(executor, studyId, dataDirectory);
}

async function requireTracks(executor: Executor, wanted: readonly TrackWish[]): Promise<void> {
  const ids = [...new Set(wanted.flatMap(({ trackId }) => trackId ?? []))];
  if (ids.length === 0) return;
  const { id } = catalogueTracks;
  const found = await executor.select({ id }).from(catalogueTracks).where(inArray(id, ids));
  const known = new Set(found.map((row) => row.id));
  const unknown = ids.find((each) => !known.has(each));
  if (unknown !== undefined)
    throw new AppError('not-found', `invalid trackId: ${unknown} (no track has this number)`);
}

async function linkTrials(executor: Executor, studyId: number, dataDirectory: string): Promise<void> {
  const recordings = await executor.select().from(eegRecordings).where(eq(eegRecordings.studyId, studyId));
  const ids = recordings.map(({ id }) => id);
  if (ids.length === 0) return;
  const named = sql`(select ${eegTracks.id} from ${eegTracks}
    where ${eegTracks.studyId} = ${studyId} and ${eegTracks.name} = ${eegTrials}.name)`;
  await executor
    .update(eegTrials)
    .set({ trackId: named })
    .where(and(inArray(eegTrials.recordingId, ids), isNull(eegTrials.trackId)));
  for (const recording of recordings)
    if (recording.state === 'measured') await fillTrials(executor, recording, { dataDirectory });
}
