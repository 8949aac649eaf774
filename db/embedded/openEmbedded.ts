import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connectPool, type Database } from '../database';
import { codeOf, DatabaseError } from '../databaseError';
import { checkMigrations, migrateDatabase } from '../migrate';
import { once } from '../once';
import { startLivingEngine } from './livingEngine';
import { takeLock, type Lock } from './lock';
import type { LockEntry, LockHolder } from './lockFile';
import { prepareSocketDirectory, socketDirectoryOf, socketName } from './socketDirectory';
import { isAnswering } from './witness';

/** How to open the embedded database of a data directory. */
export interface EmbeddedSettings {
  dataDirectory: string;
  purpose: LockHolder['purpose'];
  onTaken: 'connect' | 'refuse';
  url?: string;
  onFault?: (reason: string) => void;
}

/** An open embedded database: this process runs the engine, or is a client of the one that does. */
export interface EmbeddedDatabase {
  kind: 'opened';
  database: Database;
  pool: pg.Pool;
  owner: boolean;
  close(): Promise<void>;
}

const maxConnections = 32;
const idleTransactionMs = 60_000;

/** How long to wait for another process that is starting the engine; a first start takes some 5 s. */
const startingSeconds = 60;

/**
 * Opens the database of `dataDirectory`, starting its engine unless another process runs it already. In that
 * case 'refuse' reports who, and 'connect' waits until it is ready and becomes its client.
 */
export async function openEmbedded(
  settings: EmbeddedSettings,
): Promise<EmbeddedDatabase | { kind: 'taken'; holder: LockHolder }> {
  const dataDirectory = resolve(settings.dataDirectory);
  const deadline = Date.now() + startingSeconds * 1000;
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    for (;;) {
      const socketPath = join(socketDirectoryOf(dataDirectory), socketName);
      const taking = await takeLock(dataDirectory, {
        socketPath,
        purpose: settings.purpose,
        url: settings.url,
      });
      if ('lock' in taking) return await own(taking.lock, { ...settings, dataDirectory });
      const { holder } = taking.taken;
      if (holder && (await isAnswering(holder.socketPath)) === 'yes' && holder.state === 'ready') {
        return settings.onTaken === 'refuse' ? { kind: 'taken', holder } : await becomeClient(holder);
      }
      if (taking.state === 'elsewhere') throw heldElsewhere(taking.taken);
      if (holder && settings.onTaken === 'refuse') return { kind: 'taken', holder };
      if (Date.now() > deadline) throw notAnswering(taking.taken);
      await sleep(100);
    }
  } catch (error) {
    throw inPlainWords(error, dataDirectory);
  }
}

/** Becomes a client of the engine another process runs. */
async function becomeClient(holder: LockHolder): Promise<EmbeddedDatabase> {
  const { pool, database } = connect(holder.socketPath);
  try {
    await checkMigrations(database);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'opened', database, pool, owner: false, close: once(() => pool.end()) };
}

/** Runs the engine in this process. */
async function own(lock: Lock, settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const { socketPath } = lock.holder;
  const databaseDirectory = join(settings.dataDirectory, 'database');
  const leave = () => {
    rmSync(dirname(socketPath), { recursive: true, force: true });
    lock.release();
  };
  try {
    prepareSocketDirectory(dirname(socketPath));
    const unfinished = prepareDatabaseDirectory(databaseDirectory);
    const engine = await startLivingEngine(
      { databaseDirectory, socketPath, maxConnections, idleTransactionMs },
      { onFault: settings.onFault ?? (() => undefined) },
    );
    const { pool, database } = connect(socketPath);
    const close = once(async () => {
      await pool.end();
      await engine.close();
      leave();
    });
    try {
      await migrateDatabase(pool);
      rmSync(unfinished, { force: true });
      lock.markReady();
    } catch (error) {
      await close();
      throw error;
    }
    return { kind: 'opened', database, pool, owner: true, close };
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * A new database counts only once its first start has come to its end: the marker tells of one that was killed
 * before, of which nothing was ever promised, and which is made anew.
 */
function prepareDatabaseDirectory(databaseDirectory: string): string {
  const unfinished = `${databaseDirectory}.unfinished`;
  if (existsSync(unfinished)) rmSync(databaseDirectory, { recursive: true, force: true });
  if (!existsSync(databaseDirectory)) writeFileSync(unfinished, 'This database is being created.\n');
  return unfinished;
}

function connect(socketPath: string): { pool: pg.Pool; database: Database } {
  return connectPool({ host: dirname(socketPath), port: 5432, user: 'postgres', database: 'postgres' });
}

function heldElsewhere({ holder, path }: LockEntry): DatabaseError {
  return new DatabaseError(
    'conflict',
    `the data directory is in use by a process on ${holder?.host ?? 'another machine'} (process ${holder?.pid}); ` +
      `stop it there, or delete ${path} if it no longer runs`,
  );
}

function notAnswering({ holder, path }: LockEntry): DatabaseError {
  const who = holder ? `process ${holder.pid}` : 'another process';
  return new DatabaseError(
    'conflict',
    `the data directory is held by ${who}, which does not answer; stop it, or delete ${path} if it no longer runs`,
  );
}

/** Faults of the disk in plain words; other errors as they are. */
function inPlainWords(error: unknown, dataDirectory: string): unknown {
  if (error instanceof DatabaseError) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DatabaseError(
      'unavailable',
      `the disk of ${dataDirectory} is full; make room and start again`,
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new DatabaseError(
      'unreadable',
      `the data directory ${dataDirectory} may not be written; set DATA_DIR to a folder of your own, or change its permissions`,
      { cause: error },
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new DatabaseError('invalid', `invalid DATA_DIR: ${dataDirectory} (it is not a folder)`, {
      cause: error,
    });
  }
  return error;
}
