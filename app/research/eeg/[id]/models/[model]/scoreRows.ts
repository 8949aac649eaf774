import { isAboveChance, percentWords, scoreWithInterval } from '@/app/ui/eeg/scoreWords';
import { formatProbability } from '@/app/ui/study/analysisWords';
import type { Evaluation } from './trained';

type Score = NonNullable<Evaluation['probe']>;

/** A row of a table of scores. */
interface ScoreRow {
  /** Name, score with its interval, chance, what is above it with its interval, the majority's accuracy, p. */
  cells: string[];
  /** Whether it is above chance, by the interval over participants and by permutation. */
  found: boolean;
}

const eegScores = [
  ['accuracy', 'Accuracy, by window'],
  ['aggregatedAccuracy', 'Accuracy, by track'],
  ['balancedAccuracy', 'Balanced accuracy'],
  ['auc', 'Area under the curve'],
] as const;

const emotionScores = [
  ['p1', 'Same emotion first'],
  ['p10', 'Same emotion among 10'],
  ['map', 'Mean average precision'],
  ['publishedAp10', 'Average precision at 10, as published'],
] as const;

export const scoreHead = ['', 'score [95 %]', 'chance', 'above it [95 %]', 'majority', 'p'];

/** The scores of an evaluation in per cent: of telling emotion from EEG, and of finding music of the same emotion. */
export function scoreRows({ eeg, emotion }: Pick<Evaluation, 'eeg' | 'emotion'>): ScoreRow[] {
  const majority = eeg.majority ? percentWords(eeg.majority.mean) : '–';
  return [
    ...eegScores.flatMap(([name, words]) =>
      rowOf(words, eeg[name], name.toLowerCase().includes('accuracy') ? majority : ''),
    ),
    ...emotionScores.flatMap(([name, words]) => rowOf(words, emotion[name], '')),
  ];
}

function rowOf(words: string, score: Score | null | undefined, majority: string): ScoreRow[] {
  if (!score) return [];
  const p = score.p === undefined ? '–' : formatProbability(score.p).replace(/^p\u00a0(=\u00a0)?/, '');
  const chance = score.chance === undefined ? '–' : percentWords(score.chance);
  return [
    {
      cells: [words, scoreWithInterval(score), chance, scoreWithInterval(score.aboveChance), majority, p],
      found: isAboveChance(score),
    },
  ];
}
