import { mkdir } from 'node:fs/promises';
import { eegStudies } from '@/db/schema';
import { studyTitle } from '../../../studies/createStudy';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegStudyFolder } from '../eegFolders';

/** Makes an empty study of the caller's. Returns its number. Throws AppError 'invalid' for a title of no characters. */
export async function createEegStudy(
  { database, dataDirectory, caller }: StudyPlace,
  { title }: { title: string },
): Promise<number> {
  const [{ id }] = await database
    .insert(eegStudies)
    .values({ personId: caller.personId, title: studyTitle(title) })
    .returning({ id: eegStudies.id });
  await mkdir(eegStudyFolder(dataDirectory, id), { recursive: true });
  return id;
}
