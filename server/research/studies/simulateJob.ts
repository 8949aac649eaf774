import { z } from 'zod';
import type { JobDefinition } from '../../jobs/jobKind';

const payload = z.strictObject({ personId: z.int(), seed: z.int() });
export type SimulatePayload = z.infer<typeof payload>;

/** The study to start with, whose participants a generator makes up. */
export const simulateJob: JobDefinition<SimulatePayload> = { name: 'simulate-study', payload };
