import type pg from 'pg';
import { connectPool, type Database } from './database';
import { codeOf, DatabaseError } from './databaseError';
import { migrateDatabase } from './migrate';
import { once } from './once';

/** An open real Postgres, its schema up to date. */
export interface PostgresDatabase {
  database: Database;
  pool: pg.Pool;
  close(): Promise<void>;
}

const connectionTimeoutMillis = 15_000;

/**
 * Connects to the Postgres of `databaseUrl` and migrates it. Throws a DatabaseError that says what to do where
 * it cannot be reached, refuses us, has no pgvector, or holds data of a newer Circumplex.
 */
export async function openPostgres(databaseUrl: string): Promise<PostgresDatabase> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new DatabaseError('invalid', 'invalid DATABASE_URL: (hidden) (must begin with postgres://)');
  }
  const { pool, database } = connectPool({ connectionString: databaseUrl, connectionTimeoutMillis });
  try {
    await migrateDatabase(pool);
  } catch (error) {
    await pool.end();
    throw inPlainWords(error);
  }
  return { database, pool, close: once(() => pool.end()) };
}

function inPlainWords(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) ?? '';
  if (['28000', '28P01', '3D000'].includes(code)) {
    return new DatabaseError('invalid', `invalid DATABASE_URL: (hidden) (Postgres says: ${message})`, {
      cause: error,
    });
  }
  if (code === '42501') {
    return new DatabaseError('unavailable', `Postgres does not let this user set up the tables: ${message}`, {
      cause: error,
    });
  }
  if (/^(E[A-Z]+|08.*|57.*|53300)$/.test(code) || /timeout|terminated/.test(message)) {
    return new DatabaseError(
      'unavailable',
      `the Postgres of DATABASE_URL cannot be reached: ${message || code}; start it, or correct DATABASE_URL`,
      { cause: error },
    );
  }
  return error;
}
