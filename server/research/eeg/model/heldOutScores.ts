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
  /** Of the listener alone whose network it is, accuracy and mean average precision; null for any listener's. */
  own: { accuracy: number | null; emotionMap: number | null } | null;
  /**
   * Whether it is above chance with its whole interval over participants, and by permutation over tracks; of retrieval,
   * and of accuracy where there is none. A personal network must be above chance for its own listener besides.
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

/** Of a network that knows its listener: music that is new. */
const personalSchemes = [
  ['tracks', 'tracks it was not trained on, of this listener'],
  ['shuffle', 'tracks it was not trained on, of this listener (published splits)'],
] as const;

/**
 * For each dimension the held-out scores that say most of an unknown listener and unknown music. A model that was never
 * evaluated counts as no better than chance.
 *
 * @param participant whose own network is asked, by their place in the set: its scores are those within participants
 */
export function heldOutScores(
  { evaluations }: EegModelRecord,
  participant: number | null = null,
): HeldOutScore[] {
  return (['valence', 'arousal'] as const).flatMap((dimension) => {
    for (const [scheme, leftOut] of participant === null ? schemes : personalSchemes) {
      const found = evaluations.find(
        (each) => each.scheme === scheme && each.dimension === dimension && each.variant === 'full',
      );
      if (!found) continue;
      const [accuracy, emotionMap] = [found.eeg.accuracy ?? null, found.emotion.map ?? null];
      const own =
        participant === null
          ? null
          : { accuracy: ownOf(accuracy, participant), emotionMap: ownOf(emotionMap, participant) };
      const deciding = emotionMap ?? accuracy;
      const aboveChance =
        isAboveChance(deciding) && (participant === null || isOwnAboveChance(deciding, participant));
      return [{ dimension, scheme, leftOut, accuracy, emotionMap, own, aboveChance }];
    }
    return [];
  });
}

const ownOf = (score: EegScore | null, participant: number): number | null =>
  score?.participants?.at(participant) ?? null;

function isOwnAboveChance(score: EegScore | null, participant: number): boolean {
  const own = ownOf(score, participant);
  return own !== null && own > (score?.chance ?? 0.5);
}

/** Permutations may be as good by chance as often as this. */
const alpha = 0.05;

function isAboveChance(score: EegScore | null): boolean {
  const low = score?.aboveChance?.low ?? null;
  return low !== null && low > 0 && (score?.p ?? 0) < alpha;
}

/** What to say of a score: "no better than chance" wherever its interval includes chance. */
export function scoreWords(score: HeldOutScore): string {
  const { dimension, leftOut, accuracy, emotionMap, own, aboveChance } = score;
  const parts = [
    ...(emotionMap ? [`mean average precision ${percentWords(emotionMap, own?.emotionMap)}`] : []),
    ...(accuracy ? [`accuracy ${percentWords(accuracy, own?.accuracy)}`] : []),
  ];
  const verdict = aboveChance ? 'better than chance' : 'no better than chance';
  return `${dimension}: ${verdict} on ${leftOut}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function percentWords({ mean, low, high, chance, aboveChance }: EegScore, own?: number | null): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const range = (from: number | null, to: number | null) =>
    from === null || to === null ? 'no interval' : `${percent(from)} to ${percent(to)}`;
  const parts = [
    range(low, high),
    ...(chance === undefined ? [] : [`chance ${percent(chance)}`]),
    // Participant by participant, which the interval of the score itself cannot tell.
    ...(aboveChance === undefined ? [] : [`above it by ${range(aboveChance.low, aboveChance.high)}`]),
  ];
  const whose = own === null || own === undefined ? '' : `${percent(own)} % of this listener, of all `;
  return `${whose}${percent(mean)} % (${parts.join('; ')})`;
}
