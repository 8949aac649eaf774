import type { FilmCue, FilmMarker, FilmProject } from '../filmProject';
import { newCueId } from '../newCueId';
import type { DescribedTimeline } from './readTimelineFile';

/** A timeline laid on the film: places in frames from the film's first. */
export type LaidTimeline = NonNullable<DescribedTimeline['laid']>;

/** What of a timeline is taken into a project. */
export interface TimelineWish {
  markers: boolean;
  cuts: boolean;
  /** New cues: where its markers last, or where its sound lies. */
  cues: 'none' | 'markers' | 'sound';
}

const mostMarkers = 20_000;
const mostCuts = 50_000;
const mostCues = 999;
const longestCueName = 500;

/** The first frame of each shot of a timeline's picture but the film's first, ascending, each once. */
export function cutsOf({ events }: Pick<LaidTimeline, 'events'>, lengthFrames: number): number[] {
  const starts = events
    .filter(({ kind, enabled }) => kind === 'video' && enabled)
    .map(({ recordIn }) => recordIn);
  const within = new Set(starts.filter((frame) => frame > 0 && frame < lengthFrames));
  return [...within].sort((a, b) => a - b).slice(0, mostCuts);
}

/** The project with what is wished of a timeline; what it had stays, and nothing is taken in twice. */
export function addTimeline(project: FilmProject, laid: LaidTimeline, wish: TimelineWish): FilmProject {
  const { lengthFrames } = project.film;
  const cuts = wish.cuts ? cutsOf(laid, lengthFrames) : [];
  return {
    ...project,
    ...(wish.markers && { markers: withMarkers(project, markersOf(laid, lengthFrames)) }),
    ...(cuts.length > 0 && { cuts }),
    ...(wish.cues !== 'none' && { cues: withCues(project, stretchesOf(laid, wish.cues)) }),
  };
}

function markersOf({ markers }: LaidTimeline, lengthFrames: number): FilmMarker[] {
  return markers
    .filter(({ frame, isSeen }) => isSeen && frame >= 0 && frame < lengthFrames)
    .map(({ frame, durationFrames, name, note, colour }) => ({
      ...{ frame, durationFrames: durationFrames > 1 ? durationFrames : 0 },
      ...{
        name: plain(name, 500),
        note: plain(note, 5000),
        colour: colour === null ? null : plain(colour, 40),
      },
    }));
}

/** Text as projects keep it. */
function plain(text: string, mostCharacters: number): string {
  return text.replace(/\0|\p{Surrogate}/gu, '').slice(0, mostCharacters);
}

function withMarkers({ markers }: FilmProject, added: FilmMarker[]): FilmMarker[] {
  const keyOf = ({ frame, name }: FilmMarker) => `${frame} ${name}`;
  const known = new Set(markers.map(keyOf));
  const fresh = added.filter((marker) => !known.has(keyOf(marker)));
  return [...markers, ...fresh].sort((a, b) => a.frame - b.frame).slice(0, mostMarkers);
}

interface Stretch {
  name: string;
  inFrame: number;
  outFrame: number;
}

/** Stretches of a timeline that could be cues, in order of time. */
export function stretchesOf({ markers, events }: LaidTimeline, from: 'markers' | 'sound'): Stretch[] {
  const stretches =
    from === 'markers'
      ? markers
          .filter(({ durationFrames, isSeen }) => isSeen && durationFrames > 1)
          .map(({ name, frame, durationFrames }) => ({
            name,
            inFrame: frame,
            outFrame: frame + durationFrames,
          }))
      : events
          .filter(({ kind, enabled }) => kind === 'audio' && enabled)
          .map(({ name, recordIn, recordOut }) => ({ name, inFrame: recordIn, outFrame: recordOut }));
  return stretches.sort((a, b) => a.inFrame - b.inFrame || b.outFrame - a.outFrame);
}

/** Cues do not overlap: of stretches that do, and beside cues that are there, the first one rules. */
function withCues({ cues, film }: FilmProject, stretches: readonly Stretch[]): FilmCue[] {
  const before = cues.toSorted((a, b) => a.inFrame - b.inFrame);
  const added: FilmCue[] = [];
  let [next, free] = [0, 0];
  for (const stretch of stretches) {
    if (cues.length + added.length >= mostCues) break;
    const inFrame = Math.max(0, stretch.inFrame);
    const outFrame = Math.min(film.lengthFrames, stretch.outFrame);
    while (next < before.length && before[next].outFrame <= inFrame) next += 1;
    const isTaken = inFrame < free || (next < before.length && before[next].inFrame < outFrame);
    if (outFrame <= inFrame || isTaken) continue;
    added.push(newCue({ name: plain(stretch.name, longestCueName), inFrame, outFrame }));
    free = outFrame;
  }
  return [...before, ...added].sort((a, b) => a.inFrame - b.inFrame);
}

function newCue({ name, inFrame, outFrame }: Stretch): FilmCue {
  return {
    ...{ id: newCueId(), name: name.trim() === '' ? 'Cue' : name, inFrame, outFrame },
    ...{ toleranceSeconds: 0.5, mode: 'both', filter: {}, chosen: null, alternates: [], hitPoints: [] },
    ...{ fadeInFrames: 0, fadeOutFrames: 0, locked: false, use: 'background' },
  };
}

/** Where a timeline starts and how long it is: to the end of its last event or marker, in its own frames. */
export function timelineFrames({ startFrame, events, markers }: DescribedTimeline['timeline']): {
  startFrame: number;
  lengthFrames: number;
} {
  let [first, last] = [Infinity, 0];
  for (const { recordIn, recordOut } of events) {
    first = Math.min(first, recordIn);
    last = Math.max(last, recordOut);
  }
  for (const { frame, durationFrames } of markers) {
    first = Math.min(first, frame);
    last = Math.max(last, frame + Math.max(1, durationFrames));
  }
  const start = Math.max(0, startFrame ?? (Number.isFinite(first) ? first : 0));
  return { startFrame: start, lengthFrames: Math.max(1, last - start) };
}
