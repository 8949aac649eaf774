import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { trajectoryAt } from '@/ml/affect/resample';
import { clampPoint } from '../clampAffect';

/** Key points in order of time, `t` from 0 (start) to 1 (end), no two at the same. Between them the emotion moves in straight lines. */
export type Drawing = readonly KeyPoint[];

/** How finely a drawing is kept. */
export interface Grain {
  /** Key points it may have. */
  most: number;
  /** Key points keep at least this far apart in time, so that their order is never in doubt. */
  leastGap: number;
  /** Decimal places of times. */
  places: number;
  /** Closer than this to a curve of many samples a drawing is said to be it; 0.005 without. */
  tolerance?: number;
}

export const maxKeyPoints = 64;

/** As a drawing fits into a page's address. */
export const plainGrain: Grain = { most: maxKeyPoints, leastGap: 0.001, places: 4 };

/** `t` brought into [0, 1] and to the places of the grain. */
function clampTime(t: number, { places } = plainGrain): number {
  return Math.round(Math.min(1, Math.max(0, t)) * 10 ** places) / 10 ** places + 0;
}

/** A pointed-at time: close to the start or the end it means them. */
export const snapTime = (t: number): number => clampTime(t < 0.015 ? 0 : t > 0.985 ? 1 : t);

const clampKeyPoint = (point: KeyPoint, grain: Grain): KeyPoint => ({
  t: clampTime(point.t, grain),
  ...clampPoint(point),
});

/** The drawing of any points: in range, in order, of several at one time the last, and no more than allowed. */
export function makeDrawing(points: readonly KeyPoint[], grain = plainGrain): Drawing {
  const clamped = points.map((point) => clampKeyPoint(point, grain));
  const byTime = new Map(clamped.map((point) => [point.t, point]));
  return [...byTime.values()].sort((one, other) => one.t - other.t).slice(0, grain.most);
}

/** The drawing with a key point more; one at the same time gives way. Unchanged when it is full. */
export function addKeyPoint(drawing: Drawing, point: KeyPoint, grain = plainGrain): Drawing {
  const time = clampTime(point.t, grain);
  const others = drawing.filter((other) => Math.abs(other.t - time) >= grain.leastGap);
  return others.length >= grain.most ? drawing : makeDrawing([...others, point], grain);
}

/** The drawing with one key point moved; in time it stays between its neighbours. */
export function moveKeyPoint(
  drawing: Drawing,
  index: number,
  { grain = plainGrain, ...change }: Partial<KeyPoint> & { grain?: Grain },
): Drawing {
  const { leastGap } = grain;
  const point = drawing[index];
  if (!point) return drawing;
  const earliest = index > 0 ? drawing[index - 1].t + leastGap : 0;
  const latest = index < drawing.length - 1 ? drawing[index + 1].t - leastGap : 1;
  const moved = { ...point, ...change };
  const t = Math.max(earliest, Math.min(latest, moved.t));
  return drawing.with(index, clampKeyPoint({ ...moved, t }, grain));
}

export const removeKeyPoint = (drawing: Drawing, index: number): Drawing => drawing.toSpliced(index, 1);

/** The path led on to a further point: the points there were share the time before it. */
export function extendPath(drawing: Drawing, point: EmotionPoint): Drawing {
  if (drawing.length === 0) return [clampKeyPoint({ ...point, t: 0 }, plainGrain)];
  if (drawing.length >= maxKeyPoints) return drawing;
  const share = drawing.length === 1 ? 0 : (drawing.length - 1) / drawing.length;
  return makeDrawing([...drawing.map((other) => ({ ...other, t: other.t * share })), { ...point, t: 1 }]);
}

/** Valence and arousal of the drawing at a time, read as the search reads it; an empty drawing is neutral. */
export function emotionAt(drawing: Drawing, t: number): EmotionPoint {
  if (drawing.length === 0) return { valence: 0, arousal: 0 };
  const { valence, arousal } = trajectoryAt(drawing, Float64Array.of(t));
  return { valence: valence[0], arousal: arousal[0] };
}
