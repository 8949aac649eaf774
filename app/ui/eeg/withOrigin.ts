/** A figure's name of an axis or a measure, which says so where the people are made up: a saved file holds it too. */
export const withOrigin = (label: string, simulated: boolean): string =>
  simulated ? `${label}, simulated` : label;
