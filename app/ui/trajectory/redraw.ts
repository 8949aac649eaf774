import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionAt, plainGrain, type Drawing } from './drawing';

/**
 * A drawing with a stretch of it drawn anew: the stretch, and everything before its first and after its last key point as
 * it was, but for the join.
 *
 * @param stretch in order of time, at least one key point
 */
export function redraw(drawing: Drawing, stretch: Drawing, grain = plainGrain): Drawing {
  const { gap, near } = grain.join ?? { gap: grain.leastGap, near: 0 };
  const [first, last] = [stretch[0], stretch[stretch.length - 1]];
  const [start, end] = [first.t - gap, last.t + gap];
  const before = drawing.filter(({ t }) => t <= start);
  const after = drawing.filter(({ t }) => t >= end);
  const held = (t: number, beside: KeyPoint): Drawing => {
    if (drawing.length === 0 || t < 0 || t > 1) return [];
    const point = { t, ...emotionAt(drawing, t) };
    return isNear(point, beside, near) ? [] : [point];
  };
  const joined = [
    ...[...before, ...(before.at(-1)?.t === start ? [] : held(start, first))],
    ...stretch,
    ...[...(after.at(0)?.t === end ? [] : held(end, last)), ...after],
  ];
  return joined.slice(0, grain.most);
}

const isNear = (one: KeyPoint, other: KeyPoint, near: number): boolean =>
  Math.abs(one.valence - other.valence) < near && Math.abs(one.arousal - other.arousal) < near;
