'use client';

import type { BrainValue } from '@/ml/brain/brainValue';
import { divergingScale, pScale, roundLimit, type ColourScale } from '@/ml/brain/colour/colourScale';
import { useColourScheme } from '../useColourScheme';

export interface BrainScaleOptions {
  kind?: ColourScale['kind'];
  /** Less than this is not coloured; of p values more. */
  floor: number;
  /** The end of the bar, for maps that are to be compared; else a round number that holds all values. */
  limit?: number;
}

/** The scale of colours of one map, or of several that are looked at together, on the paper of the page. */
export function useBrainScale(
  values: readonly BrainValue[],
  { kind = 'diverging', floor, limit }: BrainScaleOptions,
): ColourScale {
  const scheme = useColourScheme();
  if (kind === 'p') return pScale({ least: limit, floor, scheme });
  return divergingScale({ limit: limit ?? roundLimit(values.map(({ value }) => value)), floor, scheme });
}
