import { eq } from 'drizzle-orm';
import { eegStudies } from '@/db/schema';
import { studyTitle } from '../../../studies/createStudy';
import type { StudyPlace } from '../../../studies/studyPlace';
import { ownedEegStudy } from './ownedEegStudy';

/** Gives a study another title. Throws AppError 'not-found' or 'invalid'. */
export async function renameEegStudy(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  studyId: number,
  title: string,
): Promise<void> {
  await ownedEegStudy(database, caller, studyId);
  await database
    .update(eegStudies)
    .set({ title: studyTitle(title) })
    .where(eq(eegStudies.id, studyId));
}
