/** A process of the tests: opens a data directory, says so, backs it up or restores it, and says that it is done. */
import { openDatabase } from '@/db/open';
import { backupLibrary } from '../backupLibrary';
import { restoreLibrary } from '../restoreLibrary';

const [work, dataDirectory, folder, databaseUrl] = process.argv.slice(2);
const opened = await openDatabase({
  dataDirectory,
  databaseUrl,
  purpose: 'command line',
  onTaken: 'connect',
});
if (opened.kind === 'taken') throw new Error('connecting never reports a data directory as taken');
const place = { database: opened.database, dataDirectory };
process.stdout.write('begun\n');
if (work === 'backup') await backupLibrary(place, folder);
else await restoreLibrary(place, folder, { replace: true });
process.stdout.write('done\n');
await opened.close();
