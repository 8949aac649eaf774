import { z } from 'zod';
import type { JobDefinition } from '../../../../jobs/jobKind';

const payload = z.strictObject({ recordingId: z.int() });
export type ReadEegPayload = z.infer<typeof payload>;

/** A recording to be described, cleaned and measured. */
export const readEegJob: JobDefinition<ReadEegPayload> = { name: 'read-eeg', payload };
