import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  state: z.enum(['starting', 'ready', 'released']),
});

/** Who runs the engine of a data directory, as its lock file says. */
export type LockHolder = z.infer<typeof holderShape>;

/** One generation of the lock: its number, its file, and who took it. */
export interface LockEntry {
  generation: number;
  path: string;
  /** Undefined where the file is empty or cut short. */
  holder: LockHolder | undefined;
  ageSeconds: number;
}

/**
 * The lock of a data directory is a row of numbered files, DATA_DIR/lock/N.json, of which the highest counts.
 * It is taken by creating the next number, which the file system grants to one process only; so two processes
 * that both find the holder dead cannot both win, and no live lock is ever overwritten or removed. The highest
 * file is never removed: a holder that leaves marks it as released.
 */
export function readLock(dataDirectory: string): LockEntry | undefined {
  const generation = generations(dataDirectory).at(-1);
  if (generation === undefined) return undefined;
  const path = lockPath(dataDirectory, generation);
  try {
    const ageSeconds = (Date.now() - statSync(path).mtimeMs) / 1000;
    return { generation, path, holder: parseHolder(readFileSync(path, 'utf8'), path), ageSeconds };
  } catch (error) {
    // A winner has just tidied this generation away: look again.
    if (codeOf(error) === 'ENOENT') return readLock(dataDirectory);
    throw error;
  }
}

/** Takes generation `generation` for `holder`. False where another process has it, or has gone beyond. */
export function claimLock(dataDirectory: string, generation: number, holder: LockHolder): boolean {
  const path = lockPath(dataDirectory, generation);
  mkdirSync(join(dataDirectory, 'lock'), { recursive: true });
  if (!createWhole(path, JSON.stringify(holder, null, 2))) return false;
  // A process that looked long ago may create a number that was tidied away since; the higher one counts.
  const all = generations(dataDirectory);
  if (all.at(-1) !== generation) {
    rmSync(path, { force: true });
    return false;
  }
  for (const older of all.slice(0, -1)) rmSync(lockPath(dataDirectory, older), { force: true });
  return true;
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

function generations(dataDirectory: string): number[] {
  try {
    return readdirSync(join(dataDirectory, 'lock'))
      .filter((name) => /^\d+\.json$/.test(name))
      .map((name) => Number.parseInt(name, 10))
      .sort((a, b) => a - b);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function lockPath(dataDirectory: string, generation: number): string {
  return join(dataDirectory, 'lock', `${generation}.json`);
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
