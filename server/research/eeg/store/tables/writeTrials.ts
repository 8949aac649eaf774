import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegTracks, eegTrials } from '@/db/schema';
import { inChunks } from '../../../../base/inChunks';
import type { RecordingRow } from '../recordings/ownedRecording';
import type { TrialWish } from './tableWishes';

const rowsAtOnce = 500;

/** Puts trials in place of those that a recording has; a track that the study does not have is none. */
export async function writeTrials(
  executor: Executor,
  { id: recordingId, studyId }: Pick<RecordingRow, 'id' | 'studyId'>,
  trials: readonly TrialWish[],
): Promise<void> {
  const tracks = await executor.select().from(eegTracks).where(eq(eegTracks.studyId, studyId));
  const idOf = new Map(tracks.map(({ name, id }) => [name, id]));
  await executor.delete(eegTrials).where(eq(eegTrials.recordingId, recordingId));
  const rows = trials.map(({ track, ...trial }) => ({
    ...trial,
    recordingId,
    trackId: track === null ? null : (idOf.get(track) ?? null),
  }));
  for await (const chunk of inChunks(rows, rowsAtOnce)) await executor.insert(eegTrials).values(chunk);
}
