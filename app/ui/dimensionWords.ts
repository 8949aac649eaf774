import type { Dimension } from '@/ml/affect/dimension';

/** What the ends of the plane's axes are called. */
export const dimensionWords: Record<Dimension, { low: string; high: string }> = {
  valence: { low: 'unpleasant', high: 'pleasant' },
  arousal: { low: 'calm', high: 'energetic' },
};
