import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../databaseError';
import { readLock } from './lockFile';

/** A request that is not renewed has lapsed after this: who asked has ended. */
const lapsesMs = 5000;
/** How long who hands over waits for the other to take the data directory. */
const takenWithinMs = 15_000;

const fileOf = (dataDirectory: string) => join(dataDirectory, 'lock', 'wanted');

/** Asks the process that runs the engine to let it go, where it can; to be renewed every second or so. */
export function askForHandOver(dataDirectory: string): void {
  writeFileSync(fileOf(dataDirectory), String(Date.now()));
}

/** Takes back what was asked. */
export function withdrawRequest(dataDirectory: string): void {
  rmSync(fileOf(dataDirectory), { force: true });
}

/** True while another process asks for the engine of a data directory. */
export function isHandOverAsked(dataDirectory: string): boolean {
  try {
    return Date.now() - Number(readFileSync(fileOf(dataDirectory), 'utf8')) < lapsesMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Waits until another process has taken the data directory that this one let go, or does not ask for it any more. */
export async function untilHandedOver(dataDirectory: string): Promise<void> {
  const givenUp = Date.now() + takenWithinMs;
  while (Date.now() < givenUp) {
    const entry = readLock(dataDirectory);
    if (entry && !entry.released) return;
    if (!isHandOverAsked(dataDirectory)) return;
    await sleep(50);
  }
}
