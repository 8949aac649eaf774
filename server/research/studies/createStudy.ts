import { mkdir } from 'node:fs/promises';
import { studies } from '@/db/schema';
import { cleanText } from '../../base/cleanText';
import { AppError } from '../../base/errors';
import { studyFolder } from './studyFolder';
import type { StudyPlace } from './studyPlace';

/** A study to be made. */
export interface NewStudy {
  title: string;
  /** True for participants that a generator makes up. */
  simulated?: boolean;
}

/** Makes an empty study of the caller's. Returns its number. Throws AppError 'invalid' for a title of no characters. */
export async function createStudy(
  { database, dataDirectory, caller }: StudyPlace,
  { title, simulated = false }: NewStudy,
): Promise<number> {
  const [{ id }] = await database
    .insert(studies)
    .values({ personId: caller.personId, title: studyTitle(title), simulated })
    .returning({ id: studies.id });
  await mkdir(studyFolder(dataDirectory, id), { recursive: true });
  return id;
}

/** A title as it may be stored. Throws AppError 'invalid' where nothing is left of it. */
export function studyTitle(title: string): string {
  const clean = cleanText(title);
  if (clean === null) throw new AppError('invalid', 'invalid title: (none) (what the study is called)');
  return clean;
}
