import { judged, type BeatPair } from './fMeasure';

/** Part of a beat's interval by which it, and its own interval, may be off. */
const tolerance = 0.175;

/** Shares of the annotated beats that are followed. */
interface Continuity {
  /** At the annotated level of the metre. */
  correctLevel: number;
  /** At that level, twice or half as fast, or between the beats. */
  anyLevel: number;
}

/**
 * CMLt and AMLt: the share of beats that are right together with the one before, at the annotated metrical level and at
 * allowed ones (Hainsworth 2004; Klapuri, Eronen and Astola 2006); as `mir_eval.beat.continuity` gives in total.
 */
export function beatContinuity(pair: BeatPair): Continuity {
  const { truth, found } = judged(pair);
  if (truth.length < 2 || found.length < 2) return { correctLevel: 0, anyLevel: 0 };
  const double = truth.flatMap((time, i) =>
    i + 1 < truth.length ? [time, (time + truth[i + 1]) / 2] : [time],
  );
  const every = (offset: number, times: readonly number[]) => times.filter((_, i) => i % 2 === offset);
  const levels = [truth, every(1, double), double, every(0, truth), every(1, truth)];
  const shares = levels.map((level) => followed(level, found));
  return { correctLevel: shares[0], anyLevel: Math.max(...shares) };
}

/** The share of right beats among the more numerous of both. */
function followed(truth: readonly number[], found: readonly number[]): number {
  const used = new Set<number>();
  found.forEach((time, j) => {
    const i = nearestPlace(truth, time);
    if (!used.has(i) && isRight({ truth, found }, i, j)) used.add(i);
  });
  return used.size / Math.max(truth.length, found.length);
}

/** Whether phase and period of a beat are right: against the interval before it, for a first one against the next. */
function isRight({ truth, found }: BeatPair, i: number, j: number): boolean {
  const ahead = i === 0 || j === 0;
  const interval = intervalAt(truth, i, ahead);
  const apart = Math.abs(found[j] - truth[i]);
  const period = intervalAt(found, j, ahead);
  return apart / interval < tolerance && Math.abs(1 - period / interval) < tolerance;
}

function intervalAt(times: readonly number[], place: number, ahead: boolean): number {
  const end = ahead && place + 1 < times.length ? place + 1 : place;
  return times[end] - times[end - 1];
}

function nearestPlace(times: readonly number[], wanted: number): number {
  let best = 0;
  times.forEach((time, place) => {
    if (Math.abs(time - wanted) < Math.abs(times[best] - wanted)) best = place;
  });
  return best;
}
