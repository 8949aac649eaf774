import type { EegModelRecord, EegScore } from './eegModelRecord';

/** What a model is worth on what it was not trained on, of one dimension. */
export interface HeldOutScore {
  dimension: 'valence' | 'arousal';
  scheme: string;
  /** In words: who and what was left out. */
  leftOut: string;
  /** Of windows of EEG, the share whose label is told rightly. */
  accuracy: EegScore | null;
  /** Mean average precision of music of the same label, found by EEG. */
  emotionMap: EegScore | null;
  /**
   * Whether it is above chance with its whole interval over participants, and by permutation over tracks; of retrieval,
   * and of accuracy where there is none.
   */
  aboveChance: boolean;
}

/** From what says most of a listener and music that are new to what says least. */
const schemes = [
  ['both', 'people and tracks it was not trained on'],
  ['participants', 'people it was not trained on'],
  ['tracks', 'tracks it was not trained on, of people it was'],
  ['shuffle', 'tracks it was not trained on, of people it was (published splits)'],
] as const;

/**
 * For each dimension the held-out scores that say most of an unknown listener and unknown music. A model that was never
 * evaluated counts as no better than chance.
 */
export function heldOutScores({ evaluations }: EegModelRecord): HeldOutScore[] {
  return (['valence', 'arousal'] as const).flatMap((dimension) => {
    for (const [scheme, leftOut] of schemes) {
      const found = evaluations.find(
        (each) => each.scheme === scheme && each.dimension === dimension && each.variant === 'full',
      );
      if (!found) continue;
      const [accuracy, emotionMap] = [found.eeg.accuracy ?? null, found.emotion.map ?? null];
      const aboveChance = isAboveChance(emotionMap ?? accuracy);
      return [{ dimension, scheme, leftOut, accuracy, emotionMap, aboveChance }];
    }
    return [];
  });
}

/** Permutations may be as good by chance as often as this. */
const alpha = 0.05;

function isAboveChance(score: EegScore | null): boolean {
  const low = score?.aboveChance?.low ?? null;
  return low !== null && low > 0 && (score?.p ?? 0) < alpha;
}

/** What to say of a score: "no better than chance" wherever its interval includes chance. */
export function scoreWords({ dimension, leftOut, accuracy, emotionMap, aboveChance }: HeldOutScore): string {
  const parts = [
    ...(emotionMap ? [`mean average precision ${percentWords(emotionMap)}`] : []),
    ...(accuracy ? [`accuracy ${percentWords(accuracy)}`] : []),
  ];
  const verdict = aboveChance ? 'better than chance' : 'no better than chance';
  return `${dimension}: ${verdict} on ${leftOut}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function percentWords({ mean, low, high, chance }: EegScore): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const range = low === null || high === null ? 'no interval' : `${percent(low)} to ${percent(high)}`;
  return `${percent(mean)} % (${range}${chance === undefined ? '' : `; chance ${percent(chance)}`})`;
}
