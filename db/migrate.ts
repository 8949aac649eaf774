import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { codeOf, DatabaseError } from './databaseError';
import { packageRoot } from './packageRoot';
import type { Database } from './database';

/** An arbitrary number that all of Circumplex agrees on: the Postgres advisory lock held while migrating. */
const advisoryLock = 7_209_455_113;

/** The folder of the migrations. */
export function migrationsDirectory(): string {
  return join(packageRoot(), 'db', 'migrations');
}

/** The moment (milliseconds since 1970) that names the newest migration this program knows. */
function newestKnownMigration(): number {
  return Math.max(
    ...readMigrationFiles({ migrationsFolder: migrationsDirectory() }).map((m) => m.folderMillis),
  );
}

/** The moment that names the newest migration applied to `database`; 0 for an empty one. */
export async function newestAppliedMigration(database: Pick<Database, 'execute'>): Promise<number> {
  const found = await database.execute<{ name: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  );
  if (found.rows[0].name === null) return 0;
  const { rows } = await database.execute<{ newest: string | null }>(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  return Number(rows[0].newest ?? 0);
}

/**
 * Brings the schema up to date. Processes that do so at the same time wait for each other.
 * Throws a DatabaseError: 'conflict' where the data are of a newer Circumplex, 'unavailable' without pgvector.
 */
export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const database = drizzle(client);
    await database.execute(sql`select pg_advisory_lock(${advisoryLock})`);
    try {
      refuseNewer(await newestAppliedMigration(database), newestKnownMigration());
      await migrate(database, { migrationsFolder: migrationsDirectory() });
    } finally {
      await database.execute(sql`select pg_advisory_unlock(${advisoryLock})`);
    }
  } catch (error) {
    throw missingVector(error) ?? error;
  } finally {
    client.release();
  }
}

/** The plain word for a Postgres that has no pgvector, or does not let us switch it on; undefined for other errors. */
function missingVector(error: unknown): DatabaseError | undefined {
  const about = error instanceof Error ? `${error.message} ${String(error.cause)}` : '';
  if (!/extension "?vector/i.test(about)) return undefined;
  const advice =
    codeOf(error) === '42501'
      ? 'ask its administrator to run CREATE EXTENSION vector in this database'
      : 'install pgvector 0.5 or later on the database server';
  return new DatabaseError('unavailable', `Postgres has no pgvector: ${advice}`, { cause: error });
}

/** Checks that a database somebody else looks after has the schema this program expects; throws 'conflict' if not. */
export async function checkMigrations(database: Database): Promise<void> {
  const known = newestKnownMigration();
  const applied = await newestAppliedMigration(database);
  refuseNewer(applied, known);
  if (applied < known) {
    throw new DatabaseError(
      'conflict',
      'an older Circumplex is running on this data directory; stop it and start it again',
    );
  }
}

function refuseNewer(applied: number, known: number): void {
  if (applied > known) {
    throw new DatabaseError(
      'conflict',
      'these data were written by a newer Circumplex; install that version or a later one',
    );
  }
}
