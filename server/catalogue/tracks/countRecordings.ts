import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';

/** How many recordings the library holds; encodings of one count as one. */
export function countRecordings(executor: Executor): Promise<number> {
  return executor.$count(tracks, eq(tracks.id, tracks.groupId));
}
