import { eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { mappingFaults, type MappingFault } from './mappingFaults';

/** All that is wrong with a mapping of a study of the caller's, before it is read. Throws AppError 'not-found'. */
export async function studyMappingFaults(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  studyId: number,
  rows: readonly unknown[],
): Promise<MappingFault[]> {
  await ownedStudy(database, caller, studyId);
  const files = await database
    .select({ name: studyFiles.name })
    .from(studyFiles)
    .where(eq(studyFiles.studyId, studyId));
  return mappingFaults(rows, new Set(files.map(({ name }) => name)));
}
