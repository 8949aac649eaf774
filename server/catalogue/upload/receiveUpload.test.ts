import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dismissJobs } from '../../jobs/dismissJobs';
import { problems } from '../../jobs/problems';
import { cleanIncoming, receiveUpload, type Upload } from './receiveUpload';
import { removeTracks } from '../tracks/removeTracks';
import { catalogueKinds, openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';

let library: TestLibrary;
let sound: Buffer;

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(join(library.folder, 'sound.wav'), { seed: 4 });
  sound = readFileSync(join(library.folder, 'sound.wav'));
});
afterAll(() => library.close());

function upload(bytes: Buffer, asked: Partial<Upload> = {}) {
  const { database, dataDirectory } = library;
  const body = Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]);
  return receiveUpload(
    { database, dataDirectory },
    { body, name: 'My sóng.wav', declaredBytes: bytes.length, ...asked },
  );
}

/** Every file that uploads have left in the data directory. */
function kept(): string[] {
  return readdirSync(join(library.dataDirectory, 'uploads'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('an upload', () => {
  it('is kept under the hash of its content, analysed, and called as the person called it', async () => {
    const { batchId, jobId, unchanged } = await upload(sound);
    expect(unchanged).toBe(false);
    expect(jobId).not.toBeNull();
    await library.work();
    const { tracks, files } = await library.rows();
    expect(tracks).toMatchObject([{ title: 'My sóng' }]);
    expect(files).toMatchObject([{ origin: 'upload', name: 'My sóng.wav' }]);
    expect(files[0].path).toMatch(/uploads\/[0-9a-f]{2}\/[0-9a-f]{62}\.wav$/);
    expect(readFileSync(files[0].path).equals(sound)).toBe(true);
    expect(await upload(sound, { batchId: batchId ?? undefined })).toMatchObject({
      jobId: null,
      unchanged: true,
    });
    expect(kept()).toEqual([files[0].path]);
  });

  it.each<[string, Partial<Upload>, string]>([
    ['with a name that is not of a sound', { name: 'page.html' }, 'invalid'],
    ['with a path for a name', { name: '../../x' }, 'invalid'],
    ['without a length', { declaredBytes: undefined }, 'invalid'],
    ['over the limit', { mostBytes: 1000 }, 'too-large'],
    ['beyond the room on the disk', { declaredBytes: 2 ** 52, mostBytes: 2 ** 53 }, 'too-large'],
    ['shorter than it announced', { declaredBytes: 1_000_000 }, 'invalid'],
    ['longer than it announced', { declaredBytes: 1001 }, 'invalid'],
    ['into a batch that is not there', { batchId: 9999 }, 'not-found'],
  ])('%s is refused and leaves nothing', async (_, asked, code) => {
    const before = kept();
    await expect(upload(sound, asked)).rejects.toMatchObject({ code });
    expect(kept()).toEqual(before);
  });

  it('refused while its file is still being opened leaves nothing', async () => {
    const before = kept();
    const refused = Array.from({ length: 40 }, () => upload(sound, { declaredBytes: 1 }));
    for (const one of await Promise.allSettled(refused)) expect(one.status).toBe('rejected');
    expect(kept()).toEqual(before);
  });

  it('that breaks off leaves nothing', async () => {
    const before = kept();
    const body = new Readable({ read: () => undefined });
    body.push(sound.subarray(0, 500));
    const dead = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    setImmediate(() => body.destroy(dead));
    await expect(upload(sound, { body })).rejects.toMatchObject({ code: 'unreadable' });
    expect(kept()).toEqual(before);
  });

  it('that meets a fault of ours is not called unreadable, and leaves nothing', async () => {
    const before = kept();
    const body = new Readable({ read: () => undefined });
    body.push(sound.subarray(0, 500));
    const fault = new TypeError('this.hash is not a function');
    setImmediate(() => body.destroy(fault));
    await expect(upload(sound, { body })).rejects.toBe(fault);
    expect(kept()).toEqual(before);
  });

  it('that cannot be read is deleted when its failure is dismissed', async () => {
    const { database, dataDirectory } = library;
    await upload(Buffer.from('This is only a letter.'.repeat(100)), { name: 'letter.mp3' });
    await library.work();
    const { rows } = await problems(database, 10);
    expect(rows).toMatchObject([{ label: 'letter.mp3', state: 'failed', failureCode: 'unsupported' }]);
    expect(existsSync(rows[0].detail ?? '')).toBe(true);
    expect(await dismissJobs({ database, kinds: catalogueKinds(dataDirectory) }, [rows[0].jobId])).toBe(1);
    expect(existsSync(rows[0].detail ?? '')).toBe(false);
    expect(await problems(database, 10)).toEqual({ total: 0, rows: [] });
  });

  it('is deleted from disk with its track', async () => {
    const { database, dataDirectory } = library;
    const { tracks } = await library.rows();
    await removeTracks({ database, dataDirectory }, [tracks[0].id]);
    expect(kept()).toEqual([]);
  });

  it('half received when the server died is swept away at the next start', async () => {
    await cleanIncoming(library.dataDirectory);
    expect(existsSync(join(library.dataDirectory, 'uploads', 'incoming'))).toBe(false);
    rmSync(library.dataDirectory, { recursive: true });
  });
});
