import { z } from 'zod';

const numbers = z.array(z.number());
const someNumbers = z.array(z.number().nullable());

/** Retrieval across time within tracks, of `moments.json`: mean, band over people, and envelope of permutations. */
export const modelMoments = z.array(
  z.object({
    scheme: z.string(),
    dimension: z.enum(['valence', 'arousal']),
    tracks: z.array(
      z.object({
        /** Index into the set's tracks. */
        track: z.number().int(),
        startSeconds: numbers,
        mean: someNumbers,
        low: someNumbers,
        high: someNumbers,
        envelopeLow: someNumbers,
        envelopeHigh: someNumbers,
        /** The 95 % quantile of the permutations' largest over the track. */
        envelopeMost: z.number(),
      }),
    ),
  }),
);

export type ModelMoments = z.output<typeof modelMoments>;

/** Vectors of the common space on tracks that the network has not seen, of `latent.json`. */
export const modelLatent = z.array(
  z.object({
    dimension: z.enum(['valence', 'arousal', 'joint']),
    rows: z.array(
      z.object({
        modality: z.enum(['eeg', 'music']),
        /** Index into the set's participants; null for music. */
        participant: z.number().int().nullable(),
        track: z.number().int(),
        startSeconds: z.number(),
        valence: z.number().nullable(),
        arousal: z.number().nullable(),
        vector: numbers,
      }),
    ),
  }),
);

export type ModelLatent = z.output<typeof modelLatent>;
