import { filmProjects } from '@/db/schema';
import { isOwned, ownedProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';

/** Lets whoever is signed in see and copy a project of the caller's, or nobody any more. Throws AppError 'not-found'. */
export async function shareProject(place: ProjectPlace, projectId: number, shared: boolean): Promise<void> {
  await ownedProject(place, projectId);
  await place.database.update(filmProjects).set({ shared }).where(isOwned(place, projectId));
}
