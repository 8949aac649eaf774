import { resolve } from 'node:path';
import { backupLibrary } from '../../catalogue/backup/backupLibrary';
import { restoreLibrary } from '../../catalogue/backup/restoreLibrary';
import { countRecordings } from '../../catalogue/tracks/countRecordings';
import type { Output } from '../output';
import { withSession } from '../session';

/** `backup DIR`: the whole library into an empty folder. */
export async function backupCommand(folder: string, output: Output): Promise<number> {
  return withSession(async ({ database, settings }) => {
    const place = { database, dataDirectory: settings.dataDirectory };
    await backupLibrary(place, resolve(folder));
    const libraryTracks = await countRecordings(database);
    output.result({ folder: resolve(folder), tracks: libraryTracks }, () => [
      `${libraryTracks} tracks are backed up in ${resolve(folder)}`,
    ]);
    return 0;
  });
}

/** `restore DIR [--replace]`: a backup into an empty library, or in place of the one that is there. */
export async function restoreCommand(
  folder: string,
  { replace }: { replace: boolean },
  output: Output,
): Promise<number> {
  return withSession(async ({ database, settings }) => {
    const place = { database, dataDirectory: settings.dataDirectory };
    await restoreLibrary(place, resolve(folder), { replace });
    const libraryTracks = await countRecordings(database);
    output.result({ tracks: libraryTracks }, () => [`${libraryTracks} tracks are restored`]);
    return 0;
  });
}
