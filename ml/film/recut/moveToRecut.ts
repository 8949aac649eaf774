import { type KeyPoint } from '../../affect/keyPoint';
import { trajectoryAt } from '../../affect/resample';
import { movedTime, type RecutMap } from './recutMap';
import { type Piece } from './shot';

/** Markers in the new cut, and those whose picture it does not show. */
export function moveMarkers<Marker extends { time: number }>(
  map: RecutMap,
  markers: readonly Marker[],
): { moved: Marker[]; lost: Marker[] } {
  const placed = markers.map((marker) => ({ marker, time: movedTime(map, marker.time) }));
  return {
    moved: placed
      .flatMap(({ marker, time }) => (time === undefined ? [] : [{ ...marker, time }]))
      .toSorted((a, b) => a.time - b.time),
    lost: placed.flatMap(({ marker, time }) => (time === undefined ? [marker] : [])),
  };
}

/**
 * A drawn curve in the new cut: under each piece it is what it was under it, so that key points are added where pieces
 * begin and end; between pieces it runs straight. Key points whose picture is gone are told. `t` is in the shots' unit.
 */
export function moveCurve(
  map: RecutMap,
  points: readonly KeyPoint[],
): { points: KeyPoint[]; lost: KeyPoint[] } {
  const lost = points.filter(({ t }) => movedTime(map, t) === undefined);
  if (points.length === 0) return { points: [], lost };
  const inOrder = points.toSorted((a, b) => a.t - b.t);
  const moved = map.pieces
    .toSorted((a, b) => a.newStart - b.newStart)
    .flatMap((piece) => curvePiece(inOrder, piece));
  return { points: moved, lost };
}

/** The key points under a piece, with one at either end. */
function curvePiece(points: readonly KeyPoint[], { oldStart, newStart, length }: Piece): KeyPoint[] {
  const end = oldStart + length;
  const inside = points.filter(({ t }) => oldStart < t && t < end);
  // A jump on the piece's end belongs to what follows: of the points there only the first is seen.
  const next = points.find(({ t }) => t >= end);
  const until = [...points.filter(({ t }) => t < end), ...(next ? [next] : [])];
  return [emotionAt(points, oldStart), ...inside, emotionAt(until, end)].map((point) => ({
    ...point,
    t: newStart + (point.t - oldStart),
  }));
}

function emotionAt(points: readonly KeyPoint[], t: number): KeyPoint {
  const { valence, arousal } = trajectoryAt(points, Float64Array.of(t));
  return { t, valence: valence[0], arousal: arousal[0] };
}

/** A cue in the new cut. */
export interface MovedCue<Cue> {
  cue: Cue;
  start: number;
  end: number;
  /**
   * 'whole': all of its picture is there, in one piece. 'changed': from its first to its last picture that is left, some is
   * gone or new. 'scattered': its pictures do not follow one another any more; it lies where most of it goes on.
   */
  state: 'whole' | 'changed' | 'scattered';
}

/** Cues in the new cut, and those of which it shows nothing. */
export function moveCues<Cue extends { start: number; end: number }>(
  map: RecutMap,
  cues: readonly Cue[],
): { moved: MovedCue<Cue>[]; lost: Cue[] } {
  const placed = cues.map((cue) => ({ cue, moved: moveCue(map, cue) }));
  return {
    moved: placed.flatMap(({ moved }) => moved ?? []).toSorted((a, b) => a.start - b.start),
    lost: placed.flatMap(({ cue, moved }) => (moved ? [] : [cue])),
  };
}

function moveCue<Cue extends { start: number; end: number }>(
  { pieces }: RecutMap,
  cue: Cue,
): MovedCue<Cue> | undefined {
  const parts = pieces.flatMap(({ oldStart, newStart, length }) => {
    const from = Math.max(oldStart, cue.start);
    const to = Math.min(oldStart + length, cue.end);
    const shift = newStart - oldStart;
    return from < to ? [{ start: from + shift, end: to + shift }] : [];
  });
  if (parts.length === 0) return undefined;
  const inOrder = parts.every((part, place) => place === 0 || parts[place - 1].end <= part.start);
  if (!inOrder) {
    const longest = parts.reduce((best, part) =>
      part.end - part.start > best.end - best.start ? part : best,
    );
    return { cue, ...longest, state: 'scattered' };
  }
  const [start, end] = [parts[0].start, parts.at(-1)!.end];
  const isWhole = parts.length === 1 && end - start === cue.end - cue.start;
  return { cue, start, end, state: isWhole ? 'whole' : 'changed' };
}
