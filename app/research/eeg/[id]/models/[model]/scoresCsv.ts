import { csvRows } from '@/ml/csv/csvRows';
import type { ModelRecord } from './trained';

const head = [
  ...['scheme', 'dimension', 'variant', 'score', 'mean', 'low', 'high'],
  ...['chance', 'chance low', 'chance high', 'p', 'simulated'],
];

/** Every score of a model as a table, a row a score, in shares of 1. */
export function scoresCsv({
  evaluations,
  simulated,
}: Pick<ModelRecord, 'evaluations' | 'simulated'>): string {
  const rows = evaluations.flatMap(({ scheme, dimension, variant, eeg, music, emotion, track, probe }) =>
    Object.entries({ eeg, music, emotion, track, probe: { accuracy: probe } }).flatMap(([group, scores]) =>
      Object.entries(scores).flatMap(([name, score]) =>
        score
          ? [
              [
                ...[scheme, dimension, variant, `${group} ${name}`],
                ...[score.mean, score.low, score.high],
                ...[score.chance, score.chanceLow, score.chanceHigh, score.p].map((value) => value ?? null),
                simulated,
              ],
            ]
          : [],
      ),
    ),
  );
  return csvRows([head, ...rows]);
}
