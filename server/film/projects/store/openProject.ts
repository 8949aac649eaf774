import { filmProject, type FilmProject } from '../filmProject';
import { readableProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';
import { usedTracks, type UsedTrack } from './usedTracks';

/** A whole project. */
export interface OpenProject {
  projectId: number;
  /** To be told when it is saved. */
  revision: number;
  savedAt: string;
  document: FilmProject;
  /** False for one that another shares: it can be looked at and copied, not saved. */
  isOwn: boolean;
  /** The tracks that its cues name; those that left the library are not among them. */
  usedTracks: UsedTrack[];
}

/** A project of the caller's, or one that is shared. Throws AppError 'not-found'. */
export async function openProject(place: ProjectPlace, projectId: number): Promise<OpenProject> {
  const { revision, savedAt, document: kept, personId } = await readableProject(place, projectId);
  const document = filmProject.parse(kept);
  return {
    ...{ projectId, revision, savedAt: savedAt.toISOString(), document },
    isOwn: personId === place.caller.personId,
    usedTracks: await usedTracks(place.database, document),
  };
}
