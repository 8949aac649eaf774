import { z } from 'zod';
import { measuringWish } from '../entropy/measuringWish';

export const interval = { mean: z.number(), low: z.number().nullable(), high: z.number().nullable() };

/** A score in 0..1 of people or tracks that were held out, and what chance makes of it. */
export const score = z.object({
  ...interval,
  chance: z.number().optional(),
  chanceLow: z.number().optional(),
  chanceHigh: z.number().optional(),
  aboveChance: z.object(interval).optional(),
  p: z.number().optional(),
  /** Of each participant of the set, where it could be told. */
  participants: z.array(z.number().nullable()).optional(),
});

export type EegScore = z.output<typeof score>;

export const scores = z.record(z.string(), score.nullable());

export const evaluation = z.object({
  scheme: z.string(),
  dimension: z.enum(['valence', 'arousal']),
  variant: z.string(),
  eeg: scores,
  emotion: scores,
});

const band = z.object({ name: z.string(), fromHz: z.number(), toHz: z.number() });

/** What a set says of its windows, beside what `ml/training/eeg/README.md` asks for. */
export const describedSet = z.object({
  title: z.string(),
  simulated: z.boolean(),
  channels: z.array(z.string()).min(1),
  bands: z.array(band).min(1),
  windowSeconds: z.number().positive(),
  hopSeconds: z.number().positive(),
  stepSeconds: z.number().positive(),
  steps: z.number().int().positive(),
  embedding: z.object({
    name: z.string(),
    width: z.number().int().positive(),
    hopSeconds: z.number(),
    /** Of what computes it; none where it was brought. */
    version: z.string().nullish(),
  }),
  /** How its EEG was cleaned and measured; none of a set that something else wrote. */
  measuring: measuringWish.nullish(),
});

/** The parts of a model's record that are read here. */
export const eegModelRecord = z.object({
  format: z.literal('circumplex-eeg-1'),
  seed: z.number(),
  preset: z.string(),
  simulated: z.boolean(),
  set: describedSet.extend({
    /** Names, in the order by which networks count them. */
    participants: z.array(z.string()).default([]),
  }),
  networks: z
    .array(
      z.object({
        dimension: z.enum(['valence', 'arousal', 'joint']),
        /** Within the model's folder, and nowhere else. */
        folder: z.string().regex(/^(personal\/\d+\/)?(valence|arousal|joint)$/),
        /** Whose alone it is, by their place in the set; null for any listener. */
        participant: z.number().int().nullable(),
      }),
    )
    .min(1),
  evaluations: z.array(evaluation),
});

export type EegModelRecord = z.output<typeof eegModelRecord>;
