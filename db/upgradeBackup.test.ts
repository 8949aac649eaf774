import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueTables, formatVersion, manifestName, rowsAsJson, rowsFile } from './backupFormat';
import { migrationsDirectory } from './migrate';
import { restoreDatabase } from './restore';
import { batches, corrections, files, importJobs, jobs, people, sounds, tracks } from './schema';
import { openTestDatabase, type TestDatabase } from './testing/database.testing';
import { fillOldCatalogue, oldVersion } from './testing/oldCatalogue.testing';
import { openOldDatabase, type OldDatabase } from './testing/oldDatabase.testing';
import { jobKindsMigration, labelsMigration, peopleMigration, recordingsMigration } from './upgradeBackup';

/** Tables that were kept otherwise. */
const otherTables: string[] = [tracks, files, sounds, corrections, batches, jobs].map(getTableName);

describe('a backup of the version before kinds of job and people', () => {
  let folder: string;
  let migrated: TestDatabase;
  let restored: TestDatabase;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
    migrated = await openOldDatabase(oldVersion.tag, async (old) => {
      await fillOldCatalogue(old);
      await writeOldBackup(old, folder);
    });
    restored = await openTestDatabase();
    await restoreDatabase(restored.database, folder);
  });
  afterAll(async () => {
    await migrated.close();
    await restored.close();
    rmSync(folder, { recursive: true });
  });

  it.each(catalogueTables.map(getTableName))('gives %s as migrating does', async (table) => {
    const rows = await rowsOf(migrated, table);
    expect(await rowsOf(restored, table)).toEqual(rows);
  });

  it('holds every job with its file, and the owner with the corrections', async () => {
    const files = await restored.database.select().from(importJobs).orderBy(importJobs.jobId);
    expect(files).toHaveLength(11);
    expect(files[4]).toEqual({
      ...{ jobId: 5, path: '/data/uploads/ab/cd.mp3', sizeBytes: 2000, modifiedMs: 1_763_000_000_000 },
      ...{ origin: 'upload', name: 'My sóng.mp3', trackId: null },
    });
    const [job] = await restored.database
      .select()
      .from(jobs)
      .orderBy(sql`${jobs.id} = 5 desc`)
      .limit(1);
    expect(job).toMatchObject({
      ...{ id: 5, kind: 'import', payload: {}, label: 'My sóng.mp3', detail: '/data/uploads/ab/cd.mp3' },
      ...{ exclusiveKey: 'file:/data/uploads/ab/cd.mp3', weight: 2000, priority: 0, state: 'running' },
      ...{ leaseOwner: '{"pid":1}', progress: 0.25, audioSeconds: 60 },
    });
    const artists = await restored.database
      .select({ artists: tracks.artists })
      .from(tracks)
      .orderBy(tracks.id);
    expect(artists).toEqual([
      { artists: ['Artist 1'] },
      { artists: [] },
      { artists: ['Artist 3'] },
      { artists: [] },
    ]);
    expect(await restored.database.select().from(people)).toMatchObject([
      { id: 1, name: 'owner', role: 'owner', passwordHash: null },
    ]);
    expect(await restored.database.select().from(corrections)).toMatchObject([
      { personId: 1, trackId: 2, valence: -0.25, arousal: 1 },
    ]);
  });

  it('numbers new jobs after those it brought', async () => {
    const job = { batchId: 1, kind: 'import', payload: {}, label: 'new' };
    for (const { database } of [migrated, restored]) {
      const [{ id }] = await database.insert(jobs).values(job).returning();
      expect(id).toBeGreaterThan(11);
    }
  });

  it('is told by the moment of the migration, as the journal has it', () => {
    const { entries } = JSON.parse(
      readFileSync(join(migrationsDirectory(), 'meta', '_journal.json'), 'utf8'),
    ) as { entries: { tag: string; when: number }[] };
    const whenOf = (tag: string) => entries.find((entry) => entry.tag === tag)?.when;
    expect(whenOf(oldVersion.tag)).toBe(oldVersion.migration);
    expect(whenOf('0006_job_kinds')).toBe(jobKindsMigration);
    expect(whenOf('0010_labels')).toBe(labelsMigration);
    expect(whenOf('0011_recordings')).toBe(recordingsMigration);
    expect(whenOf('0013_people_sign_in')).toBe(peopleMigration);
  });
});

/** A backup as that version wrote it: what backupDatabase writes, of the tables and columns there were. */
async function writeOldBackup(old: OldDatabase, folder: string): Promise<void> {
  mkdirSync(join(folder, 'tables'));
  const tables = [];
  const there = (await old.execute(sql`select tablename from pg_tables where schemaname = 'public'`)).rows;
  for (const table of catalogueTables) {
    const name = getTableName(table);
    if (!there.some(({ tablename }) => tablename === name)) continue;
    const query = otherTables.includes(name) ? oldRows(name) : rowsAsJson(table);
    const lines = (await old.execute(query)).rows.map(({ row }) => `${String(row)}\n`);
    const content = gzipSync(lines.join(''));
    writeFileSync(join(folder, rowsFile(name)), content);
    tables.push({
      ...{ name, columns: columnsIn(lines), rows: lines.length },
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  }
  const madeAt = new Date().toISOString();
  const manifest = {
    format: 'circumplex backup',
    formatVersion,
    madeAt,
    newestMigration: oldVersion.migration,
  };
  writeFileSync(join(folder, manifestName), JSON.stringify({ ...manifest, tables }));
}

/** The rows of a table by the columns it had; bytes in base64. */
function oldRows(name: string) {
  const bytes =
    name === 'sounds'
      ? sql.raw(
          " || jsonb_build_object('waveform', encode(waveform, 'base64'), 'fingerprint', encode(fingerprint, 'base64'))",
        )
      : sql.raw('');
  return sql`select (to_jsonb(old)${bytes})::text as row from ${sql.identifier(name)} old`;
}

function columnsIn([line]: string[]): string[] {
  return line === undefined ? [] : Object.keys(JSON.parse(line) as object);
}

/** Every row of a table as Postgres itself writes it, in a fixed order; of people not when they were added. */
async function rowsOf({ database }: TestDatabase, table: string): Promise<string[]> {
  const { rows } = await database.execute<{ text: string }>(
    sql`select (to_jsonb(t) ${table === 'people' ? sql`- 'added_at'` : sql``})::text as text
      from ${sql.identifier(table)} t order by 1`,
  );
  return rows.map(({ text }) => text);
}
