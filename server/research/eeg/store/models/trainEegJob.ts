import { z } from 'zod';
import type { JobDefinition } from '../../../../jobs/jobKind';

const payload = z.strictObject({ modelId: z.int() });
export type TrainEegPayload = z.infer<typeof payload>;

/** A model to be trained: a training set made of the study's measured windows, then the Python package on it. */
export const trainEegJob: JobDefinition<TrainEegPayload> = { name: 'train-eeg', payload };
