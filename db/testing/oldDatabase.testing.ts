import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { SQL } from 'drizzle-orm';
import pg from 'pg';
import { migrationsDirectory } from '../migrate';
import { makeServerDatabase, open, testSettings, type TestDatabase } from './database.testing';

/** A database of an older Circumplex, before this one opens it. */
export interface OldDatabase {
  execute(query: SQL | string): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Makes a database as the Circumplex left it whose newest migration was `newest` (a name such as '0004_follow_changes'),
 * lets `fill` write to it, and opens it as this one does, which migrates it. On the embedded engine, or on the server
 * of DATABASE_URL.
 */
export async function openOldDatabase(
  newest: string,
  fill: (old: OldDatabase) => Promise<void>,
): Promise<TestDatabase> {
  const migrationsFolder = migrationsUpTo(newest);
  try {
    const url = process.env.DATABASE_URL;
    return await (url
      ? onServer(url, { migrationsFolder, fill })
      : onEmbeddedEngine({ migrationsFolder, fill }));
  } finally {
    rmSync(migrationsFolder, { recursive: true });
  }
}

interface Making {
  migrationsFolder: string;
  fill: (old: OldDatabase) => Promise<void>;
}

async function onEmbeddedEngine({ migrationsFolder, fill }: Making): Promise<TestDatabase> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'circumplex-old-'));
  const engine = await PGlite.create({
    dataDir: join(dataDirectory, 'database'),
    extensions: { vector },
  });
  const old = drizzlePglite(engine);
  await migratePglite(old, { migrationsFolder });
  await fill(old);
  await engine.close();
  return open({ ...testSettings, dataDirectory }, () => rmSync(dataDirectory, { recursive: true }));
}

async function onServer(serverUrl: string, { migrationsFolder, fill }: Making): Promise<TestDatabase> {
  const { settings, drop } = await makeServerDatabase(serverUrl);
  const pool = new pg.Pool({ connectionString: settings.databaseUrl });
  const old = drizzlePostgres(pool);
  await migratePostgres(old, { migrationsFolder });
  await fill(old);
  await pool.end();
  return open(settings, drop);
}

/** A copy of the migrations up to one of them. */
function migrationsUpTo(newest: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'circumplex-migrations-'));
  cpSync(migrationsDirectory(), folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag === newest);
  if (end === -1) throw new Error(`invalid migration: ${newest} (the journal does not have it)`);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end + 1) }));
  return folder;
}
