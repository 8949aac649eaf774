import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/open';
import { studyFiles } from '@/db/schema';
import type { Caller } from '../../../access/caller';
import { AppError } from '../../../base/errors';
import { parseInput } from '../../../base/parseInput';
import { enqueueJobs, openBatch } from '../../../jobs/enqueueJobs';
import { checkMapping } from '../mapping/checkMapping';
import { mappingRow, type MappingRowInput } from '../mapping/mappingRow';
import { ownedStudy } from '../ownedStudy';
import { studyKey } from '../studyJobs';
import { readFilesJob } from './readFilesJob';

/** More rows than this are hardly one study. */
const mostRows = 20_000;

/**
 * Queues the reading of brought files as a mapping says. Returns the number of its batch, which can be followed.
 * Throws AppError 'not-found', 'invalid' for a mapping that cannot be, 'conflict' while the study's data are worked on.
 */
export async function queueReading(
  { database, caller }: { database: Database; caller: Caller },
  { studyId, rows: given }: { studyId: number; rows: MappingRowInput[] },
): Promise<{ batchId: number; jobId: number }> {
  const rows = parseInput(z.array(mappingRow).min(1).max(mostRows), given);
  return database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    const files = await transaction.select().from(studyFiles).where(eq(studyFiles.studyId, studyId));
    checkMapping(rows, new Set(files.map(({ name }) => name)));
    const label = `study ${studyId}: reading files`;
    const batchId = await openBatch(transaction, label, caller);
    const [job] = await enqueueJobs(transaction, readFilesJob, {
      batchId,
      priority: 0,
      jobs: [{ payload: { studyId, rows }, label, exclusiveKey: studyKey(studyId) }],
    });
    if (!job) throw busy(studyId);
    return { batchId, jobId: job.id };
  });
}

/** What is said where other work on a study's data has not ended. */
export function busy(studyId: number): AppError {
  return new AppError(
    'conflict',
    `invalid studyId: ${studyId} (its data are being worked on: wait, or cancel that)`,
  );
}
