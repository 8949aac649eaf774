import type { KeyPoint } from '@/ml/affect/keyPoint';

/** A part of the time, as parts of the whole; `from` before `to`. */
export interface TimeWindow {
  from: number;
  to: number;
}

export const wholeTime: TimeWindow = { from: 0, to: 1 };

/** Where a time lies in a window: 0 at its beginning, 1 at its end. */
export const shareIn = ({ from, to }: TimeWindow, t: number): number => (t - from) / (to - from);

/** The time at a share of a window. */
export const timeIn = ({ from, to }: TimeWindow, share: number): number => from + share * (to - from);

/** The part of a line, given in order of time, that a window shows: cut at its edges, times from 0 to 1 of the window. */
export function shownPart(points: readonly KeyPoint[], shown: TimeWindow): KeyPoint[] {
  const { from, to } = shown;
  const first = points.findIndex(({ t }) => t >= from);
  const last = points.findLastIndex(({ t }) => t <= to);
  if (first < 0 || last < 0) return [];
  const inside = points.slice(first, last + 1);
  const before = first > 0 && points[first].t > from ? [crossing(points, first, from)] : [];
  const after = last < points.length - 1 && points[last].t < to ? [crossing(points, last + 1, to)] : [];
  return [...before, ...inside, ...after].map((point) => ({ ...point, t: shareIn(shown, point.t) }));
}

/** Where the line from the point before `index` to the one there is at a time. */
function crossing(points: readonly KeyPoint[], index: number, t: number): KeyPoint {
  const [one, other] = [points[index - 1], points[index]];
  const share = (t - one.t) / (other.t - one.t);
  return {
    t,
    valence: one.valence + share * (other.valence - one.valence),
    arousal: one.arousal + share * (other.arousal - one.arousal),
  };
}
