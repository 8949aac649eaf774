import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { files, jobs, tracks } from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { textData, writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { AnalysisClient } from '../../analysis/analysisClient';
import { timesOf } from '../../base/importedFile';
import { tagColumns } from '../import/fileLabels';
import { trackCover } from './trackCover';

let library: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'circumplex-cover-'));
const dataDirectory = join(folder, 'data');
const kept = join(dataDirectory, 'cache', 'covers');

/** Silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz. */
const frame = Buffer.alloc(417);
frame.set([0xff, 0xfb, 0x90, 0x00]);
const sound = Buffer.concat(Array.from({ length: 20 }, () => frame));
const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0x00, 0x01]);
const pictured = writeId3v2({
  version: 2,
  unsynchronised: true,
  frames: [{ id: 'PIC', data: Buffer.concat([Buffer.from('\0JPG\x03\0', 'latin1'), picture]) }],
});
const untagged = { title: null, artists: [], album: null, genre: null, year: null, trackNumber: null };

beforeAll(async () => {
  library = await openTestDatabase();
  await library.database.insert(tracks).values([trackOf(1), trackOf(2)]);
});
beforeEach(async () => {
  await library.database.delete(files);
  rmSync(kept, { recursive: true, force: true });
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

/** A file of track 1, as an older version left it: nobody has looked for its picture. */
async function addFile(id: number, bytes: Uint8Array, hasCover = true): Promise<string> {
  const path = join(folder, `${id}.flac`);
  writeFileSync(path, bytes);
  const times = timesOf(statSync(path, { bigint: true }));
  const file = { ...fileOf(id), ...times, name: null, path, trackId: 1, missingSince: null };
  const tags = tagColumns(file, { ...untagged, hasCover });
  await library.database.insert(files).values({ ...file, ...tags, cover: null });
  return path;
}

const cover = () => trackCover({ database: library.database, dataDirectory }, 1);

describe('trackCover', () => {
  it('is of the file that has one, unsynchronised and under a name of another kind, and read once', async () => {
    await addFile(1, sound, false);
    const path = await addFile(2, Buffer.concat([pictured, sound]));
    const answers = await Promise.all([cover(), cover()]);
    for (const { path: at, mediaType } of answers)
      expect([mediaType, [...readFileSync(at)]]).toEqual(['image/jpeg', [...picture]]);
    expect(readdirSync(kept)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.jpg$/)]);
    rmSync(path);
    expect([...readFileSync((await cover()).path)]).toEqual([...picture]);
    const place = { database: library.database, dataDirectory };
    await expect(trackCover(place, 2)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is never read in the server’s process', async () => {
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    await addFile(1, Buffer.concat([pictured, sound]));
    await cover();
    expect(request.mock.calls.map(([{ name }]) => name)).toEqual(['cover']);
    await cover();
    expect(request).toHaveBeenCalledTimes(1);
    request.mockRestore();
  });

  it('is no picture that carries scripts, whatever its tag calls it, and not looked for again', async () => {
    const data = Buffer.from('\0image/png\0\x03\0<svg onload="alert(1)"/>', 'latin1');
    const tag = writeId3v2({ version: 4, frames: [{ id: 'APIC', data }] });
    await addFile(1, Buffer.concat([tag, sound]));
    for (const time of [1, 2]) {
      await expect(cover(), `time ${time}`).rejects.toMatchObject({ code: 'not-found' });
      const [file] = await library.database.select().from(files);
      expect(file.cover).toBe('');
    }
    expect(existsSync(kept)).toBe(false);
  });

  it('is none where the tag has a million frames, which do not hold up whoever else asks', async () => {
    const text = { id: 'TXXX', data: textData('x') };
    const tag = Buffer.from(writeId3v2({ version: 3, frames: Array<typeof text>(1_000_000).fill(text) }));
    await addFile(1, Buffer.concat([tag, sound]));
    const asked = cover().then(
      () => 'a picture',
      (error: { code: string }) => error.code,
    );
    let longestMs = 0;
    let last = Date.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, Date.now() - last);
      last = Date.now();
    }, 10);
    expect(await asked).toBe('not-found');
    clearInterval(beat);
    expect(longestMs).toBeLessThan(2000);
  });

  it.each([{}, { limit: 'time' }] as const)(
    'was noted as none for good where the process only died, or a disk was asleep: %j',
    async (cause) => {
      await addFile(1, Buffer.concat([pictured, sound]));
      const death = { kind: 'died', reason: 'a test', ...cause } as const;
      const request = vi.spyOn(AnalysisClient.prototype, 'request').mockResolvedValueOnce(death);
      await expect(cover()).rejects.toMatchObject({ code: 'unavailable' });
      expect([...readFileSync((await cover()).path)]).toEqual([...picture]);
      expect(request).toHaveBeenCalledTimes(2);
      request.mockRestore();
    },
  );

  it('is refused where the file was changed to a link to another, which is looked at again once', async () => {
    const path = await addFile(1, Buffer.concat([pictured, sound]));
    const other = join(folder, 'other.mp3');
    writeFileSync(other, Buffer.concat([pictured, sound, frame]));
    rmSync(path);
    symlinkSync(other, path);
    for (const time of [1, 2]) {
      await expect(cover(), `time ${time}`).rejects.toMatchObject({ code: 'conflict' });
      expect(await library.database.$count(jobs, eq(jobs.detail, path))).toBe(1);
    }
  });
});
