import { z } from 'zod';
import type { JobDefinition } from '../../jobs/jobKind';

const payload = z.strictObject({ studyId: z.int(), analysisId: z.int() });
export type AnalysePayload = z.infer<typeof payload>;

/** An analysis of a study. */
export const analyseJob: JobDefinition<AnalysePayload> = { name: 'analyse-study', payload };
