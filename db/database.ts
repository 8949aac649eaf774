import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema';

/** The catalogue, over the embedded engine or a real Postgres alike. */
export type Database = NodePgDatabase<typeof schema>;

/** What a use case runs its queries on: the database, or the transaction its caller has open. */
export type Executor = Database | Parameters<Parameters<Database['transaction']>[0]>[0];

/** A pool and the database over it. Small: the embedded engine runs one query at a time anyway. */
export function connectPool(settings: pg.PoolConfig): { pool: pg.Pool; database: Database } {
  const pool = new pg.Pool({ max: 4, ...settings });
  // A connection that breaks says so here, and again in the query that uses it: only the second is for callers.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, database: drizzle(pool, { schema }) };
}
