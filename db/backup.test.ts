import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupDatabase } from './backup';
import { catalogueTables, manifestName, rowsFile, type BackupProgress, type Manifest } from './backupFormat';
import { restoreDatabase } from './restore';
import { accessTokens, people, sessions, analyses, tracks } from './schema';
import { fillCatalogue, trackOf, analysisOf } from './testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from './testing/database.testing';

// More than one batch of rows.
const trackCount = 520;

describe('a backup', () => {
  let folder: string;
  let source: TestDatabase;
  let target: TestDatabase;
  let manifest: Manifest;
  const seen: BackupProgress[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
    source = await openTestDatabase();
    target = await openTestDatabase();
    await fillCatalogue(source.database, trackCount);
    // Digits that JavaScript's numbers and dates would lose.
    await source.database.execute(sql`update analyses set valence_deviation = 1::real / 3,
      emotion = point(1::float8 / 3, -0.1), analysed_at = '2026-02-03 04:05:06.123456+00' where track_id = 7`);
    manifest = await backupDatabase(source.database, folder, { onProgress: (step) => seen.push(step) });
  });
  beforeEach(async () => {
    const tables = sql.join(
      catalogueTables.map((table) => sql`${table}`),
      sql`, `,
    );
    await target.database.execute(sql`truncate ${tables} cascade`);
  });
  afterAll(async () => {
    await source.close();
    await target.close();
    rmSync(folder, { recursive: true });
  });

  it('restored into an empty catalogue gives every row of every table, and new rows new numbers', async () => {
    await restoreDatabase(target.database, folder);
    for (const table of catalogueTables) {
      const name = getTableName(table);
      const rows = await textsOf(source, name);
      expect(rows.length, `${name} is filled by the test`).toBeGreaterThan(0);
      expect(await textsOf(target, name)).toEqual(rows);
      expect(manifest.tables.find((held) => held.name === name)!.rows).toBe(rows.length);
    }
    const [track] = await target.database
      .insert(tracks)
      .values(trackOf(trackCount + 1))
      .returning();
    expect(track.id).toBeGreaterThan(trackCount);
    const [analysis] = await target.database
      .insert(analyses)
      .values({ ...analysisOf(trackCount + 1), trackId: track.id })
      .returning();
    expect(analysis.revision).toBeGreaterThan(trackCount);
  });

  it('tells how far it is', () => {
    expect(seen).toContainEqual({ table: 'tracks', rowsDone: 500, rowsTotal: trackCount });
    expect(seen).toContainEqual({ table: 'tracks', rowsDone: trackCount, rowsTotal: trackCount });
  });

  it('is text that other programs read', () => {
    const [line] = gunzipSync(readFileSync(join(folder, rowsFile('analyses'))))
      .toString()
      .split('\n');
    const { curve, ...row } = JSON.parse(line) as { curve: string; embedding: number[]; emotion: number[] };
    const expected = analysisOf(1);
    expect(row).toMatchObject({
      emotion: expected.emotion,
      embedding: expected.embedding,
      sketch: expected.sketch,
    });
    expect([...Buffer.from(curve, 'base64')]).toEqual([...expected.curve]);
    expect((row as unknown as { analysed_at: string }).analysed_at).toBe('2026-01-01T00:00:00.001+00:00');
  });

  it('replaces a catalogue that is not empty only when told to', async () => {
    await target.database.insert(tracks).values(trackOf(9999));
    await expect(restoreDatabase(target.database, folder)).rejects.toMatchObject({ code: 'conflict' });
    expect(await target.database.$count(tracks)).toBe(1);
    await restoreDatabase(target.database, folder, { replace: true });
    expect(await textsOf(target, 'tracks')).toEqual(await textsOf(source, 'tracks'));
  });

  it('lets nobody in: neither sessions nor tokens are in it, and those of the catalogue it replaces end', async () => {
    const { database } = target;
    const [{ id: personId }] = await database.insert(people).values({ name: 'Anna' }).returning();
    const expiresAt = new Date(Date.now() + 60_000);
    const session = { personId, secretHash: 'a', address: '::1', browser: 'Firefox', expiresAt };
    await database.insert(sessions).values(session);
    await database.insert(accessTokens).values({ personId, secretHash: 'b', name: 'script' });
    await restoreDatabase(database, folder, { replace: true });
    expect([await database.$count(sessions), await database.$count(accessTokens)]).toEqual([0, 0]);
    expect(manifest.tables.map(({ name }) => name)).not.toContain('sessions');
  });

  it('never opens to everybody a library in which people sign in', async () => {
    const { database } = target;
    const bare = join(folder, 'bare');
    const empty = await openTestDatabase();
    await backupDatabase(empty.database, bare);
    await empty.close();
    const anna = { id: 1, name: 'Anna', role: 'owner', passwordHash: '$argon2id$' } as const;
    await database.insert(people).values(anna);
    await expect(restoreDatabase(database, bare)).rejects.toThrow('the catalogue is not empty (people)');
    await restoreDatabase(database, bare, { replace: true });
    expect(await database.select().from(people)).toMatchObject([anna]);
    rmSync(bare, { recursive: true });
  });

  it('does not replace people without being told to', async () => {
    await target.database.insert(people).values([{ name: 'Anna' }, { name: 'Ben' }]);
    await expect(restoreDatabase(target.database, folder)).rejects.toThrow(
      'the catalogue is not empty (people); restore with replace to remove it first',
    );
  });

  it('is refused when damaged, cut short or newer, and changes nothing', async () => {
    await target.database.insert(tracks).values(trackOf(9999));
    const before = await textsOf(target, 'tracks');

    const file = join(folder, rowsFile('jobs'));
    const sound = readFileSync(file);
    const damaged = Buffer.from(sound);
    damaged[damaged.length >> 1] ^= 1;
    writeFileSync(file, damaged);
    await expectRefusal('unreadable', 'is damaged');
    rmSync(file);
    await expectRefusal('unreadable', 'cannot read');
    writeFileSync(file, sound);

    rewriteManifest({ ...manifest, newestMigration: manifest.newestMigration + 1 });
    await expectRefusal('conflict', 'another version');
    rewriteManifest({
      ...manifest,
      tables: manifest.tables.map((table) => (table.name === 'jobs' ? { ...table, rows: 1 } : table)),
    });
    await expectRefusal('unreadable', 'should hold 1');
    rmSync(join(folder, manifestName));
    await expectRefusal('unreadable', 'cut short');
    rewriteManifest(manifest);
    expect(await textsOf(target, 'tracks')).toEqual(before);
  });

  it('is not written over another', async () => {
    await expect(backupDatabase(source.database, folder)).rejects.toMatchObject({ code: 'invalid' });
  });

  async function expectRefusal(code: string, words: string): Promise<void> {
    const refused: unknown = await restoreDatabase(target.database, folder, { replace: true }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ name: 'AppError', code });
    expect(String(refused)).toContain(words);
  }

  function rewriteManifest(manifest: Manifest): void {
    writeFileSync(join(folder, manifestName), JSON.stringify(manifest));
  }
});

/** Every row of a table as Postgres itself writes it, in a fixed order. */
async function textsOf({ database }: TestDatabase, table: string): Promise<string[]> {
  const { rows } = await database.execute<{ text: string }>(
    sql.raw(`select t::text as text from ${table} t order by 1`),
  );
  return rows.map(({ text }) => text);
}
