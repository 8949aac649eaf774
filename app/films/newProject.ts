import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import type { FilmProject } from '@/app/ui/film/filmProject';

export type NewFilmFacts = FilmProject['film'];

/** A project that is to be kept, and its film where that is open already. */
export interface NewProject {
  document: FilmProject;
  film: OpenedFilm | null;
}

/** An empty project of a film. */
export function newProject(name: string, film: NewFilmFacts): FilmProject {
  return {
    ...{ format: 'circumplex-film-1', name, film },
    ...{ markers: [], cuts: [], curve: [], importance: [], cues: [], tracks: [] },
    ...{ loudnessTargetLufs: null, folder: null },
  };
}

/** A name without the ending of a file; the whole where nothing would be left. */
export function nameOfFile(name: string): string {
  const bare = name.replace(/\.[^.]{1,8}$/, '').trim();
  return (bare === '' ? name : bare).slice(0, 500);
}
