import { inArray } from 'drizzle-orm';
import { jobs, openJobStates } from '@/db/schema';
import { retryJobs } from '../../jobs/retryJobs';
import { followBatches, type Holder } from '../followBatches';
import { withInterrupt } from '../interrupt';
import type { Output } from '../output';
import { reportBatches } from '../reportBatches';
import { openSession } from '../session';

/** `retry`: tries every failed file again, sees it through and tells how it went. Returns the exit status. */
export async function retryCommand(output: Output): Promise<number> {
  const holder: Holder = { session: await openSession() };
  try {
    return await withInterrupt(async (signal) => {
      const { database } = holder.session;
      const queued = await retryJobs(database, 'all');
      output.note(`${queued} failed files are tried again`);
      const open = await database
        .selectDistinct({ batchId: jobs.batchId })
        .from(jobs)
        .where(inArray(jobs.state, [...openJobStates]));
      const batchIds = queued > 0 ? open.map(({ batchId }) => batchId) : [];
      const followed = await followBatches(holder, batchIds, { output, signal });
      return reportBatches(holder.session.database, { followed }, output);
    });
  } finally {
    await holder.session.close();
  }
}
