import { z } from 'zod';
import type { JobDefinition } from '../../../jobs/jobKind';

const payload = z.strictObject({
  studyId: z.int(),
  /** Names as server/research/features knows them. */
  features: z.array(z.string().min(1).max(200)).min(1).max(50),
});
export type ComputeFeaturesPayload = z.infer<typeof payload>;

/** Features of all pieces of a study that have a sound. */
export const computeFeaturesJob: JobDefinition<ComputeFeaturesPayload> = {
  name: 'compute-study-features',
  payload,
};
