import type pg from 'pg';
import type { Database } from './database';
import type { LockHolder } from './embedded/lockFile';
import { openEmbedded } from './embedded/openEmbedded';
import { openPostgres } from './postgres';

export type { Database, Executor } from './database';
export type { LockHolder } from './embedded/lockFile';
export { isConnectionLost } from './connectionLost';
export { askForHandOver, isHandOverAsked, untilHandedOver, withdrawRequest } from './embedded/handOver';

/** How to open the catalogue's database. */
export interface OpenSettings {
  /** The embedded database lies in it; made if missing. */
  dataDirectory: string;
  /** A real Postgres with pgvector to use instead. */
  databaseUrl?: string;
  /** Shown to others who find the data directory taken. */
  purpose: 'server' | 'command line';
  /** What to do where another process runs the embedded engine: use it too, or report who has it. */
  onTaken: 'connect' | 'refuse';
  /** Where the web server answers, shown to others. */
  url?: string;
  /** Told why the embedded engine stopped by itself, and why it does not start again. */
  onFault?: (reason: string) => void;
}

export type OpenOutcome =
  | {
      kind: 'opened';
      database: Database;
      pool: pg.Pool;
      engine: 'embedded' | 'postgres';
      /** This process runs the engine, or the engine is a real Postgres. */
      owner: boolean;
      /** Ends the connections, and the engine in order where this process runs it. */
      close(): Promise<void>;
    }
  | { kind: 'taken'; holder: LockHolder };

/**
 * Opens the database with its schema up to date. A real Postgres may be open in any number of processes; of
 * the embedded one, one process runs the engine and others are its clients.
 *
 * Throws a DatabaseError whose message says what to do: data directory not writable, disk full, held by
 * another machine, Postgres out of reach or without pgvector, data of a newer or older Circumplex.
 */
export async function openDatabase(settings: OpenSettings): Promise<OpenOutcome> {
  if (settings.databaseUrl) {
    return { kind: 'opened', engine: 'postgres', owner: true, ...(await openPostgres(settings.databaseUrl)) };
  }
  const outcome = await openEmbedded(settings);
  return outcome.kind === 'taken' ? outcome : { ...outcome, engine: 'embedded' };
}
