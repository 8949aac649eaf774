import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { audioFileOf, openAudioFileOf, type OpenAudioFile } from './audioFile';
import { importedNow } from '../base/testing/importedFile.testing';
import { wavBytes } from './testing/soundBytes.testing';

let library: TestDatabase;
let folder: string;
const pathOf = (track: number) => join(folder, `${track}.wav`);

/** Track 1 is of 32 bits, 2 of 16 and the same recording, 3 has six channels, 4 no file. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-sounds-'));
  library = await openTestDatabase();
  const { database } = library;
  writeFileSync(pathOf(1), wavBytes({ bits: 32 }));
  writeFileSync(pathOf(2), wavBytes());
  writeFileSync(pathOf(3), wavBytes({ channels: 6 }));
  await database
    .insert(schema.tracks)
    .values([trackOf(1), { ...trackOf(2), groupId: 1 }, trackOf(3), trackOf(4)]);
  await database
    .insert(schema.files)
    .values(
      [1, 2, 3].map((track) => ({ ...fileOf(track), ...importedNow(pathOf(track)), missingSince: null })),
    );
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

async function closed(opening: Promise<OpenAudioFile>): Promise<OpenAudioFile> {
  const file = await opening;
  await file.handle?.close();
  return file;
}

describe('audioFileOf', () => {
  it('is another encoding of the recording where browsers cannot play the track’s own', async () => {
    const playable = { path: pathOf(2), payloadHash: trackOf(2).payloadHash, mediaType: 'audio/wav' };
    expect(await audioFileOf(library.database, 1)).toMatchObject(playable);
    expect(await audioFileOf(library.database, 2)).toMatchObject(playable);
  });

  it('is the track’s own, to be converted, where no encoding can be played', async () => {
    const ofMany = await audioFileOf(library.database, 3);
    expect(ofMany).toMatchObject({ path: pathOf(3), payloadHash: trackOf(3).payloadHash });
    expect(ofMany.mediaType).toBeUndefined();
    const { files } = schema;
    await library.database.update(files).set({ missingSince: new Date() }).where(eq(files.trackId, 2));
    expect(await audioFileOf(library.database, 1)).toMatchObject({
      path: pathOf(1),
      payloadHash: trackOf(1).payloadHash,
    });
  });

  it('follows a file that was changed once it has been read again, and tells of it until then', async () => {
    writeFileSync(pathOf(3), wavBytes({ channels: 2 }));
    const changed: string[] = [];
    const onChanged = (path: string) => Promise.resolve(void changed.push(path));
    expect(await closed(openAudioFileOf(library.database, 3, { onChanged }))).not.toHaveProperty('mediaType');
    expect(changed).toEqual([pathOf(3)]);
    await library.database
      .update(schema.files)
      .set(importedNow(pathOf(3)))
      .where(eq(schema.files.trackId, 3));
    expect(await closed(openAudioFileOf(library.database, 3, { onChanged }))).toMatchObject({
      mediaType: 'audio/wav',
    });
    expect(changed).toHaveLength(1);
  });

  it('is the first one where none can be read, whose reader says why', async () => {
    rmSync(pathOf(1));
    expect(await audioFileOf(library.database, 1)).toMatchObject({ path: pathOf(1) });
  });

  it('is refused where no file is on disk, or no such track', async () => {
    for (const trackId of [4, 99])
      await expect(audioFileOf(library.database, trackId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
