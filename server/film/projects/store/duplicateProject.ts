import { filmProject } from '../filmProject';
import { createProject, type KeptProject } from './createProject';
import { readableProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';

const longestName = 480;

/** A second project, of the caller's own, with all of one that they may see, called a copy of it. Throws AppError 'not-found'. */
export async function duplicateProject(place: ProjectPlace, projectId: number): Promise<KeptProject> {
  const { document: kept } = await readableProject(place, projectId);
  const document = filmProject.parse(kept);
  return createProject(place, { ...document, name: `${document.name.slice(0, longestName)} (copy)` });
}
