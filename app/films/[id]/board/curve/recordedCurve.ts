import type { KeyPoint } from '@/ml/affect/keyPoint';
import type { Drawing, Grain } from '@/app/ui/trajectory/drawing';
import { redraw } from '@/app/ui/trajectory/redraw';
import { simplifyCurve } from '@/app/ui/trajectory/simplifyCurve';

/**
 * A drawing with a stretch of it recorded anew: the samples in few key points, and everything before the first and after
 * the last of them as it was.
 *
 * @param samples in order of time, at least one
 */
export const recordedCurve = (drawing: Drawing, samples: readonly KeyPoint[], grain: Grain): Drawing =>
  redraw(drawing, simplifyCurve(samples, grain.most, grain), grain);
