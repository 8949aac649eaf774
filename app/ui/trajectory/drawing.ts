import type { Dimension } from '@/ml/affect/dimension';
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
  tolerance?: number | Readonly<Record<Dimension, number>>;
  /** Key points that a curve of as many samples becomes at the least; its ends without. */
  fewest?: number;
  /** How a stretch that is drawn anew is joined to what stays beside it; at once and always without. */
  join?: Join;
}

/** The join of a stretch that is drawn anew. */
interface Join {
  /** So far, in parts of the whole time, what was there before and what is drawn anew lie apart. */
  gap: number;
  /** So little apart in valence and arousal they need no join. */
  near: number;
}

export const maxKeyPoints = 64;

/** As a drawing fits into a page's address. */
export const plainGrain: Grain = {
  ...{ most: maxKeyPoints, places: 4 },
  // A ten-thousandth is a hard cut, even in an hour: curves have a sample each half second.
  leastGap: 0.0001,
  join: { gap: 0.02, near: 0.02 },
};

/** `t` brought into [0, 1] and to the places of the grain. */
export function clampTime(t: number, { places } = plainGrain): number {
  return Math.round(Math.min(1, Math.max(0, t)) * 10 ** places) / 10 ** places + 0;
}

/** A pointed-at time: close to the start or the end it means them. */
export const snapTime = (t: number): number => clampTime(t < 0.015 ? 0 : t > 0.985 ? 1 : t);

const clampKeyPoint = (point: KeyPoint, grain: Grain): KeyPoint => ({
  t: clampTime(point.t, grain),
  ...clampPoint(point),
});

/**
 * The drawing of any points: in range, in order, and no more than allowed. Of several at one time the first and the last
 * are kept, as a hard cut, where there is room for one beside the other, else the last.
 */
export function makeDrawing(points: readonly KeyPoint[], grain = plainGrain): Drawing {
  const ordered = points.map((point) => clampKeyPoint(point, grain)).sort((one, other) => one.t - other.t);
  const firsts = ordered.filter(({ t }, index) => ordered[index - 1]?.t !== t);
  const lasts = ordered.filter(({ t }, index) => ordered[index + 1]?.t !== t);
  return lasts
    .flatMap((last, index) => cutAt(firsts[index], last, { ...roomAt(lasts, index), grain }))
    .slice(0, grain.most);
}

/** The times of the neighbours. */
const roomAt = (points: readonly KeyPoint[], index: number) => ({
  before: points[index - 1]?.t ?? -Infinity,
  after: points[index + 1]?.t ?? Infinity,
});

interface CutRoom {
  before: number;
  after: number;
  grain: Grain;
}

/** Two points of one time beside each other, the later first point where time ends; the last alone without room. */
function cutAt(first: KeyPoint, last: KeyPoint, { before, after, grain }: CutRoom): KeyPoint[] {
  if (first === last || isSame(first, last)) return [last];
  const { t } = last;
  const later = clampTime(t + grain.leastGap, grain);
  if (later > t && later < after) return [first, { ...last, t: later }];
  const earlier = clampTime(t - grain.leastGap, grain);
  return earlier < t && earlier > before && t === 1 ? [{ ...first, t: earlier }, last] : [last];
}

const isSame = (one: KeyPoint, other: KeyPoint) =>
  one.valence === other.valence && one.arousal === other.arousal;

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

/** Where there is most room for a further key point after one: halfway to the next, to the end, or from the one before. */
export function timeAfter(drawing: Drawing, index: number): number {
  const { t } = drawing[index];
  const next = drawing[index + 1]?.t ?? 1;
  return next > t ? (t + next) / 2 : (t + (drawing[index - 1]?.t ?? 0)) / 2;
}

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

/** A further key point where there is most room for it: at the end, at the start, or in the widest gap. */
export function nextKeyPoint(drawing: Drawing): KeyPoint {
  const last = drawing[drawing.length - 1];
  if (!last) return { t: 0, valence: 0, arousal: 0 };
  if (last.t < 1) return { ...last, t: 1 };
  const times = [0, ...drawing.map((point) => point.t)];
  const widths = times.slice(1).map((time, index) => time - times[index]);
  const widest = widths.indexOf(Math.max(...widths));
  const t = drawing[0].t > 0 && widest === 0 ? 0 : (times[widest] + times[widest + 1]) / 2;
  return { t, ...clampPoint(emotionAt(drawing, t)) };
}
