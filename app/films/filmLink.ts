/** The bench of a project. */
export const filmLink = (projectId: number): string => `/films/${projectId}`;
