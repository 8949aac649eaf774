import { filmProjects } from '@/db/schema';
import { isOwned, ownedProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';

/** Deletes a project for good. Throws AppError 'not-found'. */
export async function removeProject(place: ProjectPlace, projectId: number): Promise<void> {
  await ownedProject(place, projectId);
  await place.database.delete(filmProjects).where(isOwned(place, projectId));
}
