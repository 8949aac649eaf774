import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { audioFileOf } from './audioFile';
import { playableType } from './playable';

let library: TestDatabase;

/** Track 1 is an AIFF, 2 a FLAC of the same recording, 3 has six channels, 4 no file. */
beforeAll(async () => {
  library = await openTestDatabase();
  const { database } = library;
  const flac = { container: 'flac', codec: 'FLAC' };
  await database.insert(schema.tracks).values([
    { ...trackOf(1), container: 'aiff', codec: 'PCM' },
    { ...trackOf(2), ...flac, groupId: 1 },
    { ...trackOf(3), ...flac, channels: 6 },
    { ...trackOf(4), ...flac },
  ]);
  await database.insert(schema.files).values([1, 2, 3].map((i) => ({ ...fileOf(i), missingSince: null })));
});
afterAll(() => library.close());

describe('audioFileOf', () => {
  it('is another encoding of the recording where browsers cannot play the track’s own', async () => {
    const flac = { path: '/music/2.flac', payloadHash: trackOf(2).payloadHash, mediaType: 'audio/flac' };
    expect(await audioFileOf(library.database, 1)).toEqual(flac);
    expect(await audioFileOf(library.database, 2)).toEqual(flac);
  });

  it('is the track’s own, to be converted, where no encoding can be played', async () => {
    const ofMany = { path: '/music/3.flac', mediaType: undefined };
    expect(await audioFileOf(library.database, 3)).toMatchObject(ofMany);
    const { files } = schema;
    await library.database.update(files).set({ missingSince: new Date() }).where(eq(files.trackId, 2));
    expect(await audioFileOf(library.database, 1)).toMatchObject({ path: '/music/1.flac' });
    expect((await audioFileOf(library.database, 1)).mediaType).toBeUndefined();
  });

  it('is refused where no file is on disk, or no such track', async () => {
    for (const trackId of [4, 99])
      await expect(audioFileOf(library.database, trackId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('playableType', () => {
  it.each([
    [{ container: 'mp3', codec: 'MPEG 1 Layer 3', channels: 2 }, 'audio/mpeg'],
    [{ container: 'ogg-opus', codec: 'Opus', channels: 1 }, 'audio/ogg'],
    [{ container: 'wav', codec: 'PCM', channels: 2 }, 'audio/wav'],
    [{ container: 'wav', codec: 'ADPCM', channels: 2 }, undefined],
    [{ container: 'flac', codec: 'FLAC', channels: 6 }, undefined],
    [{ container: 'aiff', codec: 'PCM', channels: 2 }, undefined],
    [{ container: 'm4a', codec: 'ALAC', channels: 2 }, undefined],
  ])('of %j is %s', (question, expected) => expect(playableType(question)).toBe(expected));
});
