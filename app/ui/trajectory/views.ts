/** How a trajectory is seen: as lanes over time, or as a path through the plane. */
export const views = ['lanes', 'path'] as const;

export type View = (typeof views)[number];
