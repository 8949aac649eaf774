import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { changeCue } from '../../project/changeCue';
import { roomOf, trimmedCue, type FrameRange } from '../../board/edits/moveCue';

/** A search goes no further: longer cues are cut into several. */
export const longestCueSeconds = 600;

/** The first part of a stretch in which no other cue lies; null where there is none. */
export function freePart(cues: readonly FilmCue[], { inFrame, outFrame }: FrameRange): FrameRange | null {
  const others = cues.toSorted((a, b) => a.inFrame - b.inFrame);
  const start = others.reduce(
    (from, other) => (other.inFrame <= from && from < other.outFrame ? other.outFrame : from),
    inFrame,
  );
  const end = others.reduce(
    (to, other) => (other.inFrame >= start ? Math.min(to, other.inFrame) : to),
    outFrame,
  );
  return start < end ? { inFrame: start, outFrame: end } : null;
}

/** The stretch between the cuts around a frame. */
export function shotAround({ cuts, film }: Pick<FilmProject, 'cuts' | 'film'>, frame: number): FrameRange {
  return {
    inFrame: cuts.findLast((cut) => cut <= frame) ?? 0,
    outFrame: cuts.find((cut) => cut > frame) ?? film.lengthFrames,
  };
}

/** Whether a stretch is longer than can be searched for at once. */
export function isTooLong({ film }: Pick<FilmProject, 'film'>, { inFrame, outFrame }: FrameRange): boolean {
  return secondsOf(outFrame - inFrame, film.rate) > longestCueSeconds;
}

/**
 * A stretch as parts that can each be searched for: of the fewest parts that suffice, each ends at the cut nearest to
 * where equal parts would, or there where no cut is near enough.
 */
export function cutAtCuts(
  { cuts, film }: Pick<FilmProject, 'cuts' | 'film'>,
  { inFrame, outFrame }: FrameRange,
): FrameRange[] {
  const most = Math.floor(longestCueSeconds * rateHz(film.rate));
  const parts: FrameRange[] = [];
  let from = inFrame;
  while (from < outFrame) {
    const left = Math.ceil((outFrame - from) / most);
    const wanted = from + Math.ceil((outFrame - from) / left);
    // What follows must still fit into the parts that are left.
    const earliest = Math.max(from + 1, outFrame - (left - 1) * most);
    const near = cuts.filter((cut) => cut >= earliest && cut <= Math.min(from + most, outFrame - 1));
    const to = left === 1 ? outFrame : nearestTo(near, wanted);
    parts.push({ inFrame: from, outFrame: to });
    from = to;
  }
  return parts;
}

function nearestTo(cuts: readonly number[], wanted: number): number {
  return cuts.length === 0
    ? wanted
    : cuts.reduce((best, cut) => (Math.abs(cut - wanted) < Math.abs(best - wanted) ? cut : best));
}

/** The project with a new cue on each stretch; `idOf` makes what names them. */
export function addCues(
  project: FilmProject,
  ranges: readonly FrameRange[],
  idOf: () => string,
): { project: FilmProject; ids: string[] } {
  const names = new Set(project.cues.map(({ name }) => name));
  let number = project.cues.length;
  const added = ranges.map((range): FilmCue => {
    do number++;
    while (names.has(`Cue ${number}`));
    return { ...emptyCue, ...range, id: idOf(), name: `Cue ${number}` };
  });
  const cues = [...project.cues, ...added].toSorted((a, b) => a.inFrame - b.inFrame);
  return { project: { ...project, cues }, ids: added.map(({ id }) => id) };
}

const emptyCue: Omit<FilmCue, 'id' | 'name' | keyof FrameRange> = {
  toleranceSeconds: 0.5,
  mode: 'both',
  filter: {},
  chosen: null,
  alternates: [],
  fadeInFrames: 0,
  fadeOutFrames: 0,
  hitPoints: [],
  locked: false,
  use: 'background',
};

/**
 * The project with one of a cue's edges moved, as far as the film and the cues beside it leave room; its music stays with
 * the picture.
 */
export function trimCue(
  project: FilmProject,
  cueId: string,
  trim: { edge: 'in' | 'out'; frame: number },
): FilmProject {
  const { rate } = project.film;
  return changeCue(project, cueId, (cue) => trimmedCue(cue, trim, { room: roomOf(project, cue), rate }));
}

/**
 * The project with a cue cut into parts that can each be searched for: they keep how it is compared, its hit points and
 * its outer fades, and have no music yet. The first keeps its id.
 */
export function cutCue(project: FilmProject, cueId: string, idOf: () => string): FilmProject {
  const cue = project.cues.find(({ id }) => id === cueId);
  if (!cue) return project;
  const ranges = cutAtCuts(project, cue);
  const parts = ranges.map((range, place) => ({
    ...withinFrames(cue, range),
    ...{ id: place === 0 ? cue.id : idOf(), name: `${cue.name} ${place + 1}`.slice(0, 500) },
    ...{ chosen: null, alternates: [], locked: false },
    fadeInFrames: place === 0 ? Math.min(cue.fadeInFrames, range.outFrame - range.inFrame) : 0,
    fadeOutFrames:
      place === ranges.length - 1 ? Math.min(cue.fadeOutFrames, range.outFrame - range.inFrame) : 0,
  }));
  return { ...project, cues: project.cues.flatMap((each) => (each === cue ? parts : [each])) };
}

/** A cue on another stretch, with its fades and hit points as far as they lie within. */
export function withinFrames(cue: FilmCue, { inFrame, outFrame }: FrameRange): FilmCue {
  const length = outFrame - inFrame;
  const fadeInFrames = Math.min(cue.fadeInFrames, length);
  return {
    ...cue,
    ...{ inFrame, outFrame, fadeInFrames },
    fadeOutFrames: Math.min(cue.fadeOutFrames, length - fadeInFrames),
    hitPoints: cue.hitPoints.filter(({ frame }) => inFrame <= frame && frame < outFrame),
  };
}
