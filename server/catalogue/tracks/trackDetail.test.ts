import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { files, tracks } from '@/db/schema';
import { fileOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner } from '../../access/caller';
import { fillRecordings } from '../../retrieval/testing/recordings.testing';
import { trackDetail } from './trackDetail';

let library: TestDatabase;
beforeAll(async () => {
  library = await openTestDatabase();
  const { database } = library;
  await fillRecordings(database, 2);
  await database.delete(files);
  const upload = { origin: 'upload' as const, name: 'My song.flac' };
  const places = [
    { ...fileOf(1), missingSince: null },
    { ...fileOf(2), ...upload, missingSince: null },
  ];
  await database.insert(files).values(places);
  await database.update(tracks).set({ groupId: 1 }).where(eq(tracks.id, 2));
});
afterAll(() => library.close());

it('tells of the recording, whichever of its encodings is asked for', async () => {
  const first = await trackDetail(library.database, owner, 1);
  expect(first).toMatchObject({ trackId: 1, missing: false, encodings: 2 });
  expect(await trackDetail(library.database, owner, 2)).toEqual(first);
  expect(first.files.map(({ trackId, name }) => [trackId, name])).toEqual([
    [1, null],
    [2, 'My song.flac'],
  ]);
});

it('knows no track that is not there', async () => {
  await expect(trackDetail(library.database, owner, 99)).rejects.toMatchObject({ code: 'not-found' });
});
