import { z } from 'zod';
import type { JobDefinition } from '../../../../jobs/jobKind';

const payload = z.strictObject({ personId: z.int(), seed: z.int() });
export type SimulateEegPayload = z.infer<typeof payload>;

/** The study of EEG to start with, whose participants a generator makes up. */
export const simulateEegJob: JobDefinition<SimulateEegPayload> = { name: 'simulate-eeg', payload };
