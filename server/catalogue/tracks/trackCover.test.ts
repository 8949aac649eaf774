import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { files, tracks } from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { tagColumns } from '../import/fileLabels';
import { trackCover } from './trackCover';

let library: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'circumplex-cover-'));

/** Silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz. */
const frame = Buffer.alloc(417);
frame.set([0xff, 0xfb, 0x90, 0x00]);
const sound = Buffer.concat(Array.from({ length: 20 }, () => frame));
const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0x00, 0x01]);

beforeAll(async () => {
  library = await openTestDatabase();
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

it('is read from the file that has one, unsynchronised and under a name of another kind', async () => {
  const data = Buffer.concat([Buffer.from('\0JPG\x03\0', 'latin1'), picture]);
  const tag = writeId3v2({ version: 2, unsynchronised: true, frames: [{ id: 'PIC', data }] });
  const untagged = { title: null, artists: [], album: null, genre: null, year: null, trackNumber: null };
  await library.database.insert(tracks).values([trackOf(1), trackOf(2)]);
  for (const [i, bytes, hasCover] of [
    [1, sound, false],
    [2, Buffer.concat([tag, sound]), true],
  ] as const) {
    const file = {
      ...fileOf(i),
      name: null,
      path: join(folder, `${i}.flac`),
      trackId: 1,
      missingSince: null,
    };
    writeFileSync(file.path, bytes);
    await library.database.insert(files).values({ ...file, ...tagColumns(file, { ...untagged, hasCover }) });
  }
  const { bytes, mediaType } = await trackCover(library.database, 1);
  expect([mediaType, [...bytes]]).toEqual(['image/jpeg', [...picture]]);
  await expect(trackCover(library.database, 2)).rejects.toMatchObject({ code: 'not-found' });
});
