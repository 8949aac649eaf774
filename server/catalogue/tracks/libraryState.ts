import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, tracks } from '@/db/schema';

/** How large the library is and how much work waits. */
export interface LibraryState {
  tracks: number;
  jobs: { queued: number; running: number; failed: number };
}

export async function libraryState(executor: Executor): Promise<LibraryState> {
  const jobsIn = (state: string) =>
    sql<number>`(select count(*)::int from ${jobs} where ${jobs.state} = ${state})`;
  const { rows } = await executor.execute<{
    tracks: number;
    queued: number;
    running: number;
    failed: number;
  }>(sql`
    select (select count(*)::int from ${tracks}) as tracks,
      ${jobsIn('queued')} as queued, ${jobsIn('running')} as running, ${jobsIn('failed')} as failed`);
  const { tracks: count, ...waiting } = rows[0];
  return { tracks: count, jobs: waiting };
}
