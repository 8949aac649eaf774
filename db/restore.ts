import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { pipeline as pipelineEnd } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { and, eq, getTableName, isNotNull, not, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  catalogueTables,
  columnsOf,
  formatVersion,
  insertFromJson,
  manifestName,
  manifestShape,
  rowsFile,
  type BackupProgress,
  type Manifest,
  type TableManifest,
} from './backupFormat';
import type { Database, Executor } from './database';
import { codeOf, DatabaseError } from './databaseError';
import { newestAppliedMigration } from './migrate';
import { analyses, ownerId, people } from './schema';
import { catchUp, oldTable, type OldTable } from './upgradeBackup';

/** A statement takes rows up to this many characters of JSON, and at least one. */
const batchCharacters = 4_000_000;
/** The number of the advisory lock that restorations hold. */
const restorationLock = 1_919_251_572;

/** How to restore. */
export interface RestoreOptions {
  /** Remove what the catalogue holds first; without it a catalogue that is not empty is refused. */
  replace?: boolean;
  onProgress?: (progress: BackupProgress) => void;
  /** A UUID by which restoredMark tells afterwards that this restoration was committed. */
  mark?: string;
  /** Done in its transaction, while the rows that go are still there. */
  before?: (executor: Executor) => Promise<void>;
  /** What else belongs to it: done in its transaction, after all rows are there. */
  within?: (executor: Executor) => Promise<void>;
}

/**
 * Puts a backup made by backupDatabase, of this version or an older one, into the catalogue: all of it, or, where
 * anything is wrong, none. Where people sign in here and nobody of the backup could, its owner does with the name and
 * password of here.
 *
 * Throws a DatabaseError: 'unreadable' where the backup is incomplete or damaged, 'conflict' where it is of a
 * newer Circumplex or the catalogue is not empty, an owner with a password included, and `replace` is not set.
 */
export async function restoreDatabase(
  database: Database,
  directory: string,
  options: RestoreOptions = {},
): Promise<Manifest> {
  const manifest = await readManifest(directory);
  for (const table of manifest.tables) await verifyChecksum(directory, table);
  await database.transaction(async (tx) => {
    await waitForRestoration(tx);
    await checkSchema(tx, manifest);
    await options.before?.(tx);
    const signsIn = await ownerWhoSignsIn(tx);
    await emptyCatalogue(tx, options.replace ?? false);
    await tx.delete(people);
    for (const table of catalogueTables) {
      const held = manifest.tables.find(({ name }) => name === getTableName(table));
      const old = oldTable(manifest, getTableName(table));
      if (held) await restoreTable({ tx, table, held, old }, directory, options);
      else if (table === people) await tx.insert(people).values({ id: ownerId, name: 'owner' });
    }
    for (const statement of catchUp(manifest)) await tx.execute(statement);
    if (signsIn) await keepSignIn(tx, signsIn);
    for (const table of catalogueTables) await moveSequences(tx, table);
    if (options.mark !== undefined) await writeMark(tx, options.mark);
    await options.within?.(tx);
  });
  return manifest;
}

/**
 * The mark of the last restoration that was committed; null before the first. A server may still be committing one whose
 * process was killed: its end is waited for.
 */
export async function restoredMark(database: Database): Promise<string | null> {
  return database.transaction(async (tx) => {
    await waitForRestoration(tx);
    const { rows } = await tx.execute<{ mark: string | null }>(
      sql`select obj_description(${getTableName(people)}::regclass, 'pg_class') as mark`,
    );
    return rows[0].mark;
  });
}

/** One at a time: held until the end of the transaction, whoever asks for it meanwhile waits. */
async function waitForRestoration(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${restorationLock})`);
}

/** A comment on a table is written in its transaction, and needs no table of its own. */
async function writeMark(tx: Executor, mark: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(mark)) throw new DatabaseError('invalid', `invalid mark: ${mark} (a UUID)`);
  await tx.execute(sql`comment on table ${people} is ${sql.raw(`'${mark}'`)}`);
}

async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, manifestName);
  try {
    return manifestShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'it is missing: the backup was cut short' : 'it is damaged';
    throw new DatabaseError('unreadable', `cannot read ${path}: ${reason}; nothing was changed`, {
      cause: error,
    });
  }
}

async function verifyChecksum(directory: string, { name, sha256 }: TableManifest): Promise<void> {
  const path = join(directory, rowsFile(name));
  const hash = createHash('sha256');
  try {
    await pipelineEnd(createReadStream(path), hash);
  } catch (error) {
    throw new DatabaseError('unreadable', `cannot read ${path} of the backup; nothing was changed`, {
      cause: error,
    });
  }
  if (hash.digest('hex') !== sha256) {
    throw new DatabaseError('unreadable', `${path} is damaged (its checksum differs); nothing was changed`);
  }
}

async function checkSchema(tx: Executor, manifest: Manifest): Promise<void> {
  const newer =
    manifest.formatVersion > formatVersion || manifest.newestMigration > (await newestAppliedMigration(tx));
  const unknown = manifest.tables.flatMap(({ name, columns }) => {
    const table = catalogueTables.find((known) => getTableName(known) === name);
    const now = table ? columnsOf(table).map((column) => column.name) : [];
    const known = oldTable(manifest, name)?.columns ?? now;
    return columns.filter((column) => !known.includes(column)).map((column) => `${name}.${column}`);
  });
  if (newer || unknown.length > 0) {
    const what = unknown.length > 0 ? ` (it holds ${unknown[0]})` : '';
    throw new DatabaseError(
      'conflict',
      `the backup was made by another version of Circumplex${what}; restore it with that one`,
    );
  }
}

async function emptyCatalogue(tx: Executor, replace: boolean): Promise<void> {
  if (replace) {
    await tx.execute(
      sql`truncate ${sql.join(
        catalogueTables.map((table) => sql`${table}`),
        sql`, `,
      )} cascade`,
    );
    return;
  }
  for (const table of catalogueTables) {
    // The owner is there from the start, without a password.
    const isKept = table === people && (await ownerWhoSignsIn(tx)) !== undefined;
    if (!isKept && (await tx.$count(table)) <= (table === people ? 1 : 0)) continue;
    throw new DatabaseError(
      'conflict',
      `the catalogue is not empty (${getTableName(table)}); restore with replace to remove it first`,
    );
  }
}

/** The first owner who signs in by name here; undefined where nobody does. */
async function ownerWhoSignsIn(tx: Executor): Promise<typeof people.$inferSelect | undefined> {
  const isOwner = and(eq(people.role, 'owner'), isNotNull(people.passwordHash));
  const [owner] = await tx.select().from(people).where(isOwner).orderBy(people.id).limit(1);
  return owner;
}

/** Where a backup names nobody who could sign in, its owner does as before: else everybody could come in who could not. */
async function keepSignIn(
  tx: Executor,
  { name, passwordHash }: Pick<typeof people.$inferSelect, 'name' | 'passwordHash'>,
): Promise<void> {
  if ((await tx.$count(people, isNotNull(people.passwordHash))) > 0) return;
  const isOwner = eq(people.id, ownerId);
  const isOther = and(sql`lower(${people.name}) = lower(${name})`, not(isOwner));
  const isNameTaken = (await tx.$count(people, isOther)) > 0;
  await tx
    .update(people)
    .set({ passwordHash, role: 'owner', ...(!isNameTaken && { name }) })
    .where(isOwner);
}

async function restoreTable(
  { tx, table, held, old }: { tx: Executor; table: PgTable; held: TableManifest; old?: OldTable },
  directory: string,
  { onProgress }: RestoreOptions,
): Promise<void> {
  let rowsDone = 0;
  for await (const batch of batchesOf(join(directory, rowsFile(held.name)))) {
    const rowsJson = `[${batch.join(',')}]`;
    const statements = old?.insert(rowsJson) ?? [insertFromJson(table, held.columns, rowsJson)];
    for (const statement of statements) await tx.execute(statement);
    rowsDone += batch.length;
    onProgress?.({ table: held.name, rowsDone, rowsTotal: held.rows });
  }
  if (rowsDone !== held.rows) {
    throw new DatabaseError(
      'unreadable',
      `${held.name} holds ${rowsDone} rows and should hold ${held.rows}; nothing was changed`,
    );
  }
}

/** The lines of a compressed file, gathered up to a bounded size. */
async function* batchesOf(path: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for await (const line of linesOf(path)) {
    batch.push(line);
    characters += line.length;
    if (characters < batchCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  // A fault of either stream ends the iteration below with it.
  const text = pipeline(createReadStream(path), createGunzip(), () => undefined).setEncoding('utf8');
  let rest = '';
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

/** Lets new rows be numbered after the restored ones; never backwards, so that no number comes twice. */
async function moveSequences(tx: Executor, table: PgTable): Promise<void> {
  const identity = columnsOf(table).find((column) => column.generatedIdentity);
  if (identity) {
    const { rows } = await tx.execute<{ name: string }>(
      sql`select pg_get_serial_sequence(${getTableName(table)}, ${identity.name}) as name`,
    );
    await tx.execute(advance(rows[0].name, identity, table));
  }
  if (table === analyses) await tx.execute(advance('analysis_revision', analyses.revision, table));
}

function advance(sequence: string, column: PgColumn, table: PgTable): SQL {
  return sql`select setval(${sequence}, greatest(max(${column}), nextval(${sequence}))) from ${table}`;
}
