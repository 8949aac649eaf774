import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';

/** The project with one cue changed; a cue that is not there changes nothing. */
export function changeCue(
  project: FilmProject,
  cueId: string,
  change: (cue: FilmCue) => FilmCue,
): FilmProject {
  const place = project.cues.findIndex(({ id }) => id === cueId);
  if (place < 0) return project;
  return { ...project, cues: project.cues.with(place, change(project.cues[place])) };
}
