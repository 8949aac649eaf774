import { statSync } from 'node:fs';
import { timesOf, type ImportedFile } from '../importedFile';

/** A file as it would be noted if it was imported now. */
export function importedNow(path: string): ImportedFile {
  return { path, ...timesOf(statSync(path, { bigint: true })) };
}
