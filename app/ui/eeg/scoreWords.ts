/** A score in 0..1 with its interval of 95 %, and what chance makes of it. */
interface Score {
  mean: number;
  low: number | null;
  high: number | null;
  chance?: number;
  chanceLow?: number;
  chanceHigh?: number;
  p?: number;
  /** What is above chance, participant by participant. */
  aboveChance?: Pick<Score, 'mean' | 'low' | 'high'>;
}

/** A share in per cent to one place: "62.9". */
export function percentWords(share: number): string {
  const text = (100 * share).toFixed(1);
  return Number(text) === 0 ? '0.0' : text.replace('-', '\u2212');
}

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

/** Permutations may be as good by chance as often as this. */
const alpha = 0.05;

/** Whether a score is above chance: for other people, by its interval, and for other tracks, by permutation. */
export const isAboveChance = ({ aboveChance, p }: Pick<Score, 'aboveChance' | 'p'>): boolean =>
  (aboveChance?.low ?? 0) > 0 && (p ?? 0) < alpha;

/** A score, and how far it is above chance: "57.1 % (1.5 [0.4, 3.3] above chance)". */
export function scoreAgainstChance(score: Score): string {
  if (!score.aboveChance) return `${scoreWithInterval(score)} %`;
  return `${percentWords(score.mean)} % (${scoreWithInterval(score.aboveChance)} above chance)`;
}
