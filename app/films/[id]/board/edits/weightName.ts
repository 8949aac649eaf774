/** What a weight means. */
export function weightName(weight: number): string {
  if (weight === 0) return 'Does not count';
  if (weight === 1) return 'Counts as usual';
  return weight >= 4 ? 'Must fit' : `Counts ${weight} times`;
}

/** What is suggested where people speak; a word only, nothing is made quieter by itself. */
export const duckWords = 'Does not count, as dialogue; suggested: duck the music by 8 dB';
