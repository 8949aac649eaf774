import { z } from 'zod';
import { measuringWish } from '../entropy/measuringWish';
import { ownEmbedding } from './setEmbeddings';

/** How a training set is to be made of a folder of recordings. */
export const setWish = z.strictObject({
  measuring: measuringWish.prefault({}),
  /** A feature by its name; of embeddings that are brought, what they are called. */
  embedding: z.string().trim().min(1).max(200).default(ownEmbedding),
  /** Of embeddings that are brought, where they do not say. */
  broughtHopSeconds: z.number().positive().max(3600).optional(),
  broughtStartSeconds: z.number().min(0).max(3600).optional(),
  title: z.string().trim().min(1).max(200).optional(),
});

export type SetWish = z.output<typeof setWish>;
