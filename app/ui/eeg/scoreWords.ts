/** A score in 0..1 with its interval of 95 %, and what chance makes of it. */
interface Score {
  mean: number;
  low: number | null;
  high: number | null;
  chance?: number;
  chanceLow?: number;
  chanceHigh?: number;
  p?: number;
}

/** A share in per cent to one place: "62.9". */
export const percentWords = (share: number): string => (100 * share).toFixed(1).replace('-', '\u2212');

/** A score with its interval: "62.9 [58.1, 67.4]"; a dash where there is none. */
export function scoreWithInterval(score: Pick<Score, 'mean' | 'low' | 'high'> | null | undefined): string {
  if (!score) return '–';
  const { mean, low, high } = score;
  const range = low === null || high === null ? '' : ` [${percentWords(low)}, ${percentWords(high)}]`;
  return `${percentWords(mean)}${range}`;
}

/** Chance with the middle 95 % of its permutations: "55.0 [48.2, 61.7]"; a dash where none was made. */
export function chanceWords({ chance, chanceLow, chanceHigh }: Score): string {
  if (chance === undefined) return '–';
  return scoreWithInterval({ mean: chance, low: chanceLow ?? null, high: chanceHigh ?? null });
}
