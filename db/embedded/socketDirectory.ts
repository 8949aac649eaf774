import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../databaseError';
import { longestSocketPath } from './witness';

/** The file name under which Postgres clients look for a socket in a folder. */
export const socketName = '.s.PGSQL.5432';

/**
 * The private folder (mode 0700, named by a hash of the data directory's real path) in which the engine of
 * `dataDirectory` listens. Throws a DatabaseError where that name is taken by somebody else or is too long.
 */
export function socketDirectoryOf(dataDirectory: string): string {
  const hash = createHash('sha256').update(realpathSync(dataDirectory)).digest('hex').slice(0, 16);
  const user = process.getuid?.() ?? 0;
  const directory = join(tmpdir(), `circumplex-${user}-${hash}`);
  if (Buffer.byteLength(join(directory, socketName)) > longestSocketPath) {
    throw new DatabaseError(
      'invalid',
      `invalid TMPDIR: ${tmpdir()} (too long a path for a socket; choose one of at most ${longestSocketPath - 50} bytes)`,
    );
  }
  return directory;
}

/** Makes the folder, or takes it over from a dead owner after checking that it is ours alone; removes a dead socket. */
export function prepareSocketDirectory(directory: string): void {
  mkdirSync(directory, { mode: 0o700, recursive: true });
  const status = lstatSync(directory);
  const ours = status.isDirectory() && status.uid === (process.getuid?.() ?? status.uid);
  if (!ours || (status.mode & 0o077) !== 0) {
    throw new DatabaseError(
      'conflict',
      `${directory} is not a private folder of this user; remove it and start again`,
    );
  }
  rmSync(join(directory, socketName), { force: true });
}

const lookEveryMs = 1000;

/**
 * Has the engine listen anew where its socket is gone: cleaners of temporary folders remove what nobody has touched for
 * days. Returns what ends the watch.
 */
export function watchSocket(socketPath: string, listenAgain: () => void): () => void {
  const look = () => {
    if (existsSync(socketPath)) return;
    try {
      prepareSocketDirectory(dirname(socketPath));
      listenAgain();
    } catch (error) {
      // Somebody else's folder lies there now. Those who are connected stay, and the next look may find it gone.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return () => clearInterval(timer);
}
