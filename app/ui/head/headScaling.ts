import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { differenceScale, rangeScale, roundRange, type HeadScale } from '@/ml/eeg/headMap/headScale';

/** How values become colours on light and on dark paper: from one value to another, or to both sides of zero. */
export type HeadScaling = { kind: 'range'; from: number; to: number } | { kind: 'difference'; limit: number };

/** Round ends around all of the values. */
export function rangeScaling(values: Iterable<number>): HeadScaling {
  const [from, to] = roundRange(values);
  return { kind: 'range', from, to };
}

/** As far to both sides of zero as the largest of the values reaches. */
export function differenceScaling(values: Iterable<number>): HeadScaling {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return { kind: 'difference', limit: largest > 0 ? roundRange([0, largest])[1] : 1 };
}

/** The scale in the colours of a scheme. */
export const headScaleOf = (scaling: HeadScaling, scheme: BrainScheme): HeadScale =>
  scaling.kind === 'range'
    ? rangeScale({ from: scaling.from, to: scaling.to, scheme })
    : differenceScale({ limit: scaling.limit, scheme });
