import { bisector } from 'd3';
import { dimensions, type Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionAt, plainGrain, type Drawing, type Grain } from './drawing';
import { redraw } from './redraw';
import { simplifyStroke } from './simplifyStroke';

/** A moment of a stroke in a lane, and how high it is there. */
export interface LaneSample {
  t: number;
  value: number;
}

/** Closer to the start or the end a stroke means to reach it. */
const edgeReach = 0.015;

/**
 * A stroke in a lane as the function of time it leaves: as a pencil that also rubs out, whatever it passes over again is
 * drawn anew. In order of time, no two samples at one.
 */
export function traceStroke(places: readonly LaneSample[]): LaneSample[] {
  let trace: LaneSample[] = [];
  let tip = places[0];
  for (const place of places) {
    const passed = tip.t < place.t ? [tip, place] : tip.t > place.t ? [place, tip] : [place];
    const [from, to] = [passed[0].t, passed[passed.length - 1].t];
    trace = [...trace.filter(({ t }) => t < from), ...passed, ...trace.filter(({ t }) => t > to)];
    tip = place;
  }
  return trace;
}

/**
 * A drawing with a stroke through the lane of one side of the emotion: there it follows the hand, the other side stays as
 * it was, and so does all before and after. Unchanged when there is no room.
 *
 * @param places where the hand went, at least one
 */
export function strokeLane(
  drawing: Drawing,
  places: readonly LaneSample[],
  { dimension, grain = plainGrain }: { dimension: Dimension; grain?: Grain },
): Drawing {
  const trace = toEdges(traceStroke(places));
  const [start, end] = [trace[0].t, trace[trace.length - 1].t];
  const most = grain.most - outside(drawing, start, end) - mostJoins;
  if (most < 2) return drawing;
  const stroked = (t: number): KeyPoint => ({ t, ...emotionAt(drawing, t), [dimension]: valueAt(trace, t) });
  const times = [
    ...trace.map(({ t }) => t),
    ...drawing.map(({ t }) => t).filter((t) => t > start && t < end),
  ].sort((one, other) => one - other);
  const other = dimensions.find((side) => side !== dimension);
  const stretch = simplifyStroke(times.map(stroked), { grain, most, held: other });
  return redraw(drawing, stretch, grain);
}

/** A stretch is joined to what stays by a key point on either side. */
const mostJoins = 2;

const outside = (drawing: Drawing, start: number, end: number): number =>
  drawing.filter(({ t }) => t < start || t > end).length;

/** A stroke that begins or ends close to an end of time reaches it. */
function toEdges(trace: readonly LaneSample[]): readonly LaneSample[] {
  const [first, last] = [trace[0], trace[trace.length - 1]];
  return [
    ...(first.t > 0 && first.t < edgeReach ? [{ ...first, t: 0 }] : []),
    ...trace,
    ...(last.t < 1 && last.t > 1 - edgeReach ? [{ ...last, t: 1 }] : []),
  ];
}

const byTime = bisector(({ t }: LaneSample) => t);

function valueAt(trace: readonly LaneSample[], t: number): number {
  const right = Math.min(trace.length - 1, byTime.left(trace, t));
  const left = Math.max(0, right - 1);
  const [one, other] = [trace[left], trace[right]];
  const share = other.t > one.t ? Math.min(1, Math.max(0, (t - one.t) / (other.t - one.t))) : 1;
  return one.value + share * (other.value - one.value);
}
