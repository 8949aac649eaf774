import { z } from 'zod';
import { ownEmbedding } from '../../set/setEmbeddings';
import { trainingSettings } from '../../train/trainingSettings';

/** How a model of a study is trained, and by which embedding it hears music. */
export const modelWish = z.strictObject({
  /** A feature by its name: the product's own embedding, an added network, or NETWORK:LAYER. */
  embedding: z.string().trim().min(1).max(200).default(ownEmbedding),
  training: trainingSettings.prefault({}),
});

export type ModelWish = z.input<typeof modelWish>;
export type ModelSettings = z.output<typeof modelWish>;
