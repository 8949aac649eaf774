import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';

/**
 * Waits until no other transaction saves what was found in files: two files of one recording, saved side by side, must
 * see each other.
 */
export async function oneSaveAtATime(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtext('circumplex.saveImport'))`);
}
