import { and, eq } from 'drizzle-orm';
import { filmProjects } from '@/db/schema';
import { AppError } from '../../../base/errors';
import type { ProjectPlace } from './projectPlace';

type ProjectRow = typeof filmProjects.$inferSelect;

/** The condition that a project is of this number and the caller's. */
export function isOwned({ caller }: Pick<ProjectPlace, 'caller'>, projectId: number) {
  return and(eq(filmProjects.id, projectId), eq(filmProjects.personId, caller.personId));
}

/** A project of the caller's. Throws AppError 'not-found' also for another person's: they are not told of it. */
export async function ownedProject(place: ProjectPlace, projectId: number): Promise<ProjectRow> {
  const [project] = await place.database.select().from(filmProjects).where(isOwned(place, projectId));
  if (!project)
    throw new AppError(
      'not-found',
      `invalid projectId: ${projectId} (you have no film project of this number)`,
    );
  return project;
}
