import { z } from 'zod';
import type { JobDefinition } from '../../../jobs/jobKind';
import { mappingRow } from '../mapping/mappingRow';

const payload = z.strictObject({ studyId: z.int(), rows: z.array(mappingRow) });
export type ReadFilesPayload = z.infer<typeof payload>;

/** The brought files of a study, to be read as their mapping says. */
export const readFilesJob: JobDefinition<ReadFilesPayload> = { name: 'read-study-files', payload };
