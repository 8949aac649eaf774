import { z } from 'zod';
import {
  describedSet,
  eegModelRecord,
  evaluation,
  interval,
  score,
  scores,
} from '../../model/eegModelRecord';

const rating = z.number().nullish();

/** What was left out of an evaluation, and why. */
const skipped = z.object({ participant: z.union([z.number(), z.string()]).nullable(), reason: z.string() });

const wholeEvaluation = evaluation.extend({
  music: scores,
  track: scores,
  /** How well a linear probe tells EEG from music in the common space; chance is 0.5. */
  probe: score.nullable(),
  skipped: z.array(skipped).default([]),
});

/** Ours beside the published figure, per cent; ours null where it was not run. */
const cell = z.object({ ours: z.number().nullable(), published: z.number() });
const cellsOf = <Shape extends z.ZodType>(shape: Shape) => z.record(z.string(), shape);

const publishedTables = z.object({
  scheme: z.string(),
  /** By dimension, modality and score. */
  table1: cellsOf(cellsOf(cellsOf(cell))),
  /** By dimension, score, and what was found: the same track, or the same emotion. */
  table2: cellsOf(cellsOf(cellsOf(cell))),
  /** By score, variant and dimension. */
  table3: cellsOf(cellsOf(cellsOf(cell))),
});

const comparison = z.object({
  ...{ scheme: z.string(), dimension: z.string(), score: z.string() },
  ...{ better: z.string(), worse: z.string() },
  difference: z.object(interval).nullable(),
});

/** All of `model.json` (`ml/training/eeg/README.md`) that pages show. */
export const wholeModelRecord = eegModelRecord.extend({
  labels: z.object({ eeg: z.string(), music: z.string(), threshold: z.number() }),
  set: describedSet.extend({
    participants: z.array(z.string()),
    tracks: z.array(z.object({ name: z.string(), valence: rating, arousal: rating })),
    windows: z.number(),
  }),
  evaluations: z.array(wholeEvaluation),
  comparisons: z.array(comparison),
  sensitivity: z.array(wholeEvaluation.extend({ threshold: z.number() })),
  tables: z.array(publishedTables),
});

export type WholeModelRecord = z.output<typeof wholeModelRecord>;
