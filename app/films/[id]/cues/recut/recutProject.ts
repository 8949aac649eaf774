import type { KeyPoint } from '@/ml/affect/keyPoint';
import { moveCues, moveCurve, moveMarkers, type MovedCue } from '@/ml/film/recut/moveToRecut';
import { movedTime, recutMap, type RecutMap } from '@/ml/film/recut/recutMap';
import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { FilmCue, FilmProject, ImportanceStretch } from '@/app/ui/film/filmProject';
import { withinFrames } from '../settings/cuePlaces';
import { cutsOf, type FilmCut } from './newCut';

/** A project in a new cut, and what did not come along. */
export interface Recut {
  project: FilmProject;
  by: RecutMap['by'];
  /** Shots of the old cut that the new one does not show, and the other way round. */
  lostShots: number;
  newShots: number;
  lostMarkers: FilmProject['markers'];
  lostKeyPoints: KeyPoint[];
  lostCues: FilmCue[];
  /** Cues of which some picture is gone or new, or that lie apart now. */
  changedCues: { cue: FilmCue; state: 'changed' | 'scattered' }[];
  /** Cues with hit points on frames that are gone. */
  lostHits: FilmCue[];
}

/** What of the new film is known beside its shots. */
export type NewFilm = Partial<Pick<FilmProject['film'], 'name' | 'file' | 'startFrame' | 'dropFrame'>>;

interface RecutWish {
  oldCut: FilmCut;
  newCut: FilmCut;
  newFilm?: NewFilm;
}

interface Stretch {
  old: FilmCue;
  start: number;
  end: number;
}

/** Moves everything of a project to a new cut of its film, shot by shot: curve, importance, markers, cues. */
export function recutProject(project: FilmProject, { oldCut, newCut, newFilm }: RecutWish): Recut {
  const map = recutMap(oldCut.shots, newCut.shots);
  const { rate } = project.film;
  const { lengthFrames } = newCut;
  const toFrames = <Timed extends { t: number }>(point: Timed) => ({ ...point, t: point.t * rateHz(rate) });
  const toSeconds = (point: KeyPoint) => ({ ...point, t: secondsOf(point.t, rate) });
  const curve = moveCurve(map, project.curve.map(toFrames));
  const markers = moveMarkers(
    map,
    project.markers.map((marker) => ({ marker, time: marker.frame })),
  );
  const placed = moveCues(
    map,
    project.cues.map((old): Stretch => ({ old, start: old.inFrame, end: old.outFrame })),
  );
  const cues = inOrder(placed.moved, map, project);
  return {
    project: {
      ...project,
      film: { ...project.film, ...newFilm, lengthFrames },
      cuts: cutsOf(newCut),
      curve: curve.points.map(toSeconds),
      importance: project.importance.flatMap((stretch) => movedStretches(map, stretch, rateHz(rate))),
      markers: markers.moved.map(({ marker, time }) => ({ ...marker, frame: time })),
      cues: cues.map(({ moved }) => moved),
    },
    by: map.by,
    lostShots: map.lostShots.length,
    newShots: map.newShots.length,
    lostMarkers: markers.lost.map(({ marker }) => marker),
    lostKeyPoints: curve.lost.map(toSeconds),
    lostCues: project.cues.filter(({ id }) => !cues.some(({ moved }) => moved.id === id)),
    changedCues: cues.flatMap(({ old, state }) => (state === 'whole' ? [] : [{ cue: old, state }])),
    lostHits: cues.flatMap(({ old, moved }) => (moved.hitPoints.length < old.hitPoints.length ? [old] : [])),
  };
}

interface PlacedCue {
  old: FilmCue;
  moved: FilmCue;
  state: MovedCue<Stretch>['state'];
}

/** Cues in their new places; where two would overlap the later one begins later, or is gone. */
function inOrder(placed: readonly MovedCue<Stretch>[], map: RecutMap, { film }: FilmProject): PlacedCue[] {
  const result: PlacedCue[] = [];
  for (const { cue, start, end, state } of placed) {
    const { old } = cue;
    const from = Math.max(start, result.at(-1)?.moved.outFrame ?? 0);
    if (from >= end) continue;
    const hitPoints = old.hitPoints.flatMap((hit) => {
      const frame = movedTime(map, hit.frame);
      return frame === undefined ? [] : [{ ...hit, frame }];
    });
    const moved = withinFrames({ ...old, hitPoints }, { inFrame: from, outFrame: end });
    const shifted = from === start ? state : state === 'whole' ? 'changed' : state;
    result.push({
      old,
      moved: withMusicMoved(moved, headSeconds(map, old, { from, rate: film.rate })),
      state: shifted,
    });
  }
  return result;
}

/** How much of a cue's beginning is gone, in seconds: its music goes on with the pictures that are left. */
function headSeconds(
  { pieces }: RecutMap,
  old: FilmCue,
  { from, rate }: { from: number; rate: FilmProject['film']['rate'] },
): number {
  const piece = pieces.find(({ newStart, length }) => newStart <= from && from < newStart + length);
  return piece ? secondsOf(piece.oldStart + (from - piece.newStart) - old.inFrame, rate) : 0;
}

function withMusicMoved(cue: FilmCue, seconds: number): FilmCue {
  const moved = (section: FilmCue['alternates'][number]) => ({
    ...section,
    startSeconds: Math.max(0, section.startSeconds + seconds),
  });
  return { ...cue, chosen: cue.chosen && moved(cue.chosen), alternates: cue.alternates.map(moved) };
}

/** The parts of a stretch that the new cut shows, in seconds. */
function movedStretches(
  { pieces }: RecutMap,
  stretch: ImportanceStretch,
  framesPerSecond: number,
): ImportanceStretch[] {
  return pieces.flatMap(({ oldStart, newStart, length }) => {
    const shift = newStart - oldStart;
    const start = Math.max(stretch.start * framesPerSecond, oldStart) + shift;
    const end = Math.min(stretch.end * framesPerSecond, oldStart + length) + shift;
    return start < end ? [{ ...stretch, start: start / framesPerSecond, end: end / framesPerSecond }] : [];
  });
}
