/** The two sides of an emotion, and what their ends are called. */
export type Dimension = 'valence' | 'arousal';

export const dimensions = [
  { name: 'valence', high: 'pleasant', low: 'unpleasant' },
  { name: 'arousal', high: 'energetic', low: 'calm' },
] as const satisfies readonly { name: Dimension; high: string; low: string }[];

export const otherDimension = (dimension: Dimension): Dimension =>
  dimension === 'valence' ? 'arousal' : 'valence';
