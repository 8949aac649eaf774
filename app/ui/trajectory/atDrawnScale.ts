import type { Dimension } from '@/ml/affect/dimension';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { plainShapeFloor, spreadOf, type ShapeFloor, type Spread } from '@/ml/affect/shape';

/**
 * A match brought from its own mean and spread to those of what was drawn, as comparing by shape does: what moves less
 * than the `floor` that the search told stays as small as it was taken for.
 */
export function atDrawnScale(
  { curve, spread }: { curve: EmotionCurve; spread: Record<Dimension, Spread> },
  drawn: readonly EmotionPoint[],
  floor: ShapeFloor = plainShapeFloor,
): EmotionCurve {
  const rescaled = (dimension: Dimension) => {
    const to = spreadOf(Float32Array.from(drawn, (point) => point[dimension]));
    return toScale(curve[dimension], { from: spread[dimension], to, floor: floor[dimension] });
  };
  return { valence: rescaled('valence'), arousal: rescaled('arousal') };
}

/** `values` brought from one mean and spread to another; both spreads are held over the floor the search uses. */
function toScale(
  values: Float32Array,
  { from, to, floor }: { from: Spread; to: Spread; floor: number },
): Float32Array {
  const factor = Math.max(to.deviation, floor) / Math.max(from.deviation, floor);
  return Float32Array.from(values, (value) =>
    Math.min(1, Math.max(-1, to.mean + (value - from.mean) * factor)),
  );
}
