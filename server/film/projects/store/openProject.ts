import { filmProject, type FilmProject } from '../filmProject';
import { ownedProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';
import { usedTracks, type UsedTrack } from './usedTracks';

/** A whole project. */
export interface OpenProject {
  projectId: number;
  /** To be told when it is saved. */
  revision: number;
  savedAt: string;
  document: FilmProject;
  /** The tracks that its cues name; those that left the library are not among them. */
  usedTracks: UsedTrack[];
}

/** A project of the caller's. Throws AppError 'not-found'. */
export async function openProject(place: ProjectPlace, projectId: number): Promise<OpenProject> {
  const { revision, savedAt, document: kept } = await ownedProject(place, projectId);
  const document = filmProject.parse(kept);
  return {
    ...{ projectId, revision, savedAt: savedAt.toISOString(), document },
    usedTracks: await usedTracks(place.database, document),
  };
}
