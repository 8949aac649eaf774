import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, DatabaseError } from '../databaseError';

const holderShape = z.object({
  pid: z.number(),
  startedAt: z.string(),
  host: z.string(),
  bootId: z.string(),
  pidNamespace: z.string(),
  socketPath: z.string(),
  /** File name, beside the lock, of the socket that shows its holder lives; '' where there can be none. */
  witnessName: z.string(),
  purpose: z.enum(['server', 'command line']),
  url: z.string().optional(),
  state: z.enum(['starting', 'ready']),
});

const releasedSuffix = '.released.json';

/** Who runs the engine of a data directory, as its lock file says. */
export type LockHolder = z.infer<typeof holderShape>;

/** One generation of the lock: its number, its file, and who took it. */
export interface LockEntry {
  generation: number;
  path: string;
  /** Undefined where the file is empty or cut short. */
  holder: LockHolder | undefined;
  /** Its holder has left. */
  released: boolean;
  ageSeconds: number;
}

/**
 * The lock of a data directory is a row of numbered files, DATA_DIR/lock/N.json, of which the highest counts.
 * It is taken by creating the next number, which the file system grants to one process only; so two processes
 * that both find the holder dead cannot both win, and no live lock is ever overwritten or removed. The highest
 * file is never removed: a holder that leaves renames it to N.released.json, which works on a full disk too.
 */
export function readLock(dataDirectory: string): LockEntry | undefined {
  const name = lockNames(dataDirectory).at(-1);
  if (name === undefined) return undefined;
  const path = join(dataDirectory, 'lock', name);
  try {
    const ageSeconds = (Date.now() - statSync(path).mtimeMs) / 1000;
    const holder = parseHolder(readFileSync(path, 'utf8'), path);
    return {
      generation: generationOf(name),
      path,
      holder,
      released: name.endsWith(releasedSuffix),
      ageSeconds,
    };
  } catch (error) {
    // It has just been renamed, or tidied away by the winner of a higher one: look again.
    if (codeOf(error) === 'ENOENT') return readLock(dataDirectory);
    throw error;
  }
}

/**
 * Takes generation `generation` for `holder` and returns the path of its file; undefined where another process
 * has it, or has gone beyond.
 */
export function claimLock(dataDirectory: string, generation: number, holder: LockHolder): string | undefined {
  const folder = join(dataDirectory, 'lock');
  const name = `${generation}.json`;
  const path = join(folder, name);
  if (!createWhole(path, JSON.stringify(holder, null, 2))) return undefined;
  // A process that looked long ago may create a number that was used and tidied away since.
  const others = lockNames(dataDirectory).filter((other) => other !== name);
  if (others.some((other) => generationOf(other) >= generation)) {
    rmSync(path, { force: true });
    return undefined;
  }
  for (const older of others) rmSync(join(folder, older), { force: true });
  return path;
}

/** Marks one's own lock file as released. */
export function releaseLock(path: string): void {
  renameSync(path, path.replace(/\.json$/, releasedSuffix));
}

/** Replaces what one's own lock file says, in one step. */
export function rewriteLock(path: string, holder: LockHolder): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder, null, 2));
  renameSync(draft, path);
}

/** Creates `path` with all of `content`, never a part of it. False where it exists. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return createInPlace(path, content);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For file systems without hard links; a reader may see the file empty for a moment. */
function createInPlace(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The lock files in the order of their generations; of two of one generation, the one not released last. */
function lockNames(dataDirectory: string): string[] {
  try {
    return readdirSync(join(dataDirectory, 'lock'))
      .filter((name) => /^\d+(\.released)?\.json$/.test(name))
      .sort((a, b) => generationOf(a) - generationOf(b) || b.length - a.length);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function generationOf(name: string): number {
  return Number.parseInt(name, 10);
}

/** Throws a DatabaseError where the file is whole but not what this version writes: its holder may well live. */
function parseHolder(text: string, path: string): LockHolder | undefined {
  const parsed = holderShape.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  if (parseJson(text) === undefined) return undefined;
  throw new DatabaseError(
    'conflict',
    `another version of Circumplex wrote ${path}; stop it, or delete that file if it no longer runs`,
  );
}

/** Undefined for text cut short, as a power failure leaves it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
