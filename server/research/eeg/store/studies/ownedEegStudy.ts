import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegStudies } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import { AppError } from '../../../../base/errors';

type EegStudyRow = typeof eegStudies.$inferSelect;

/** A study of the caller's. Throws AppError 'not-found' also for another person's: they are not told of it. */
export async function ownedEegStudy(
  executor: Executor,
  caller: Caller,
  studyId: number,
): Promise<EegStudyRow> {
  const [study] = await executor
    .select()
    .from(eegStudies)
    .where(and(eq(eegStudies.id, studyId), eq(eegStudies.personId, caller.personId)));
  if (!study)
    throw new AppError('not-found', `invalid studyId: ${studyId} (you have no study of EEG of this number)`);
  return study;
}
