import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import type { Database } from '../database';
import { codeOf } from '../databaseError';
import { migrationsDirectory } from '../migrate';
import { openDatabase, type OpenSettings } from '../open';
import { packageRoot } from '../packageRoot';

/** An empty catalogue of a test's own. */
export interface TestDatabase {
  database: Database;
  pool: pg.Pool;
  /** Opens it once more, as another process would: further pools over the same rows. */
  openAgain(): Promise<TestDatabase>;
  close(): Promise<void>;
}

/**
 * An empty, migrated catalogue for a storage test: on the embedded engine in a temporary folder, or, where
 * DATABASE_URL is set, in a database of its own on that server, which is dropped on close. The database that
 * DATABASE_URL names is not touched; its user must be allowed to create databases.
 */
export function openTestDatabase(): Promise<TestDatabase> {
  const url = process.env.DATABASE_URL;
  return url ? onServer(url) : onEmbeddedEngine();
}

async function onServer(serverUrl: string): Promise<TestDatabase> {
  const { settings, drop } = await makeServerDatabase(serverUrl);
  return open(settings, drop);
}

/** A new empty database on a server: how to open it, and to drop it. */
export async function makeServerDatabase(serverUrl: string) {
  const name = `circumplex_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onServerOnce(serverUrl, `create database ${name}`);
  const settings = { ...testSettings, dataDirectory: tmpdir(), databaseUrl: url.href };
  return { settings, drop: () => onServerOnce(serverUrl, `drop database ${name} with (force)`) };
}

async function onServerOnce(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A temporary data directory with an empty, migrated embedded database in it; the caller removes it. */
export async function makeTestDirectory(): Promise<string> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
  cpSync(await migratedTemplate(), join(dataDirectory, 'database'), { recursive: true });
  return dataDirectory;
}

async function onEmbeddedEngine(): Promise<TestDatabase> {
  const dataDirectory = await makeTestDirectory();
  return open({ ...testSettings, dataDirectory }, () => rmSync(dataDirectory, { recursive: true }));
}

export const testSettings = { purpose: 'command line', onTaken: 'connect' } as const;

/** Opens a database for a test, with what is to be cleaned up when it is closed. */
export async function open(settings: OpenSettings, cleanUp: () => unknown): Promise<TestDatabase> {
  const outcome = await openDatabase(settings);
  if (outcome.kind === 'taken') throw new Error('a database just made cannot be taken');
  return {
    database: outcome.database,
    pool: outcome.pool,
    openAgain: () => open(settings, () => undefined),
    close: async () => {
      await outcome.close();
      await cleanUp();
    },
  };
}

/**
 * The files of an empty migrated database, made once for each set of migrations and version of the engine and
 * kept in node_modules/.cache: copying them takes a tenth of the time of making them.
 */
async function migratedTemplate(): Promise<string> {
  const folder = join(packageRoot(), 'node_modules', '.cache', 'circumplex');
  const template = join(folder, `database-${templateKey()}`);
  if (existsSync(template)) return template;
  mkdirSync(folder, { recursive: true });
  const dataDirectory = mkdtempSync(join(folder, 'making-'));
  const made = await open({ ...testSettings, dataDirectory }, () => undefined);
  await made.close();
  try {
    renameSync(join(dataDirectory, 'database'), template);
  } catch (error) {
    // Another test file was first.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
  rmSync(dataDirectory, { recursive: true });
  return template;
}

function templateKey(): string {
  const hash = createHash('sha256');
  for (const migration of readMigrationFiles({ migrationsFolder: migrationsDirectory() }))
    hash.update(migration.hash);
  hash.update(readFileSync(join(packageRoot(), 'node_modules', '@electric-sql', 'pglite', 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
