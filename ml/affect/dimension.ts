/** The two axes of the plane, in the order in which they are told everywhere. */
export const dimensions = ['valence', 'arousal'] as const;

export type Dimension = (typeof dimensions)[number];
