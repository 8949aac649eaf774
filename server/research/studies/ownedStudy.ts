import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studies } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';

export type StudyRow = typeof studies.$inferSelect;

/** A study of the caller's. Throws AppError 'not-found' also for another person's: they are not told of it. */
export async function ownedStudy(executor: Executor, caller: Caller, studyId: number): Promise<StudyRow> {
  const [study] = await executor
    .select()
    .from(studies)
    .where(and(eq(studies.id, studyId), eq(studies.personId, caller.personId)));
  if (!study)
    throw new AppError('not-found', `invalid studyId: ${studyId} (you have no study of this number)`);
  return study;
}
