import { and, eq, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studies } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';

export type StudyRow = typeof studies.$inferSelect;

/** The condition that a study is the caller's own, or shared by whoever's it is. */
export function isSeenBy({ personId }: Caller) {
  return or(eq(studies.personId, personId), eq(studies.shared, true));
}

/** A study that is the caller's, or shared. Throws AppError 'not-found' for any other: they are not told of it. */
export async function readableStudy(executor: Executor, caller: Caller, studyId: number): Promise<StudyRow> {
  const [study] = await executor
    .select()
    .from(studies)
    .where(and(eq(studies.id, studyId), isSeenBy(caller)));
  if (!study) throw unknownStudy(studyId);
  return study;
}

/** A study of the caller's. Throws AppError 'not-found' also for another person's: they are not told of it. */
export async function ownedStudy(executor: Executor, caller: Caller, studyId: number): Promise<StudyRow> {
  const [study] = await executor
    .select()
    .from(studies)
    .where(and(eq(studies.id, studyId), eq(studies.personId, caller.personId)));
  if (!study) throw unknownStudy(studyId);
  return study;
}

const unknownStudy = (studyId: number) =>
  new AppError('not-found', `invalid studyId: ${studyId} (you have no study of this number)`);
