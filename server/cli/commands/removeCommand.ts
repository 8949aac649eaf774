import { inArray } from 'drizzle-orm';
import { tracks } from '@/db/schema';
import { removeTracks } from '../../catalogue/tracks/removeTracks';
import type { Output } from '../output';
import { withSession } from '../session';

/** `remove ID...`: takes tracks out of the library. Fails where one of the numbers is no track's. */
export async function removeCommand(trackIds: number[], output: Output): Promise<number> {
  return withSession(async ({ database, settings }) => {
    const rows = await database.select({ id: tracks.id }).from(tracks).where(inArray(tracks.id, trackIds));
    const known = new Set(rows.map(({ id }) => id));
    const unknown = trackIds.filter((id) => !known.has(id));
    const removed = await removeTracks({ database, dataDirectory: settings.dataDirectory }, [...known]);
    output.result({ removed, unknown }, () => [
      `${removed} removed`,
      ...unknown.map((id) => `invalid ID: ${id} (no track has this number)`),
    ]);
    return unknown.length === 0 ? 0 : 1;
  });
}
