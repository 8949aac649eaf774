import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '@/db/open';
import { breakingDatabase } from '../../base/testing/brokenDatabase.testing';
import { leaveToOthers } from '../../base/testing/deletionNote.testing';
import { dismissJobs } from '../../jobs/dismissJobs';
import { problems } from '../../jobs/problems';
import { receiveUpload, type Upload } from './receiveUpload';
import { settleDeletions } from '../../main/settleDeletions';
import { removeTracks } from '../tracks/removeTracks';
import { noteUploads, settleUploads } from './uploadsFolder';
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

const notes = () => readdirSync(join(library.dataDirectory, 'deleting'));

/** As the next process does, to which this one is gone. */
async function startAgain(): Promise<void> {
  for (const note of notes()) leaveToOthers(library.dataDirectory, note.replace('.json', ''));
  const onFault = (error: unknown) => expect(error).toBeUndefined();
  await settleDeletions(library, { isOnly: true, onFault });
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

  it('that was dismissed by a process that was killed goes at the next start', async () => {
    const { database, dataDirectory } = library;
    await upload(Buffer.from('This is another letter.'.repeat(100)), { name: 'letter.mp3' });
    await library.work();
    const { rows } = await problems(database, 10);
    const cut = breakingDatabase(database, { committed: true });
    const dismissal = dismissJobs({ database: cut, kinds: catalogueKinds(dataDirectory) }, [rows[0].jobId]);
    await expect(dismissal).rejects.toThrow('Connection terminated');
    expect(existsSync(rows[0].detail ?? '')).toBe(true);
    await startAgain();
    expect(existsSync(rows[0].detail ?? '')).toBe(false);
  });

  it.each([true, false])('whose queueing breaks off is queued or leaves nothing: %s', async (committed) => {
    const { database, dataDirectory } = library;
    const before = kept();
    const bytes = Buffer.concat([sound, Buffer.from('more')]);
    const place = { database: breakingDatabase(database, { committed }), dataDirectory };
    const told = { body: Readable.from([bytes]), name: 'a.wav', declaredBytes: bytes.length };
    await expect(receiveUpload(place, told)).rejects.toThrow('Connection terminated');
    await startAgain();
    expect(kept()).toHaveLength(before.length + (committed ? 1 : 0));
    const { jobs } = await library.rows();
    expect(jobs.filter(({ state }) => state === 'queued')).toHaveLength(committed ? 1 : 0);
    await library.work();
  });

  it('whose queueing is refused leaves nothing', async () => {
    const { database, dataDirectory } = library;
    const before = kept();
    const refusing = new Proxy(database, {
      get(target, key) {
        if (key !== 'transaction') return Reflect.get(target, key) as unknown;
        return (work: (executor: Executor) => Promise<unknown>) =>
          target.transaction(async (executor) => {
            await work(executor);
            if (kept().length > before.length) throw new Error('refused');
          });
      },
    });
    const bytes = Buffer.concat([sound, Buffer.from('other')]);
    const told = { body: Readable.from([bytes]), name: 'a.wav', declaredBytes: bytes.length };
    await expect(receiveUpload({ database: refusing, dataDirectory }, told)).rejects.toThrow('refused');
    expect(kept()).toEqual(before);
    expect(notes()).toEqual([]);
  });

  it('that came again while its track was removed is kept', async () => {
    const { database, dataDirectory } = library;
    const { tracks, files } = await library.rows();
    const [{ path }] = files;
    const bytes = readFileSync(path);
    const removal = await noteUploads(dataDirectory, [path]);
    await removeTracks({ database, dataDirectory }, [tracks[0].id]);
    await upload(bytes);
    await settleUploads({ database, dataDirectory }, removal);
    expect(kept()).toContain(path);
    await library.work();
    expect((await library.rows()).files.map((file) => file.path)).toContain(path);
  });

  it.each([false, true])('is deleted with its track only where that is committed: %s', async (committed) => {
    const { database, dataDirectory } = library;
    const { tracks } = await library.rows();
    const place = { database: breakingDatabase(database, { committed }), dataDirectory };
    const removal = removeTracks(
      place,
      tracks.map(({ id }) => id),
    );
    await expect(removal).rejects.toThrow('Connection terminated');
    const before = kept();
    expect(before).not.toEqual([]);
    await startAgain();
    expect(kept()).toEqual(committed ? [] : before);
    expect(notes()).toEqual([]);
  });

  it('is deleted from disk with its track', async () => {
    const { database, dataDirectory } = library;
    await upload(sound);
    await library.work();
    const { tracks } = await library.rows();
    await removeTracks({ database, dataDirectory }, [tracks[0].id]);
    expect(kept()).toEqual([]);
    expect(notes()).toEqual([]);
  });
});
