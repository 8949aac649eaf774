import { filmProjects } from '@/db/schema';
import { cleanText } from '../../../base/cleanText';
import { AppError } from '../../../base/errors';
import type { FilmProject } from '../filmProject';
import type { ProjectPlace } from './projectPlace';

/** A project as it is kept now. */
export interface KeptProject {
  projectId: number;
  revision: number;
}

/** Keeps a new project of the caller's. Throws AppError 'invalid' for a name of no characters. */
export async function createProject(
  { database, caller }: ProjectPlace,
  document: FilmProject,
): Promise<KeptProject> {
  const [{ projectId, revision }] = await database
    .insert(filmProjects)
    .values({ personId: caller.personId, document: keptDocument(document) })
    .returning({ projectId: filmProjects.id, revision: filmProjects.revision });
  return { projectId, revision };
}

/** A document as it is kept: tracks are known by their numbers here, as long as it stays here. */
export function keptDocument(document: FilmProject): FilmProject {
  return { ...document, name: projectName(document.name), tracks: [] };
}

/** A name as it may be stored. Throws AppError 'invalid' where nothing is left of it. */
export function projectName(name: string): string {
  const clean = cleanText(name);
  if (clean === null) throw new AppError('invalid', 'invalid name: (none) (what the project is called)');
  return clean;
}
