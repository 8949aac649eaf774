import { mayDropFrames, rateName, sameRate } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { formatBytes, formatCount } from '@/app/ui/format';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { atRate, countBeyond, ofLength } from './fitProject';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';

type ProjectFilm = FilmProject['film'];
/** What a project keeps of the film that was opened for it. */
export type FilmOfProject = Pick<
  OpenedFilm,
  'rate' | 'lengthFrames' | 'startFrame' | 'dropFrame' | 'sizeBytes' | 'edgesHash'
> & { file: { name: string } };

/** True where an opened film is the one that a project was made with. */
export function isFilmOf(
  { file }: ProjectFilm,
  opened: Pick<FilmOfProject, 'sizeBytes' | 'edgesHash'>,
): boolean {
  return file !== null && file.sizeBytes === opened.sizeBytes && file.edgesHash === opened.edgesHash;
}

/**
 * The project with an opened film as its own: its name, rate and length, and its start where it tells one. What is done
 * stays at its second, and goes where it lies beyond the film's end.
 */
export function withFilm(project: FilmProject, opened: FilmOfProject): FilmProject {
  const { film, ...fitting } = ofLength(atRate(project, opened.rate), opened.lengthFrames);
  const told = opened.startFrame !== null;
  return {
    ...fitting,
    film: {
      ...film,
      name: opened.file.name.slice(0, 500),
      rate: opened.rate,
      lengthFrames: opened.lengthFrames,
      startFrame: opened.startFrame ?? film.startFrame,
      dropFrame: (told ? opened.dropFrame : film.dropFrame) && mayDropFrames(opened.rate),
      file: { sizeBytes: opened.sizeBytes, edgesHash: opened.edgesHash },
    },
  };
}

/** The project with an opened film, where it had no file before and nothing of it is lost; else as it was. */
export function withFirstFilm(project: FilmProject, opened: FilmOfProject): FilmProject {
  const { film } = project;
  if (film.file !== null) return project;
  const isEmpty = [project.cuts, project.markers, project.cues, project.curve, project.importance].every(
    ({ length }) => length === 0,
  );
  const fits = sameRate(film.rate, opened.rate) && countBeyond(project, opened.lengthFrames) === 0;
  return isEmpty || fits ? withFilm(project, opened) : project;
}

/** In what an opened film is another than the project's, in a sentence or two. */
export function differenceWords(project: FilmProject, opened: FilmOfProject): string {
  const { film } = project;
  const beyond = countBeyond(atRate(project, opened.rate), opened.lengthFrames);
  const lost =
    beyond === 0 ? '' : ` ${formatCount(beyond, 'thing')} of the project would lie beyond its end.`;
  const lengths = `“${film.name}” of the project is ${lengthWords(film)}${film.file ? `, ${formatBytes(film.file.sizeBytes)}` : ''}; this one is ${lengthWords(opened)}, ${formatBytes(opened.sizeBytes)}.`;
  return `${lengths}${lost}`;
}

function lengthWords({ rate, lengthFrames }: Pick<ProjectFilm, 'rate' | 'lengthFrames'>): string {
  return `${timeCodeOf(lengthFrames, { rate, dropFrame: false })} long at ${rateName(rate)}`;
}
