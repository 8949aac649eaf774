import { z } from 'zod';
import { parseInput } from '../../../../base/parseInput';
import type { StudyPlace } from '../../../studies/studyPlace';
import { ownedRecording } from '../recordings/ownedRecording';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { mostTracks, mostTrials, trackWish, trialWish } from './tableWishes';
import { requireFitting } from './requireFitting';
import { writeTracks } from './writeTracks';
import { writeTrials } from './writeTrials';

export const tracksWish = z.array(trackWish).max(mostTracks);
export const trialsWish = z.array(trialWish).max(mostTrials);

/** Puts tracks in place of those of a study of the caller's. Throws AppError 'not-found' or 'invalid'. */
export async function setTracks(
  { database, dataDirectory, caller }: StudyPlace,
  { studyId, tracks }: { studyId: number; tracks: z.input<typeof tracksWish> },
): Promise<void> {
  const checked = parseInput(tracksWish, tracks);
  await database.transaction(async (executor) => {
    await ownedEegStudy(executor, caller, studyId);
    await writeTracks(executor, studyId, { tracks: checked, dataDirectory });
  });
}

/** Puts trials in place of those of a recording of the caller's. Throws AppError 'not-found' or 'invalid'. */
export async function setTrials(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  { recordingId, trials }: { recordingId: number; trials: z.input<typeof trialsWish> },
): Promise<void> {
  const checked = parseInput(trialsWish, trials);
  await database.transaction(async (executor) => {
    const recording = await ownedRecording(executor, caller, recordingId);
    await requireFitting(executor, recording, checked);
    await writeTrials(executor, recording, checked);
  });
}
