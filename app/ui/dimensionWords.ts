import type { Dimension } from '@/ml/affect/dimension';

/** What the plane's axes are called where a line begins, and what their ends are called. */
export const dimensionWords: Record<Dimension, { title: string; low: string; high: string }> = {
  valence: { title: 'Valence', low: 'unpleasant', high: 'pleasant' },
  arousal: { title: 'Arousal', low: 'calm', high: 'energetic' },
};
