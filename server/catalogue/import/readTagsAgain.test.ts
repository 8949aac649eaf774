import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batches, files, jobs, tracks } from '@/db/schema';
import { owner } from '../../access/caller';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { catalogueKinds, openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { listTracks } from '../tracks/listTracks';
import { tagReader } from './fileLabels';
import { fillKeys } from './fillKeys';
import { queueOutdatedTags, queueReadTags, readTagsKind } from './readTagsAgain';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary((dataDirectory) => [...catalogueKinds(dataDirectory), readTagsKind]);
});
afterAll(() => library.close());

async function titles(text: string): Promise<string[]> {
  const page = { sort: 'title' as const, descending: false, offset: 0, limit: 10 };
  const { rows } = await listTracks(library.database, owner, { filter: { text }, ...page });
  return rows.map(({ title }) => title);
}

/** Writes other tags into a file and gives it its size and time back, as taggers can. */
function retag(path: string, title: string): void {
  const { atime, mtime, size } = statSync(path);
  writeTestWav(path, { seed: 1, info: { INAM: title, IART: 'Somebody', IPRD: 'First Album' } });
  utimesSync(path, atime, mtime);
  expect(statSync(path)).toMatchObject({ size, mtimeMs: mtime.getTime() });
}

// One story, told in order.
describe('tags read again', () => {
  it('show what was written though size and time are the same', async () => {
    const info = { INAM: 'Before', IART: 'Somebody', IPRD: 'First Album' };
    writeTestWav(at('one.wav'), { seed: 1, info });
    utimesSync(at('one.wav'), 1_700_000_000, 1_700_000_000);
    await library.import();
    const { files: before, analyses } = await library.rows();
    expect(before[0]).toMatchObject({ tagReader, tags: { title: 'Before', artists: ['Somebody'] } });
    retag(at('one.wav'), 'Behind');
    expect(await titles('behind')).toEqual([]);
    expect(await queueReadTags(library.database, library.folder)).toBe(true);
    expect(await queueReadTags(library.database, library.folder)).toBe(false);
    expect(await library.database.$count(batches)).toBe(2);
    await library.work();
    expect(await titles('behind')).toEqual(['Behind']);
    const after = await library.rows();
    expect(after.analyses).toEqual(analyses);
    expect(after.files[0].changedMs).toBeGreaterThanOrEqual(before[0].changedMs!);
    expect(after.files[0].changedMs).toBe(Math.floor(statSync(at('one.wav')).ctimeMs));
  });

  it('are those of the folder alone', async () => {
    retag(at('one.wav'), 'Beyond');
    await queueReadTags(library.database, `${library.folder}-other`);
    await library.work();
    expect(await titles('beyond')).toEqual([]);
    await queueReadTags(library.database, null);
    await library.work();
    expect(await titles('beyond')).toEqual(['Beyond']);
  });

  it('name a recording by its files, not by which was read last', async () => {
    const info = { INAM: 'Beyond', IART: 'Somebody', IPRD: 'Greatest Hits' };
    writeTestWav(at('two.wav'), { seed: 1, info });
    writeTestWav(at('three.wav'), { seed: 1 });
    await library.import();
    expect(await library.database.$count(tracks)).toBe(1);
    const albums = async () => (await library.rows()).tracks.map(({ album, title }) => [album, title]);
    expect(await albums()).toEqual([['First Album', 'Beyond']]);
    for (const text of ['first album', 'greatest hits', 'three'])
      expect(await titles(text)).toEqual(['Beyond']);
    utimesSync(at('one.wav'), 1_600_000_000, 1_600_000_000);
    await library.import();
    utimesSync(at('two.wav'), 1_600_000_000, 1_600_000_000);
    await library.import();
    expect(await albums()).toEqual([['First Album', 'Beyond']]);
  });

  it('are read once more after an older version; meanwhile tracks are found by what they are called', async () => {
    const { database } = library;
    expect(await queueOutdatedTags(database)).toBe(false);
    await database.update(files).set({ tags: null, tagReader: 0, searchKey: null, changedMs: null });
    await database.update(tracks).set({ titleKey: null, artistKey: null });
    expect(await fillKeys(database)).toBe(4);
    expect(await fillKeys(database)).toBe(0);
    expect(await titles('beyond')).toEqual(['Beyond']);
    expect(await titles('greatest')).toEqual([]);
    expect(await queueOutdatedTags(database)).toBe(true);
    await library.work();
    expect(await titles('greatest')).toEqual(['Beyond']);
    expect(await queueOutdatedTags(database)).toBe(false);
    const [row] = await database.select().from(tracks);
    expect(row).toMatchObject({ titleKey: 'beyond', artistKey: 'somebody', album: 'First Album' });
  });

  it('were taken from another file of the same size and time, which passed for what was imported from then on', async () => {
    const { database } = library;
    const file = async () => {
      const [row] = await database
        .select()
        .from(files)
        .where(eq(files.path, at('one.wav')));
      const [track] = await database.select().from(tracks).where(eq(tracks.id, row.trackId));
      return { changedMs: row.changedMs, payloadHash: track.payloadHash };
    };
    const before = await file();
    const { atime, mtime, size } = statSync(at('one.wav'));
    writeTestWav(at('one.wav'), { seed: 9, info: { INAM: 'Beyond', IART: 'Somebody', IPRD: 'First Album' } });
    utimesSync(at('one.wav'), atime, mtime);
    expect(statSync(at('one.wav')).size).toBe(size);
    await queueReadTags(database, null);
    await library.work();
    const after = await file();
    expect(after.changedMs).not.toBe(before.changedMs);
    expect(after.payloadHash).not.toBe(before.payloadHash);
  });

  it('say how many could not be read, and leave them as they were', async () => {
    const { database } = library;
    await database
      .update(files)
      .set({ path: at('gone.wav') })
      .where(eq(files.path, at('two.wav')));
    await queueReadTags(database, null);
    await library.work();
    expect(await titles('greatest')).toEqual(['Beyond']);
    const warned = await database
      .select({ warning: jobs.warning })
      .from(jobs)
      .where(eq(jobs.kind, 'read-tags'))
      .orderBy(jobs.id);
    expect(warned.at(-1)?.warning).toBe('the tags of 1 file could not be read and are as they were');
  });
});
