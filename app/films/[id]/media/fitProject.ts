import { rebaseFrames, secondsOf } from '@/ml/timeCode/gridSeconds';
import { mayDropFrames, sameRate, type FrameRate } from '@/ml/timeCode/frameRate';
import { sameLabel } from '@/ml/timeCode/sameLabel';
import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';

/**
 * A project counted at another rate: everything stays at its second, as near as whole frames allow; the film's start keeps
 * its label.
 */
export function atRate(project: FilmProject, rate: FrameRate): FilmProject {
  const { film } = project;
  if (sameRate(film.rate, rate)) return project;
  const frame = (frames: number) => rebaseFrames(frames, film.rate, rate);
  const cuts = project.cuts.map(frame).filter((cut, place, all) => cut > 0 && cut !== all[place - 1]);
  return {
    ...project,
    film: {
      ...film,
      rate,
      ...startAt(film, rate),
      lengthFrames: Math.max(1, frame(film.lengthFrames)),
    },
    cuts,
    markers: project.markers.map((marker) => ({
      ...marker,
      frame: frame(marker.frame),
      durationFrames: frame(marker.durationFrames),
    })),
    cues: project.cues.map((cue) => ({ ...cue, ...cueFrames(cue, frame) })),
  };
}

function startAt(
  film: FilmProject['film'],
  rate: FrameRate,
): Pick<FilmProject['film'], 'startFrame' | 'dropFrame'> {
  const dropFrame = film.dropFrame && mayDropFrames(rate);
  return { startFrame: sameLabel(film.startFrame, film, { rate, dropFrame }), dropFrame };
}

function cueFrames(cue: FilmCue, frame: (frames: number) => number): Partial<FilmCue> {
  const inFrame = frame(cue.inFrame);
  const outFrame = Math.max(inFrame + 1, frame(cue.outFrame));
  const hitPoints = cue.hitPoints.map((hit) => ({
    ...hit,
    frame: Math.min(outFrame - 1, Math.max(inFrame, frame(hit.frame))),
  }));
  return { inFrame, outFrame, hitPoints, ...fades(cue, outFrame - inFrame, frame) };
}

/** Fades that leave each other room in a cue of some frames. */
function fades(cue: FilmCue, frames: number, frame = (count: number) => count) {
  const fadeInFrames = Math.min(frames, frame(cue.fadeInFrames));
  return { fadeInFrames, fadeOutFrames: Math.min(frames - fadeInFrames, frame(cue.fadeOutFrames)) };
}

/** A project of a film of another length: what lies beyond its end goes, what goes over it is shortened. */
export function ofLength(project: FilmProject, lengthFrames: number): FilmProject {
  const { film } = project;
  const endSeconds = secondsOf(lengthFrames, film.rate);
  if (film.lengthFrames === lengthFrames) return project;
  return {
    ...project,
    film: { ...film, lengthFrames },
    cuts: project.cuts.filter((cut) => cut < lengthFrames),
    markers: project.markers.filter(({ frame }) => frame < lengthFrames),
    curve: project.curve.filter(({ t }) => t <= endSeconds),
    importance: project.importance
      .filter(({ start }) => start < endSeconds)
      .map((stretch) => ({ ...stretch, end: Math.min(stretch.end, endSeconds) })),
    cues: project.cues
      .filter(({ inFrame }) => inFrame < lengthFrames)
      .map((cue) => shortened(cue, lengthFrames)),
  };
}

function shortened(cue: FilmCue, lengthFrames: number): FilmCue {
  if (cue.outFrame <= lengthFrames) return cue;
  return {
    ...cue,
    ...{ outFrame: lengthFrames, hitPoints: cue.hitPoints.filter(({ frame }) => frame < lengthFrames) },
    ...fades(cue, lengthFrames - cue.inFrame),
  };
}

/** How many things of a project lie beyond a length, wholly or in part. */
export function countBeyond({ film, ...project }: FilmProject, lengthFrames: number): number {
  const endSeconds = secondsOf(lengthFrames, film.rate);
  return [
    project.cuts.filter((cut) => cut >= lengthFrames),
    project.markers.filter(({ frame }) => frame >= lengthFrames),
    project.curve.filter(({ t }) => t > endSeconds),
    project.importance.filter(({ end }) => end > endSeconds),
    project.cues.filter(({ outFrame }) => outFrame > lengthFrames),
  ].reduce((count, beyond) => count + beyond.length, 0);
}

/** The project with labels dropped or not; its film's start keeps its label, unless that is one of the dropped. */
export function countedAs(project: FilmProject, dropFrame: boolean): FilmProject {
  const { film } = project;
  const startFrame = sameLabel(film.startFrame, film, { rate: film.rate, dropFrame });
  return { ...project, film: { ...film, dropFrame, startFrame } };
}
