import { and, eq, inArray, sql } from 'drizzle-orm';
import { jobs, openJobStates } from '@/db/schema';
import { ownedStudy } from './ownedStudy';
import { studyKey } from './studyJobs';
import type { StudyPlace } from './studyPlace';

/** Stops work on a study's data that waits or is under way: nothing of it is kept. Throws AppError 'not-found'. */
export async function cancelDataJobs(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  studyId: number,
): Promise<void> {
  await ownedStudy(database, caller, studyId);
  await database
    .update(jobs)
    .set({ state: 'cancelled', leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(and(eq(jobs.exclusiveKey, studyKey(studyId)), inArray(jobs.state, [...openJobStates])));
}
