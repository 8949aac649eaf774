import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { plainGrain, type Drawing, type Grain } from './drawing';
import { lineThrough } from './lineThrough';
import { simplifyCurve } from './simplifyCurve';

/** Key points that a stroke becomes, so that it has handles to be mended by … */
const fewest = 4;
/** … and is still told at a glance; a stroke that turns more often than they can follow gets more. */
const usualMost = 12;
/** How far from the stroke they may lie, in units of valence and arousal … */
const near = 0.03;
/** … and where the usual number of them cannot keep so near. */
const nearEnough = 0.045;
/** A side of the emotion that the stroke does not mean counts so much more: it is to stay as it was. */
const heldWeight = 6;
/** Of these, so close to the hand that nobody sees the difference, the key points are chosen. */
const mostChosenOf = 120;
const tremor = 0.005;

interface StrokeOptions {
  grain?: Grain;
  /** How many key points there is room for; as many as the grain allows without. */
  most?: number;
  /** The side of the emotion that the stroke does not mean. */
  held?: Dimension;
}

/** Where a hand went, in order of time, in few key points: 4 to 12 for what one draws in one go, within 0.05 of it. */
export function simplifyStroke(
  samples: readonly KeyPoint[],
  { grain = plainGrain, most = grain.most, held }: StrokeOptions = {},
): Drawing {
  const fine = { valence: tremor, arousal: tremor, ...(held && { [held]: tremor / heldWeight }) };
  const choice = simplifyCurve(samples, mostChosenOf, { ...grain, tolerance: fine, fewest });
  const weights = { valence: 1, arousal: 1, ...(held && { [held]: heldWeight }) };
  const isEnough = (away: number, count: number) =>
    count >= fewest && (away <= near || (count >= usualMost && away <= nearEnough));
  return lineThrough(choice, { weights, most, isEnough });
}
