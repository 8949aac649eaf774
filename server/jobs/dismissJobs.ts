import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { jobs } from '@/db/schema';
import { deleteUploads } from '../catalogue/upload/uploadsFolder';

/**
 * Takes problems off the list: failed jobs are forgotten, with the upload that failed; warnings of files that
 * could be read are cleared. Returns how many were dismissed.
 */
export async function dismissJobs(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  which: number[] | 'all',
): Promise<number> {
  const among = which === 'all' ? undefined : inArray(jobs.id, which);
  const failed = await database
    .delete(jobs)
    .where(and(eq(jobs.state, 'failed'), among))
    .returning({ path: jobs.path });
  const warned = await database
    .update(jobs)
    .set({ warning: null })
    .where(and(eq(jobs.state, 'done'), isNotNull(jobs.warning), among))
    .returning({ id: jobs.id });
  const paths = failed.map(({ path }) => path);
  await deleteUploads({ database, dataDirectory }, paths);
  return failed.length + warned.length;
}
