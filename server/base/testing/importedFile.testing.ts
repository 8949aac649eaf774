import { statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { timesOf, type ImportedFile } from '../importedFile';

/** A file as it would be noted if it was imported now. */
export function importedNow(path: string): ImportedFile {
  return { path, ...timesOf(statSync(path, { bigint: true })) };
}

/** Gives a file the time of another to the millisecond, as whoever owns it may: all but the time at which he does. */
export async function dressAs(path: string, as: string): Promise<void> {
  const other = importedNow(as);
  const seconds = (other.modifiedMs + 0.5) / 1000;
  // Clocks of file systems may tick every 10 ms only.
  do {
    await sleep(5);
    utimesSync(path, seconds, seconds);
  } while (importedNow(path).changedMs === other.changedMs);
}
