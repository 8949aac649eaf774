import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionAt, type Drawing, type Grain } from '@/app/ui/trajectory/drawing';
import { simplifyCurve } from '@/app/ui/trajectory/simplifyCurve';

/**
 * A drawing with a stretch of it recorded anew: the samples in few key points, and everything before the first and after
 * the last of them as it was.
 *
 * @param samples in order of time, at least one
 */
export function recordedCurve(drawing: Drawing, samples: readonly KeyPoint[], grain: Grain): Drawing {
  const recorded = simplifyCurve(samples, grain.most, grain);
  const [start, end] = [recorded[0].t, recorded[recorded.length - 1].t];
  const before = drawing.filter(({ t }) => t <= start - grain.leastGap);
  const after = drawing.filter(({ t }) => t >= end + grain.leastGap);
  const held = (t: number) =>
    drawing.length > 0 && t >= 0 && t <= 1 ? [{ t, ...emotionAt(drawing, t) }] : [];
  const whole = [
    ...[...before, ...(lastIs(before, start - grain.leastGap) ? [] : held(start - grain.leastGap))],
    ...recorded,
    ...[...(firstIs(after, end + grain.leastGap) ? [] : held(end + grain.leastGap)), ...after],
  ];
  return whole.slice(0, grain.most);
}

const lastIs = (points: Drawing, t: number) => points.at(-1)?.t === t;
const firstIs = (points: Drawing, t: number) => points.at(0)?.t === t;
