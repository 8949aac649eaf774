import { sql } from 'drizzle-orm';
import { filmProjects } from '@/db/schema';
import { projectName, type KeptProject } from './createProject';
import { isOwned, ownedProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';
import { nextRevision } from './saveProject';

/** Gives a project another name, which is a revision of it. Throws AppError 'not-found' or 'invalid'. */
export async function renameProject(
  place: ProjectPlace,
  projectId: number,
  name: string,
): Promise<KeptProject> {
  await ownedProject(place, projectId);
  const [{ revision }] = await place.database
    .update(filmProjects)
    .set({
      document: sql`jsonb_set(${filmProjects.document}, '{name}', to_jsonb(${projectName(name)}::text))`,
      ...nextRevision(),
    })
    .where(isOwned(place, projectId))
    .returning({ revision: filmProjects.revision });
  return { projectId, revision };
}
