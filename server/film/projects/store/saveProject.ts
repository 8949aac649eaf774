import { and, eq, sql } from 'drizzle-orm';
import { filmProjects } from '@/db/schema';
import { AppError } from '../../../base/errors';
import type { FilmProject } from '../filmProject';
import { keptDocument, type KeptProject } from './createProject';
import { isOwned, ownedProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';

/** What is saved of a project, and the revision that it was made of. */
export interface SavedProject extends KeptProject {
  document: FilmProject;
}

/**
 * Keeps a project's document in place of the one it was made of, and tells the new revision.
 *
 * @throws AppError 'not-found'; 'conflict' where it was saved elsewhere since that revision: nothing is changed then
 */
export async function saveProject(
  place: ProjectPlace,
  { projectId, revision, document }: SavedProject,
): Promise<KeptProject> {
  const [saved] = await place.database
    .update(filmProjects)
    .set({ document: keptDocument(document), ...nextRevision() })
    .where(and(isOwned(place, projectId), eq(filmProjects.revision, revision)))
    .returning({ revision: filmProjects.revision });
  if (saved) return { projectId, revision: saved.revision };
  const { revision: now } = await ownedProject(place, projectId);
  throw new AppError(
    'conflict',
    `invalid revision: ${revision} (the project was saved elsewhere and is at revision ${now}: open it again, ` +
      'or keep yours under another name)',
  );
}

/** What every change of a row brings with it. */
export const nextRevision = () => ({ revision: sql`${filmProjects.revision} + 1`, savedAt: new Date() });
