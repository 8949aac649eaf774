import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import {
  catalogueTables,
  columnsOf,
  formatVersion,
  manifestName,
  rowsAsJson,
  rowsFile,
  type BackupProgress,
  type Manifest,
  type TableManifest,
} from './backupFormat';
import type { Database, Executor } from './database';
import { DatabaseError } from './databaseError';
import { newestAppliedMigration } from './migrate';

/** Rows fetched at a time: some 2 MB of analyses. */
const batchRows = 500;

/**
 * Writes the whole catalogue, as it is at one moment, into `directory` (made if missing, must be empty):
 * tables/NAME.ndjson.gz and manifest.json. The files do not depend on the engine; restoreDatabase reads them.
 * Folders and files are open to their owner alone. Memory is bounded whatever the size. On the embedded engine other clients wait until it is done.
 */
export async function backupDatabase(
  database: Database,
  directory: string,
  options: { onProgress?: (progress: BackupProgress) => void } = {},
): Promise<Manifest> {
  await prepareDirectory(directory);
  const manifest = await database.transaction(
    async (tx) => {
      const tables: TableManifest[] = [];
      for (const table of catalogueTables)
        tables.push(await backupTable(tx, table, { directory, ...options }));
      const newestMigration = await newestAppliedMigration(tx);
      const madeAt = new Date().toISOString();
      return { format: 'circumplex backup' as const, formatVersion, madeAt, newestMigration, tables };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  await writeFile(join(directory, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
    flag: 'wx',
    mode: 0o600,
  });
  return manifest;
}

async function prepareDirectory(directory: string): Promise<void> {
  await mkdir(join(directory, dirname(rowsFile('any'))), { recursive: true, mode: 0o700 });
  const present = (await readdir(directory, { recursive: true })).filter((name) => name !== 'tables');
  if (present.length > 0) {
    throw new DatabaseError(
      'invalid',
      `invalid directory: ${directory} (must be empty, but holds ${present[0]})`,
    );
  }
}

async function backupTable(
  tx: Executor,
  table: PgTable,
  { directory, onProgress }: { directory: string; onProgress?: (progress: BackupProgress) => void },
): Promise<TableManifest> {
  const name = getTableName(table);
  const rowsTotal = await tx.$count(table);
  let rowsDone = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of batches(tx, table)) {
      yield batch.map((row) => `${row}\n`).join('');
      rowsDone += batch.length;
      onProgress?.({ table: name, rowsDone, rowsTotal });
    }
  }
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = createWriteStream(join(directory, rowsFile(name)), { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(lines()), createGzip(), hashing, file);
  return {
    name,
    columns: columnsOf(table).map((column) => column.name),
    rows: rowsDone,
    sha256: hash.digest('hex'),
  };
}

/** The rows of `table` as JSON texts, a bounded number at a time. */
async function* batches(tx: Executor, table: PgTable): AsyncGenerator<string[]> {
  await tx.execute(sql`declare exported_rows no scroll cursor for ${rowsAsJson(table)}`);
  for (;;) {
    const { rows } = await tx.execute<{ row: string }>(sql.raw(`fetch ${batchRows} from exported_rows`));
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await tx.execute(sql`close exported_rows`);
}
