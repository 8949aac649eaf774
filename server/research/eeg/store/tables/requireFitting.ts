import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegTracks } from '@/db/schema';
import { AppError } from '../../../../base/errors';
import type { RecordingRow } from '../recordings/ownedRecording';
import type { TrialWish } from './tableWishes';

/** Trials may be told by times that were rounded. */
const slackSeconds = 0.5;

/**
 * Checks trials that somebody wrote by hand: each lies within the recording, and hears a track of the study.
 *
 * @throws AppError 'invalid' naming the trial, counted from 0, and its field
 */
export async function requireFitting(
  executor: Executor,
  { studyId, durationSeconds, fileName }: RecordingRow,
  trials: readonly TrialWish[],
): Promise<void> {
  const tracks = await executor.select().from(eegTracks).where(eq(eegTracks.studyId, studyId));
  const names = new Set(tracks.map(({ name }) => name));
  const end = durationSeconds ?? Infinity;
  const told = `${fileName} ends at ${end} s`;
  trials.forEach(({ startSeconds, durationSeconds: lasts, track }, index) => {
    if (startSeconds >= end) refuse(index, 'startSeconds', `${startSeconds} (${told})`);
    if (lasts !== null && startSeconds + lasts > end + slackSeconds)
      refuse(index, 'durationSeconds', `${lasts} (it would end at ${startSeconds + lasts} s, and ${told})`);
    if (track !== null && !names.has(track))
      refuse(index, 'track', `${track} (the study has ${tracks.length} tracks, none of this name)`);
  });
}

function refuse(index: number, field: string, told: string): never {
  throw new AppError('invalid', `invalid trials[${index}].${field}: ${told}`);
}
