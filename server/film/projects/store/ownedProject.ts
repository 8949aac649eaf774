import { and, eq, or } from 'drizzle-orm';
import { filmProjects } from '@/db/schema';
import { AppError } from '../../../base/errors';
import type { ProjectPlace } from './projectPlace';

type ProjectRow = typeof filmProjects.$inferSelect;

/** The condition that a project is of this number and the caller's. */
export function isOwned({ caller }: Pick<ProjectPlace, 'caller'>, projectId: number) {
  return and(eq(filmProjects.id, projectId), eq(filmProjects.personId, caller.personId));
}

/** The condition that a project is of this number, and the caller's or shared. */
function isReadable({ caller }: Pick<ProjectPlace, 'caller'>, projectId: number) {
  return and(eq(filmProjects.id, projectId), isSeenBy(caller));
}

/** The condition that a project is the caller's own, or shared by whoever's it is. */
export function isSeenBy({ personId }: ProjectPlace['caller']) {
  return or(eq(filmProjects.personId, personId), eq(filmProjects.shared, true));
}

/** A project that is the caller's, or shared. Throws AppError 'not-found' for any other: they are not told of it. */
export async function readableProject(place: ProjectPlace, projectId: number): Promise<ProjectRow> {
  const [project] = await place.database.select().from(filmProjects).where(isReadable(place, projectId));
  if (!project) throw unknownProject(projectId);
  return project;
}

/** A project of the caller's. Throws AppError 'not-found' also for another person's: they are not told of it. */
export async function ownedProject(place: ProjectPlace, projectId: number): Promise<ProjectRow> {
  const [project] = await place.database.select().from(filmProjects).where(isOwned(place, projectId));
  if (!project) throw unknownProject(projectId);
  return project;
}

function unknownProject(projectId: number): AppError {
  return new AppError(
    'not-found',
    `invalid projectId: ${projectId} (you have no film project of this number)`,
  );
}
