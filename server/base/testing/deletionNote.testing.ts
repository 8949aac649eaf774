import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteDeletion, type Deletion, type DeletionNote } from '../deletionNote';

/** Notes a deletion as a process would that was killed at it. */
export async function noteOfKilled<Kind extends Deletion>(
  dataDirectory: string,
  deletion: Kind,
): Promise<DeletionNote<Kind>> {
  const note = await noteDeletion(dataDirectory, deletion);
  leaveToOthers(dataDirectory, note.name);
  return note;
}

/** Makes a note one of a process that is gone. */
export function leaveToOthers(dataDirectory: string, name: string): void {
  const file = join(dataDirectory, 'deleting', `${name}.json`);
  const written = JSON.parse(readFileSync(file, 'utf8')) as { process: { pid: number } };
  written.process.pid = 2 ** 22 + 1;
  writeFileSync(file, JSON.stringify(written));
}
